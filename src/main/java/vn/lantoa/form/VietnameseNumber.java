package vn.lantoa.form;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A number as people write it in Vietnam: {@code 1.234,5} is 1234.5. The island reads it by the same rules (number.ts). */
final class VietnameseNumber {

    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 6;
    private static final int LONGEST_QUOTE = 40;

    private static final Pattern NEGATIVE = Pattern.compile("[-\u2212\u2013] ?\\d[\\d., ]*");
    private static final Pattern PLAIN = Pattern.compile("\\d+");
    private static final Pattern GROUPED = Pattern.compile("[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d+)?");
    private static final Pattern SPACED = Pattern.compile("[1-9]\\d{0,2}(?: \\d{3})+(?:,\\d+)?");
    private static final Pattern DECIMAL = Pattern.compile("(\\d+),(\\d+)");
    private static final Pattern POINT = Pattern.compile("(\\d+)\\.(\\d+)");

    private VietnameseNumber() {}

    /** The exact value, or a code {@code figures.…}; text that could mean two numbers is refused with both. */
    static Reading read(Object value) {
        if (value instanceof Number number) {
            return ofJson(number);
        }
        if (!(value instanceof String raw) || raw.length() > Size.MOST_IN_A_FIELD) {
            return refused("number");
        }
        var text = JsText.trim(raw).replace('\u00a0', ' ').replace('\u202f', ' ');
        if (NEGATIVE.matcher(text).matches()) {
            return refused("negative");
        }
        if (PLAIN.matcher(text).matches()) {
            return sized(text);
        }
        if (GROUPED.matcher(text).matches() || SPACED.matcher(text).matches()) {
            return sized(text.replaceAll("[. ]", "").replace(',', '.'));
        }
        return decimal(text);
    }

    /** {@code 1.234,5} in Vietnamese, {@code 1,234.5} in English. */
    static String show(String plain, boolean english) {
        var parts = plain.split("\\.");
        var whole = group(parts[0], english ? "," : ".");
        return parts.length == 1 ? whole : whole + (english ? "." : ",") + parts[1];
    }

    private static Reading ofJson(Number number) {
        var exact = JsNumber.read(number);
        if (exact.isEmpty()) {
            return refused("number");
        }
        if (exact.get().signum() < 0) {
            return refused("negative");
        }
        return JsNumber.tooLong(exact.get())
                ? refused("digits")
                : sized(exact.get().toPlainString());
    }

    private static Reading decimal(String text) {
        var comma = DECIMAL.matcher(text);
        if (comma.matches()) {
            return comma(text, comma.group(1), comma.group(2));
        }
        var point = POINT.matcher(text);
        if (point.matches()) {
            return ambiguous(
                    text, unmistakable(point.group(1), point.group(2)), strip(point.group(1) + point.group(2)));
        }
        return refused("number");
    }

    private static Reading comma(String text, String whole, String decimals) {
        boolean english = decimals.length() == 3 && whole.matches("[1-9]\\d{0,2}");
        return english
                ? ambiguous(text, group(whole + decimals, "."), unmistakable(whole, decimals))
                : sized(whole + "." + decimals);
    }

    /** A fraction of three digits looks like a group of thousands: one more zero makes it a fraction for every reader. */
    private static String unmistakable(String whole, String decimals) {
        return strip(whole) + "," + decimals + (decimals.length() == 3 ? "0" : "");
    }

    private static Reading sized(String text) {
        var parts = text.split("\\.");
        var left = strip(parts[0]);
        var right = parts.length == 1 ? "" : parts[1].replaceAll("0+$", "");
        if (right.length() > MOST_DECIMALS || left.length() + right.length() > MOST_DIGITS) {
            return refused("digits");
        }
        return Reading.of(new BigDecimal(right.isEmpty() ? left : left + "." + right));
    }

    private static Reading ambiguous(String text, String one, String other) {
        return text.length() > LONGEST_QUOTE
                ? refused("number")
                : Reading.refused(null, "figures.ambiguous", text, one, other);
    }

    private static String strip(String digits) {
        return digits.replaceFirst("^0+(?=\\d)", "");
    }

    private static String group(String digits, String mark) {
        return digits.replaceAll("\\B(?=(\\d{3})+$)", mark);
    }

    private static Reading refused(String code) {
        return Reading.refused(null, "figures." + code);
    }
}
