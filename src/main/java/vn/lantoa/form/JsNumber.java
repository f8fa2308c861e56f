package vn.lantoa.form;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as form-js takes them, kept exact. */
final class JsNumber {

    /** What a double keeps; a number with more digits would be another one in the browser. */
    private static final int MOST_DIGITS = 15;

    private static final Pattern DECIMAL =
            Pattern.compile("([+-]?)(\\d{1,40}\\.?\\d{0,40}|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");

    private JsNumber() {}

    /** A number out of JSON, or text that JavaScript and a person both read as one decimal number. */
    static Optional<BigDecimal> read(Object value) {
        if (value instanceof Number number) {
            return finite(number);
        }
        return value instanceof String text ? parse(JsText.trim(text)) : Optional.empty();
    }

    /** Text that the browser's exact arithmetic (big.js) reads too: no plus sign, no blanks. */
    static boolean isExact(String text) {
        return !text.startsWith("+") && DECIMAL.matcher(text).matches();
    }

    static boolean tooLong(BigDecimal number) {
        return number.precision() > MOST_DIGITS || number.scale() > MOST_DIGITS || integerDigits(number) > MOST_DIGITS;
    }

    /** Without an exponent and without zeros at the end; zero is not negative. */
    static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Optional<BigDecimal> finite(Number number) {
        if (number instanceof Double || number instanceof Float) {
            return Double.isFinite(number.doubleValue()) ? limited(number.toString()) : Optional.empty();
        }
        return limited(number.toString());
    }

    private static Optional<BigDecimal> parse(String text) {
        return DECIMAL.matcher(text).matches() ? limited(text) : Optional.empty();
    }

    /** An exponent is never spelt out before its size is known. */
    private static Optional<BigDecimal> limited(String text) {
        if (text.length() > 100) {
            return Optional.empty();
        }
        var number = new BigDecimal(text).stripTrailingZeros();
        return Optional.of(tooLong(number) ? number : plain(number));
    }

    private static long integerDigits(BigDecimal number) {
        return (long) number.precision() - number.scale();
    }
}
