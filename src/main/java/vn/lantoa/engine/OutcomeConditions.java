package vn.lantoa.engine;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the condition of a flow makes of the outcome of the last step; what else it asks for is not known. */
final class OutcomeConditions {

    private static final Pattern ASKED = Pattern.compile("\\boutcome\\s*(==|!=|eq|ne)\\s*['\"]([^'\"]*)['\"]");
    private static final Pattern OTHER =
            Pattern.compile("!?\\s*(?!\\b[TF]\\b)[A-Za-z_][\\w.]*(\\s*[=!<>]=?\\s*('[^']*'|\"[^\"]*\"|[\\w.]+))?");
    private static final Pattern KNOWN = Pattern.compile("[TF!&|() ]+");

    private OutcomeConditions() {}

    /** The outcomes that a condition asks for. */
    static Set<String> asked(String condition) {
        return ASKED.matcher(condition).results().map(found -> found.group(2)).collect(Collectors.toSet());
    }

    /** Whether the condition may hold after this outcome; one that asks for anything else may. */
    static boolean maybe(String condition, String code) {
        var known = known(condition, code);
        // What else is asked may be true and may be false: it counts as true, which only the opposite of a bracket
        // could turn round.
        var open = OTHER.matcher(known).replaceAll("T");
        return turned(known, open) || !KNOWN.matcher(open).matches() || new Truth(open).holds();
    }

    /** Whether the condition holds after this outcome whatever else is asked. */
    static boolean surely(String condition, String code) {
        var known = known(condition, code);
        var shut = OTHER.matcher(known).replaceAll("F");
        return !turned(known, shut) && KNOWN.matcher(shut).matches() && new Truth(shut).holds();
    }

    private static String known(String condition, String code) {
        return ASKED.matcher(condition.replaceAll("^\\$\\{|}$", ""))
                .replaceAll(found ->
                        found.group(2).equals(code) == Set.of("==", "eq").contains(found.group(1)) ? "T" : "F")
                .replaceAll("\\band\\b", "&&")
                .replaceAll("\\bor\\b", "||")
                .replaceAll("\\bnot\\b", "!")
                .replace("true", "T")
                .replace("false", "F");
    }

    private static boolean turned(String known, String counted) {
        return !counted.equals(known) && counted.replace(" ", "").contains("!(");
    }

    /** Truth of {@code T}, {@code F}, and, or, not and brackets. */
    private static final class Truth {

        private final String text;
        private int at;

        Truth(String text) {
            this.text = text.replace(" ", "");
        }

        boolean holds() {
            var value = term();
            while (at < text.length() && text.startsWith("||", at)) {
                at += 2;
                value |= term();
            }
            return value;
        }

        private boolean term() {
            var value = factor();
            while (at < text.length() && text.startsWith("&&", at)) {
                at += 2;
                value &= factor();
            }
            return value;
        }

        private boolean factor() {
            if (at >= text.length()) {
                return true;
            }
            var sign = text.charAt(at++);
            if (sign == '!') {
                return !factor();
            }
            if (sign == '(') {
                var value = holds();
                at++;
                return value;
            }
            return sign == 'T';
        }
    }
}
