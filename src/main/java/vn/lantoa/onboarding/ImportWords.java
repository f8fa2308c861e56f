package vn.lantoa.onboarding;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lantoa.organization.Capacity;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.organization.VietnameseText;

/** Words of cells, read as officers write them. */
final class ImportWords {

    /** A post with the capacity in which such an officer signs. */
    record Duty(Post post, Capacity capacity) {}

    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

    private static final Map<String, UnitKind> KINDS = new HashMap<>();
    private static final Map<String, Duty> DUTIES = new HashMap<>();

    static {
        kinds(UnitKind.CONFEDERATION, "tong lien doan", "tong lien doan lao dong viet nam", "tld");
        kinds(
                UnitKind.PROVINCIAL_FEDERATION,
                "lien doan lao dong tinh thanh pho",
                "lien doan lao dong tinh",
                "lien doan lao dong thanh pho",
                "lien doan lao dong",
                "ldld",
                "ldld tinh",
                "ldld thanh pho",
                "tinh",
                "thanh pho");
        kinds(UnitKind.SECTOR_UNION, "cong doan nganh trung uong", "cong doan nganh", "nganh");
        kinds(
                UnitKind.CORPORATION_UNION,
                "cong doan tong cong ty truc thuoc tong lien doan",
                "cong doan tong cong ty",
                "tong cong ty");
        kinds(
                UnitKind.UPPER_UNION,
                "cong doan cap tren truc tiep co so",
                "cap tren truc tiep co so",
                "cap tren co so",
                "cap tren");
        kinds(
                UnitKind.COMMUNE_UNION,
                "cong doan xa phuong dac khu",
                "cong doan xa",
                "cong doan phuong",
                "cong doan dac khu",
                "xa",
                "phuong",
                "dac khu");
        kinds(
                UnitKind.IZ_UNION,
                "cong doan cac khu cong nghiep",
                "cong doan khu cong nghiep",
                "khu cong nghiep",
                "kcn");
        kinds(UnitKind.GRASSROOTS_UNION, "cong doan co so", "cdcs", "co so");
        kinds(UnitKind.OCCUPATIONAL_UNION, "nghiep doan co so", "nghiep doan");
        for (var kind : UnitKind.values()) {
            KINDS.put(VietnameseText.fold(kind.name()), kind);
        }
        duties(Post.OFFICER, null, "can bo", "chuyen vien", "officer");
        duties(Post.CHECKER, null, "can bo kiem tra", "kiem tra", "nguoi kiem tra", "checker");
        duties(Post.LEADER, Capacity.TM, "lanh dao", "chu tich", "leader", "truong ban");
        duties(Post.LEADER, Capacity.KT, "pho chu tich", "pho truong ban");
        duties(Post.RECORDS_OFFICE, null, "van thu", "records office");
        duties(
                Post.UNIT_ADMINISTRATOR,
                null,
                "quan tri don vi",
                "quan tri",
                "unit administrator",
                "administrator of the branch");
        for (var post : Post.values()) {
            DUTIES.putIfAbsent(
                    VietnameseText.fold(post.code()), new Duty(post, post == Post.LEADER ? Capacity.TM : null));
        }
        duties(Post.ADMINISTRATOR, null, "quan tri he thong");
    }

    private ImportWords() {}

    static Optional<UnitKind> kind(String text) {
        return Optional.ofNullable(KINDS.get(VietnameseText.fold(text)));
    }

    /** The kind that a name tells; empty when it tells none. */
    static Optional<UnitKind> kindOfName(String name) {
        var words = VietnameseText.fold(name) + " ";
        if (words.matches("(cd|cong doan) (xa|phuong|dac khu) .*")) {
            return Optional.of(UnitKind.COMMUNE_UNION);
        }
        if (words.matches("(cd|cong doan) (cac )?(khu cong nghiep|kcn) .*")) {
            return Optional.of(UnitKind.IZ_UNION);
        }
        if (words.matches("(cdcs|cong doan co so) .*")) {
            return Optional.of(UnitKind.GRASSROOTS_UNION);
        }
        if (words.startsWith("nghiep doan ")) {
            return Optional.of(UnitKind.OCCUPATIONAL_UNION);
        }
        return words.matches("(ldld|lien doan lao dong) .*")
                ? Optional.of(UnitKind.PROVINCIAL_FEDERATION)
                : Optional.empty();
    }

    /** The duties of a cell that may name several; empty when one of them is unknown. */
    static Optional<List<Duty>> duties(String text) {
        var duties = new ArrayList<Duty>();
        for (var one : text.split("[,;/+\\n]")) {
            if (!one.isBlank()) {
                var duty = DUTIES.get(VietnameseText.fold(one));
                if (duty == null) {
                    return Optional.empty();
                }
                if (duties.stream().noneMatch(known -> known.post() == duty.post())) {
                    duties.add(duty);
                }
            }
        }
        return Optional.of(duties);
    }

    static Optional<Capacity> capacity(String text) {
        var bare = VietnameseText.fold(text.replaceAll("\\(.*", ""))
                .replace(" ", "")
                .toUpperCase(java.util.Locale.ROOT);
        for (var capacity : Capacity.values()) {
            if (capacity.name().equals(bare)) {
                return Optional.of(capacity);
            }
        }
        return Optional.empty();
    }

    /** A day as people write it: 01/07/2025, 1.7.2025 or 2025-07-01; never the American order. */
    static Optional<LocalDate> day(String text) {
        var first = DAY_FIRST.matcher(text.strip());
        if (first.matches()) {
            return day(first.group(3), first.group(2), first.group(1));
        }
        var year = YEAR_FIRST.matcher(text.strip());
        return year.matches() ? day(year.group(1), year.group(2), year.group(3)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void kinds(UnitKind kind, String... words) {
        for (var word : words) {
            KINDS.put(word, kind);
        }
    }

    private static void duties(Post post, Capacity capacity, String... words) {
        for (var word : words) {
            DUTIES.put(word, new Duty(post, capacity));
        }
    }
}
