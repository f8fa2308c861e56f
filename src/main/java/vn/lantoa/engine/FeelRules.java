package vn.lantoa.engine;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which FEEL may run: no loops over ranges (ten characters of them keep a core busy for minutes), no functions of its own, no regular expressions. */
final class FeelRules {

    private static final int LONGEST = 500;

    /** Each further bracket multiplies what the parser tries, and some hundred of them break its stack. */
    private static final int DEEPEST = 10;

    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\b(for|some|every|function|external|return|satisfies|matches|replace|split|extract)\\b|get\\s+entries|\\*\\*|`|//|/\\*");

    private FeelRules() {}

    /** What speaks against the expression. */
    static Optional<String> objection(String expression) {
        if (expression.length() > LONGEST) {
            return Optional.of("longer than " + LONGEST + " characters");
        }
        var bare = TEXT.matcher(expression).replaceAll("\"\"");
        if (depth(bare) > DEEPEST) {
            return Optional.of("brackets nested more than " + DEEPEST + " deep");
        }
        var found = FORBIDDEN.matcher(bare);
        return found.find() ? Optional.of("\"" + found.group() + "\" is not allowed") : Optional.empty();
    }

    private static int depth(String text) {
        var depth = 0;
        var deepest = 0;
        for (var sign : text.toCharArray()) {
            depth += "([{".indexOf(sign) >= 0 ? 1 : ")]}".indexOf(sign) >= 0 ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }
}
