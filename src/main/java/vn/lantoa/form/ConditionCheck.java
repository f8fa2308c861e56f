package vn.lantoa.form;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Admits the conditions that the browser's FEEL and the engine's read alike: comparisons of like with like, a few tests,
 * {@code and}, {@code or}, {@code not}. On {@code "9" > 5} or {@code not(5)} the two disagree, so no form may ask.
 */
final class ConditionCheck {

    /** What an operand is; UNSURE when it may be one thing or another, KNOWN_ELSEWHERE when the form does not ask for it. */
    enum Type {
        TEXT,
        NUMBER,
        BOOLEAN,
        DATE,
        LIST,
        NOTHING,
        UNSURE,
        KNOWN_ELSEWHERE
    }

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<text>\"[^\"\\\\]*\")|(?<number>-?\\d+(?:\\.\\d+)?)"
            + "|(?<function>list contains|string length|starts with|ends with|contains|count|date|not)(?=\\s*\\()"
            + "|(?<name>_?[A-Za-z][A-Za-z0-9_]*(?:\\.[A-Za-z][A-Za-z0-9_]*)*)"
            + "|(?<sign><=|>=|!=|[=<>(),\\[\\]]))");
    private static final Set<String> EQUAL = Set.of("=", "!=");
    private static final Set<String> ORDER = Set.of("<", "<=", ">", ">=");

    private final String source;
    private final Function<String, Type> types;
    private final Matcher tokens;
    private String token;
    private String kind;
    private int negated;

    private ConditionCheck(String source, Function<String, Type> types) {
        this.source = source;
        this.types = types;
        this.tokens = TOKEN.matcher(source);
    }

    /**
     * @param types the type of a variable by its name
     * @throws IllegalArgumentException with the place where it is not understood
     */
    static void check(String condition, Function<String, Type> types) {
        var check = new ConditionCheck(condition, types);
        check.next();
        check.either();
        check.require(check.kind.equals("end"), "more than a condition");
    }

    private void either() {
        do {
            both();
        } while (skip("or"));
    }

    private void both() {
        do {
            test();
        } while (skip("and"));
    }

    private void test() {
        if (skip("(")) {
            either();
            expect(")");
        } else if (kind.equals("function") && token.equals("not")) {
            negation();
        } else {
            comparison();
        }
    }

    /** Of what is never null: the browser takes "not nothing" for false, the engine for nothing. */
    private void negation() {
        next();
        expect("(");
        negated++;
        either();
        negated--;
        expect(")");
    }

    private void comparison() {
        var left = operand();
        var sign = token;
        if (EQUAL.contains(sign)) {
            next();
            requireAlike(left, operand());
        } else if (ORDER.contains(sign)) {
            require(negated == 0, "not(…) of " + sign + " may be of nothing");
            next();
            var right = operand();
            requireAlike(left, right);
            requireOneOf(left, Type.NUMBER, Type.DATE, Type.KNOWN_ELSEWHERE);
            requireOneOf(right, Type.NUMBER, Type.DATE, Type.KNOWN_ELSEWHERE);
        } else if (skip("in")) {
            requireOneOf(left, Type.TEXT, Type.NUMBER, Type.KNOWN_ELSEWHERE);
            list(left);
            require(kind.equals("end") || token.equals(")"), "put (… in […]) into brackets of its own, or last");
        } else {
            require(negated == 0, "write = false, not(…) may be of nothing");
            requireOneOf(left, Type.BOOLEAN, Type.KNOWN_ELSEWHERE);
        }
    }

    private Type list(Type element) {
        expect("[");
        do {
            requireAlike(element, operand());
        } while (skip(","));
        expect("]");
        return Type.LIST;
    }

    private Type operand() {
        if (token.equals("[") && kind.equals("sign")) {
            return list(Type.KNOWN_ELSEWHERE);
        }
        var text = token;
        var was = kind;
        next();
        return switch (was) {
            case "text" -> Type.TEXT;
            case "number" -> Type.NUMBER;
            case "function" -> function(text);
            case "name" -> name(text);
            default -> throw refused("a value is missing");
        };
    }

    private Type name(String name) {
        return switch (name) {
            case "true", "false" -> Type.BOOLEAN;
            case "null" -> Type.NOTHING;
            case "i" -> rowNumber();
            case "and", "or", "in", "if", "then", "else", "between", "instance", "return" -> throw refused(name);
            default -> types.apply(name);
        };
    }

    private Type rowNumber() {
        expect("[");
        require(kind.equals("number"), "the level of a row is a number");
        next();
        expect("]");
        return Type.NUMBER;
    }

    private Type function(String name) {
        boolean ofText = !name.equals("count") && !name.equals("list contains");
        require(negated == 0 || !ofText, "not(…) of " + name + " may be of nothing");
        expect("(");
        var argument = operand();
        var result =
                switch (name) {
                    case "count" -> of(argument, Type.LIST, Type.NUMBER);
                    case "string length" -> of(argument, Type.TEXT, Type.NUMBER);
                    case "date" -> of(argument, Type.TEXT, Type.DATE);
                    case "list contains" -> second(of(argument, Type.LIST, Type.BOOLEAN), Type.TEXT, Type.NUMBER);
                    case "starts with", "ends with", "contains" ->
                        second(of(argument, Type.TEXT, Type.BOOLEAN), Type.TEXT);
                    default -> throw refused(name);
                };
        expect(")");
        return result;
    }

    private Type of(Type argument, Type wanted, Type result) {
        requireOneOf(argument, wanted, Type.KNOWN_ELSEWHERE);
        return result;
    }

    private Type second(Type result, Type first, Type... more) {
        expect(",");
        var wanted = EnumSet.of(first, more);
        wanted.add(Type.KNOWN_ELSEWHERE);
        requireOneOf(operand(), wanted.toArray(Type[]::new));
        return result;
    }

    private void requireAlike(Type left, Type right) {
        boolean nothing = left == Type.NOTHING || right == Type.NOTHING;
        boolean elsewhere = left == Type.KNOWN_ELSEWHERE || right == Type.KNOWN_ELSEWHERE;
        boolean unsure = left == Type.UNSURE || right == Type.UNSURE || left == Type.LIST || right == Type.LIST;
        require(nothing || !unsure && (elsewhere || left == right), left + " is held against " + right);
    }

    private void requireOneOf(Type type, Type... wanted) {
        require(Arrays.asList(wanted).contains(type), "a " + type + " does not belong there");
    }

    private void expect(String sign) {
        require(skip(sign), sign + " is missing");
    }

    private boolean skip(String word) {
        boolean here = token.equals(word) && !kind.equals("text");
        if (here) {
            next();
        }
        return here;
    }

    private void next() {
        int from = kind == null ? 0 : tokens.end();
        if (source.substring(from).isBlank()) {
            kind = "end";
            token = "";
            return;
        }
        require(tokens.region(from, source.length()).lookingAt(), "not understood");
        for (var name : new String[] {"text", "number", "function", "name", "sign"}) {
            if (tokens.group(name) != null) {
                kind = name;
                token = tokens.group(name);
            }
        }
    }

    private void require(boolean right, String what) {
        if (!right) {
            throw refused(what);
        }
    }

    private IllegalArgumentException refused(String what) {
        return new IllegalArgumentException("condition =" + source + ": " + what);
    }
}
