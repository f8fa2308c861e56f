package vn.lantoa.form;

import java.util.List;

/**
 * An answer as form-js would hold it, or why it cannot be read. Where form-js silently empties a field (text in a number,
 * an unknown option), the server refuses: silence would lose what somebody wrote.
 *
 * @param code null when it could be read
 */
record Reading(Object value, String code, List<Object> args) {

    static Reading of(Object value) {
        return new Reading(value, null, List.of());
    }

    static Reading refused(Object empty, String code, Object... args) {
        return new Reading(empty, code, List.of(args));
    }

    boolean isRefused() {
        return code != null;
    }
}
