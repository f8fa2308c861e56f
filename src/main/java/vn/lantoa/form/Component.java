package vn.lantoa.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * One component of a form.
 *
 * @param path its own part of the binding path: the key, or the path of a group or list; empty for a plain container
 * @param hide condition without its leading {@code =}, null when always shown
 * @param only outcomes for which it is asked; empty means all
 * @param requiredFor outcomes for which it is required
 */
record Component(
        Kind kind,
        String type,
        List<String> path,
        String hide,
        boolean fixed,
        boolean disabled,
        Set<String> only,
        Set<String> requiredFor,
        Checks checks,
        JsonNode json,
        List<Component> children) {

    /** How form-js binds it to the data. */
    enum Kind {
        FIELD,
        GROUP,
        ROWS,
        STATIC
    }

    /** The {@code validate} part, read once; what is absent is null. */
    record Checks(
            boolean required,
            Integer minLength,
            Integer maxLength,
            BigDecimal min,
            BigDecimal max,
            Pattern pattern,
            String patternMessage,
            String validationType,
            Integer decimalDigits,
            BigDecimal increment) {}

    boolean askedFor(String outcome) {
        return only.isEmpty() || outcome != null && only.contains(outcome);
    }

    boolean requiredFor(String outcome) {
        return checks.required() || outcome != null && requiredFor.contains(outcome);
    }

    boolean is(String... types) {
        return Set.of(types).contains(type);
    }

    /** Whether a person can see it but its answer is never taken. */
    boolean neverTaken() {
        return disabled || is("figures") && "read".equals(json.path("mode").asText());
    }
}
