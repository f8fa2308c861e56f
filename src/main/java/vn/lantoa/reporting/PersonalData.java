package vn.lantoa.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notices what looks like data about a person in free text: a Vietnamese name with a telephone number or an identity number (9 or 12 digits)
 * close by. A name alone is no finding (leaders are named in reports), nor a number alone (offices have telephones).
 *
 * <p>It errs on both sides, so it asks and never refuses: names without a usual family name and numbers spelled out pass; a street named after
 * a person beside a telephone may be asked about. personal.ts in the island says the same; one corpus
 * (src/test/resources/reporting/personal-data.json) holds both.
 */
final class PersonalData {

    private static final String FAMILY =
            "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đinh|Trịnh|Trương|Lâm|Mai|Tô|Hà|Cao|Lương|Lưu|Tạ|Châu|Quách|Thạch|Kim|Vương|Nông|Giàng|Lò|Vi|Hứa|Tống|Đàm|Thái|Phùng|Chu|Triệu|Khổng|Nghiêm|Doãn|Kiều|Ông|Từ|Tăng";
    private static final Pattern NAME = Pattern.compile(
            "(?<![\\p{L}])(?:" + FAMILY + "|" + upper(FAMILY) + ")(?: \\p{Lu}\\p{L}*){1,4}(?![\\p{L}])");
    /** Before a name: then it names a place, a house or a prize. */
    private static final Pattern PLACE_BEFORE = Pattern.compile(
            "(?:đường|phố|ngõ|hẻm|ngách|trường|THPT|THCS|tiểu học|mầm non|công ty|TNHH|công viên|khu|quỹ|giải thưởng|phường|xã|quận|huyện|tỉnh|thành phố|TP\\.?|chợ|cầu|bệnh viện|đại lộ|tòa nhà|nhà văn hóa|tư tưởng|đền|chùa|số \\d{1,4}[A-Z]?,?)\\s+$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Names of places that begin like a family name. */
    private static final Pattern PLACE = Pattern.compile(
            "(?:Hồ Chí Minh|Hà (?:Nội|Nam|Tĩnh|Giang|Đông|Tiên)|Cao (?:Bằng|Lãnh)|Lâm (?:Đồng|Thao)|Thái (?:Nguyên|Bình)|Lý (?:Sơn|Nhân)|Hoàng (?:Sa|Mai)|Mai Châu|Châu (?:Đốc|Đức|Thành)|Lương Sơn|Kim (?:Bôi|Bảng|Động)|Vi Xuyên|Từ (?:Sơn|Liêm)|Triệu (?:Phong|Sơn)|Vũ (?:Thư|Quang)|Dương (?:Minh Châu|Kinh)|Tô Hiệu).*");
    /** A telephone: ten digits from 0 or eleven from 84, or an office's with its area code; blanks and dots may part them. */
    private static final String TELEPHONE = "(?:\\+?84|0)[ .]?\\d{2,3}(?:[ .]?\\d){6,8}";

    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.,/\\-])(?:" + TELEPHONE
            + "|\\d{12}|\\d{9})(?![\\d]|[.,/\\-]\\d|\\s*(?:đồng|đ(?!\\p{L})|VNĐ|VND|triệu|tỷ|lượt|người|bản|USD))");

    private static final int CLOSE = 120;

    private PersonalData() {}

    /**
     * What a text is asked about.
     *
     * @param mark tells this finding from another one in the same text without holding any of it: a confirmation is for this alone
     */
    record Finding(String name, String mark) {}

    /** The finding in a text, null when there is none. */
    static Finding in(String text) {
        var names = names(text);
        var near = new ArrayList<String>();
        String first = null;
        var numbers = NUMBER.matcher(text);
        while (numbers.find()) {
            for (var name : names) {
                if (close(text, name, numbers)) {
                    near.add(numbers.group());
                    first = first == null ? text.substring(name[0], name[1]) : first;
                    break;
                }
            }
        }
        return first == null ? null : new Finding(first, mark(near));
    }

    private static List<int[]> names(String text) {
        var names = new ArrayList<int[]>();
        var found = NAME.matcher(text);
        while (found.find()) {
            var before = text.substring(Math.max(0, found.start() - 30), found.start());
            if (!PLACE_BEFORE.matcher(before).find()
                    && !PLACE.matcher(found.group()).matches()) {
                names.add(new int[] {found.start(), found.end()});
            }
        }
        return names;
    }

    private static boolean close(String text, int[] name, Matcher number) {
        var from = Math.min(name[1], number.end());
        var to = Math.max(name[0], number.start());
        return to - from <= CLOSE && (from >= to || !text.substring(from, to).contains("\n\n"));
    }

    private static String mark(List<String> numbers) {
        var mark = 7L;
        for (var digit : String.join("", numbers).replaceAll("\\D", "").toCharArray()) {
            mark = (mark * 31 + digit - '0') % 1_000_003;
        }
        return Long.toString(mark);
    }

    private static String upper(String names) {
        return names.toUpperCase(java.util.Locale.ROOT);
    }
}
