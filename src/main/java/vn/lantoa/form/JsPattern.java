package vn.lantoa.form;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A regular expression of JavaScript, run in linear time. What the two dialects read differently is translated or
 * refused, so that no pattern means one thing in the browser and another here.
 */
final class JsPattern {

    private static final String SPACE =
            "\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}";
    private static final String DOT = "[^\\n\\r\\x{2028}\\x{2029}]";

    private final String source;
    private final StringBuilder translated = new StringBuilder();
    private int at;
    private boolean inClass;

    private JsPattern(String source) {
        this.source = source;
    }

    /** @throws IllegalArgumentException when it cannot be run here with the same meaning */
    static Pattern compile(String source) {
        var pattern = new JsPattern(source);
        try {
            return Pattern.compile(pattern.translate());
        } catch (PatternSyntaxException unsupported) {
            throw new IllegalArgumentException("pattern " + source + ": " + unsupported.getDescription());
        }
    }

    private String translate() {
        while (at < source.length()) {
            char c = source.charAt(at++);
            if (c == '\\') {
                escape();
            } else if (inClass) {
                inClass(c);
            } else {
                outside(c);
            }
        }
        return translated.toString();
    }

    private void outside(char c) {
        if (c == '(' && peek('?') && !source.startsWith("?:", at)) {
            throw refused("(?");
        }
        inClass = c == '[';
        translated.append(c == '.' ? DOT : String.valueOf(c));
    }

    private void inClass(char c) {
        if (c == '[') {
            translated.append('\\');
        }
        inClass = c != ']';
        translated.append(c);
    }

    private void escape() {
        if (at == source.length()) {
            throw refused("\\");
        }
        char c = source.charAt(at++);
        switch (c) {
            case 's' -> translated.append(inClass ? SPACE : "[" + SPACE + "]");
            case 'S' -> translated.append(notInClass("[^" + SPACE + "]", "\\S"));
            case 'b', 'B' -> translated.append(notInClass("\\" + c, "\\" + c));
            case 'd', 'D', 'w', 'W', 't', 'n', 'r', 'f', 'v' ->
                translated.append('\\').append(c);
            case 'u' -> hex(4);
            case 'x' -> hex(2);
            default -> literal(c);
        }
    }

    private void literal(char c) {
        if (Character.isLetterOrDigit(c)) {
            throw refused("\\" + c);
        }
        translated.append(c < 128 ? "\\" : "").append(c);
    }

    private void hex(int digits) {
        int end = at + digits;
        if (end > source.length() || !source.substring(at, end).matches("[0-9A-Fa-f]+")) {
            throw refused("\\u, \\x");
        }
        translated.append("\\x{").append(source, at, end).append('}');
        at = end;
    }

    private String notInClass(String replacement, String what) {
        if (inClass) {
            throw refused(what + " in a class");
        }
        return replacement;
    }

    private boolean peek(char c) {
        return at < source.length() && source.charAt(at) == c;
    }

    private IllegalArgumentException refused(String what) {
        return new IllegalArgumentException("pattern " + source + ": " + what + " is not supported on the server");
    }
}
