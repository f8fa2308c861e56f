package vn.lantoa.reporting;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.lantoa.form.WrittenNumber;
import vn.lantoa.organization.VietnameseText;

/** A figure written into one cell: {@code 1.385}, {@code trên 8.000}, {@code không có số liệu}, {@code đang chờ}; an empty cell says nothing. */
final class FigureText {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final Set<String> NOT_STATED = Set.of("khong co so lieu", "kcsl", "khong co");
    private static final Set<String> PENDING = Set.of("dang cho", "dang cho quyet dinh");
    private static final Map<String, String> QUALIFIERS =
            Map.of("tren", "more_than", "gan", "almost", "hon", "over", "khoang", "about", "dung", "exact");
    private static final Map<String, String> WORDS =
            Map.of("more_than", "trên", "almost", "gần", "over", "hơn", "about", "khoảng");

    private FigureText() {}

    /**
     * What a cell says.
     *
     * @param answer as the form takes it; null when the cell is empty or cannot be read
     * @param error the sentence for what cannot be read, else null
     */
    record Reading(Map<String, Object> answer, String error) {

        static final Reading NOTHING = new Reading(null, null);
    }

    static Reading read(String written, Locale locale) {
        var text = VietnameseText.clean(written == null ? "" : written);
        if (text.isEmpty()) {
            return Reading.NOTHING;
        }
        var folded = VietnameseText.fold(text);
        if (NOT_STATED.contains(folded)) {
            return new Reading(Map.of("notStated", true), null);
        }
        if (PENDING.contains(folded)) {
            return new Reading(Map.of("pending", true), null);
        }
        var words = text.split(" ", 2);
        var qualifier = words.length == 2 ? QUALIFIERS.get(VietnameseText.fold(words[0])) : null;
        var number = WrittenNumber.read(qualifier == null ? text : words[1], locale);
        return number.amount()
                .map(amount -> new Reading(value(amount, qualifier), null))
                .orElseGet(() -> new Reading(null, number.error()));
    }

    /** The text that {@link #read} reads as this answer; empty for none, and as typed where it is no figure yet. */
    static String write(Object answer) {
        if (!(answer instanceof Map<?, ?> figure)) {
            return "";
        }
        if (Boolean.TRUE.equals(figure.get("notStated"))) {
            return "không có số liệu";
        }
        if (Boolean.TRUE.equals(figure.get("pending"))) {
            return "đang chờ";
        }
        var value = figure.get("value");
        if (value == null) {
            return "";
        }
        var word = WORDS.get(String.valueOf(figure.get("qualifier")));
        return (word == null ? "" : word + " ") + number(value);
    }

    /** Whether two cells say the same, however they are written. */
    static boolean same(String one, String other) {
        return write(read(one, VIETNAMESE).answer())
                        .equals(write(read(other, VIETNAMESE).answer()))
                && (read(one, VIETNAMESE).error() == null
                                && read(other, VIETNAMESE).error() == null
                        || VietnameseText.clean(one).equals(VietnameseText.clean(other)));
    }

    /** A fraction of three digits would read as thousands, so it gets one more. */
    private static String number(Object value) {
        var reading = WrittenNumber.read(value, VIETNAMESE).amount();
        if (reading.isEmpty()) {
            return String.valueOf(value);
        }
        var text = FigureWords.number(reading.get(), VIETNAMESE);
        return text.matches("[1-9]\\d{0,2},\\d{3}") ? text + "0" : text;
    }

    private static Map<String, Object> value(BigDecimal amount, String qualifier) {
        var value = new LinkedHashMap<String, Object>();
        value.put("value", Figure.plain(amount));
        value.put("qualifier", qualifier == null ? "exact" : qualifier);
        return value;
    }
}
