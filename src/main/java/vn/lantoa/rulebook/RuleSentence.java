package vn.lantoa.rulebook;

import java.util.List;

/**
 * A sentence for people: a message and what stands in it.
 *
 * @param args texts, numbers, dates, or sentences again
 */
public record RuleSentence(String message, List<Object> args) {

    public static RuleSentence of(String message, Object... args) {
        return new RuleSentence(message, List.of(args));
    }
}
