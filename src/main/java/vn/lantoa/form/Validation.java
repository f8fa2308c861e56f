package vn.lantoa.form;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.lantoa.form.Component.Checks;

/** What form-js checks of one value, in its order. */
final class Validation {

    private static final Map<String, Pattern> KINDS = Map.of("email", read("email"), "phone", read("phone"));

    private final Component field;
    private final Checks checks;
    private final String key;
    private final Object value;
    private final List<Finding> findings = new ArrayList<>();

    private Validation(Component field, String key, Object value) {
        this.field = field;
        this.checks = field.checks();
        this.key = key;
        this.value = value;
    }

    static List<Finding> of(Component field, String outcome, String key, Object value) {
        var validation = new Validation(field, key, value);
        if (field.is("number")) {
            validation.number();
        }
        if (value instanceof String text && field.is("textfield", "textarea")) {
            validation.pattern(text);
        }
        if (field.requiredFor(outcome) && validation.isUnset()) {
            validation.found("required");
        }
        if (field.is("number")) {
            validation.range();
        } else if (value instanceof String text && !text.isEmpty()) {
            validation.length(JsText.trim(text).length());
            validation.kind(text);
        }
        return validation.findings;
    }

    private boolean isUnset() {
        return value == null
                || "".equals(value)
                || field.is("checkbox") && Boolean.FALSE.equals(value)
                || value instanceof List<?> list && list.isEmpty();
    }

    /** Zero is never off its steps; as text it is, and passes just the same. */
    private void number() {
        if (value == null) {
            return;
        }
        var number = exact();
        var digits = checks.decimalDigits();
        if (digits != null && digits >= 0 && number.scale() > digits) {
            found(digits == 0 ? "integer" : "decimals", digits);
        }
        if (checks.increment() != null && checks.increment().signum() != 0) {
            increment(number);
        }
    }

    private void increment(BigDecimal number) {
        var offset = number.remainder(checks.increment());
        if (offset.signum() != 0) {
            var below = number.subtract(offset);
            found("increment", show(below), show(below.add(checks.increment())));
        }
    }

    private void range() {
        if (value == null) {
            return;
        }
        if (checks.min() != null && exact().compareTo(checks.min()) < 0) {
            found("min", show(checks.min()));
        }
        if (checks.max() != null && exact().compareTo(checks.max()) > 0) {
            found("max", show(checks.max()));
        }
    }

    private void pattern(String text) {
        if (checks.pattern() != null
                && !text.isEmpty()
                && !checks.pattern().matcher(text).find()) {
            found("pattern", checks.patternMessage() == null ? "" : checks.patternMessage());
        }
    }

    private void length(int length) {
        if (checks.minLength() != null && length < checks.minLength()) {
            found("minLength", checks.minLength());
        }
        if (checks.maxLength() != null && length > checks.maxLength()) {
            found("maxLength", checks.maxLength());
        }
    }

    private void kind(String text) {
        var kind = checks.validationType() == null ? null : KINDS.get(checks.validationType());
        if (kind != null && !kind.matcher(text).find()) {
            found(checks.validationType());
        }
    }

    private BigDecimal exact() {
        return JsNumber.plain(new BigDecimal(String.valueOf(value)));
    }

    private static String show(BigDecimal number) {
        return JsNumber.plain(number).toPlainString();
    }

    private void found(String code, Object... args) {
        findings.add(Finding.of(key, code, args));
    }

    /** The patterns of form-js 1.23 itself. */
    private static Pattern read(String kind) {
        try (var pattern = Validation.class.getResourceAsStream(kind + ".pattern")) {
            return Pattern.compile(new String(pattern.readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
