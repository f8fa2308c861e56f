package vn.lantoa.reporting;

import java.util.List;

/**
 * Why something was not taken, at the field where it stands.
 *
 * @param field {@code figures.D3}, {@code period}, {@code until}
 * @param message key of the sentence
 */
public record Refusal(String field, String message, List<Object> args) {

    static Refusal of(String field, String message, Object... args) {
        return new Refusal(field, message, List.of(args));
    }
}
