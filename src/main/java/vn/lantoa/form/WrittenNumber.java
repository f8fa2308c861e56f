package vn.lantoa.form;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * A number somebody wrote outside a form, in a cell or a box of its own, read by the same rules: {@code 1.000} is one thousand, and what
 * could mean two numbers is refused with both.
 *
 * @param error the sentence for it, null when it is a number
 */
public record WrittenNumber(BigDecimal value, String error) {

    /** The number; empty when the text is none. */
    public Optional<BigDecimal> amount() {
        return Optional.ofNullable(value);
    }

    /** @param written a text or a JSON number */
    public static WrittenNumber read(Object written, Locale locale) {
        var reading = VietnameseNumber.read(written);
        if (!reading.isRefused()) {
            return new WrittenNumber((BigDecimal) reading.value(), null);
        }
        var finding = Finding.of("", reading.code(), reading.args().toArray());
        return new WrittenNumber(null, FormMessages.say(finding, locale).message());
    }
}
