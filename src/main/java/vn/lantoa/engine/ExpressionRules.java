package vn.lantoa.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the linter lets stand between <code>${</code> and <code>}</code>. It reads the text by itself, not through the engine's
 * parser: one mistake shall not open the linter and the gate together.
 */
class ExpressionRules {

    private static final Pattern TOKEN =
            Pattern.compile("\\s+|'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|\\d+(?:\\.\\d+)?"
                    + "|[A-Za-z_$][A-Za-z0-9_$]*|==|!=|<=|>=|&&|\\|\\||[-+*/%<>!?:.,()\\[\\]]");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,60}");
    private static final Pattern SHOWN = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,60}(\\.[A-Za-z][A-Za-z0-9_]{0,60})?");
    private static final Set<String> WORDS = Set.of(
            "true", "false", "null", "empty", "not", "and", "or", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod");

    private final Set<String> functions;
    private final Set<String> reserved;
    private final Set<String> properties;
    private final Set<String> calls;
    private final Set<String> delegates;
    private final int longest;

    /** @param calls the {@code bean.method} that expressions may call */
    ExpressionRules(RuleList list, Set<String> calls, Set<String> delegates) {
        this.functions = list.functions();
        this.reserved = list.reserved();
        this.properties = list.executionProperties();
        this.calls = calls;
        this.delegates = delegates;
        this.longest = list.files().expression();
    }

    /** What speaks against a value in which expressions may stand. */
    Optional<String> objection(String value) {
        return pieces(value, this::wrong);
    }

    /** What speaks against words for people: they may show a variable, never compute. */
    Optional<String> objectionToText(String value) {
        return pieces(
                value,
                piece -> SHOWN.matcher(piece.trim()).matches()
                                && !special(piece.trim().split("\\.")[0])
                        ? Optional.empty()
                        : Optional.of("only ${variable} or ${map.key} may stand in a text"));
    }

    /** What speaks against this name for a variable. */
    Optional<String> objectionToName(String value) {
        return !value.matches("[A-Za-z][A-Za-z0-9_]{0,40}") || special(value)
                ? Optional.of("\"" + value + "\" may not name a variable")
                : Optional.empty();
    }

    static boolean literal(String value) {
        return !value.contains("${") && !value.contains("#{");
    }

    private interface Judge {
        Optional<String> judge(String piece);
    }

    private Optional<String> pieces(String value, Judge judge) {
        if (literal(value)) {
            return Optional.empty();
        }
        if (value.length() > longest) {
            return Optional.of("longer than " + longest + " characters");
        }
        if (value.contains("#{") || value.contains("\\")) {
            return Optional.of("#{ and \\ are not allowed");
        }
        var from = 0;
        for (int start = value.indexOf("${"); start >= 0; start = value.indexOf("${", from)) {
            from = value.indexOf('}', start);
            if (from < 0) {
                return Optional.of("} is missing");
            }
            var objection = judge.judge(value.substring(start + 2, from));
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private Optional<String> wrong(String expression) {
        var tokens = tokens(expression);
        if (tokens.isEmpty()) {
            return Optional.of("not understood: " + expression);
        }
        for (int at = 0; at < tokens.size(); at++) {
            var objection = wrong(tokens, at);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private Optional<String> wrong(List<String> tokens, int at) {
        var token = tokens.get(at);
        var next = at + 1 < tokens.size() ? tokens.get(at + 1) : "";
        var before = at > 0 ? tokens.get(at - 1) : "";
        if (token.equals("[")) {
            return literalIndex(tokens, at);
        }
        if (token.equals(".")) {
            return NAME.matcher(before).matches() && NAME.matcher(next).matches()
                    ? Optional.empty()
                    : Optional.of("a dot stands between two names only");
        }
        if (token.equals("(")) {
            return NAME.matcher(before).matches() && !WORDS.contains(before)
                    ? call(tokens, at)
                    : before.equals(")") || before.equals("]")
                            ? Optional.of("a call of a result is not allowed")
                            : Optional.empty();
        }
        if (!NAME.matcher(token).matches() || WORDS.contains(token) || next.equals("(") || before.equals(".")) {
            return token.equals("class") ? Optional.of("class is not allowed") : Optional.empty();
        }
        return identifier(tokens, at);
    }

    private Optional<String> call(List<String> tokens, int at) {
        var name = tokens.get(at - 1);
        var allowed = at >= 3 && tokens.get(at - 2).equals(".")
                ? calls.contains(tokens.get(at - 3) + "." + name)
                        && (at == 3 || !tokens.get(at - 4).equals("."))
                : functions.contains(name);
        return allowed ? Optional.empty() : Optional.of(name + "() may not be called");
    }

    private Optional<String> identifier(List<String> tokens, int at) {
        var name = tokens.get(at);
        if (delegates.contains(name)) {
            return Optional.of(name + " belongs into delegateExpression alone");
        }
        if (!name.equals("execution") && !name.equals("task")) {
            return reserved.contains(name) ? Optional.of(name + " is reserved") : Optional.empty();
        }
        var argument = at > 0
                && Set.of("(", ",").contains(tokens.get(at - 1))
                && at + 1 < tokens.size()
                && Set.of(")", ",").contains(tokens.get(at + 1));
        var property =
                at + 2 < tokens.size() && tokens.get(at + 1).equals(".") && properties.contains(tokens.get(at + 2));
        return argument || property
                ? Optional.empty()
                : Optional.of(name + " may only be handed to a call, or asked for one of " + properties);
    }

    private static Optional<String> literalIndex(List<String> tokens, int at) {
        var literal = at + 2 < tokens.size()
                && tokens.get(at + 2).equals("]")
                && tokens.get(at + 1).matches("\\d+|['\"].*")
                && !tokens.get(at + 1).matches("['\"]class['\"]");
        return literal ? Optional.empty() : Optional.of("[ ] takes one literal");
    }

    private boolean special(String name) {
        return reserved.contains(name)
                || delegates.contains(name)
                || WORDS.contains(name)
                || calls.stream().anyMatch(call -> call.startsWith(name + "."));
    }

    /** Empty when a character belongs to no token. */
    private static List<String> tokens(String expression) {
        var tokens = new ArrayList<String>();
        var matcher = TOKEN.matcher(expression);
        var end = 0;
        while (end < expression.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                return List.of();
            }
            if (!matcher.group().isBlank()) {
                tokens.add(matcher.group());
            }
            end = matcher.end();
        }
        return tokens;
    }
}
