package vn.lantoa.operations;

import java.util.List;

/**
 * Says in one sentence how a thing is and what is to be done.
 *
 * @param message key below {@code operations.} of the sentence
 * @param figures its arguments: counts, durations, sizes
 */
public record Verdict(Health health, String message, List<Object> figures) {

    static Verdict well(String message, Object... figures) {
        return new Verdict(Health.WELL, message, List.of(figures));
    }

    static Verdict off(String message) {
        return new Verdict(Health.OFF, message, List.of());
    }

    static Verdict look(String message, Object... figures) {
        return new Verdict(Health.LOOK, message, List.of(figures));
    }

    static Verdict bad(String message, Object... figures) {
        return new Verdict(Health.BAD, message, List.of(figures));
    }

    static Verdict unknown() {
        return new Verdict(Health.UNKNOWN, "unreadable", List.of());
    }
}
