package vn.lantoa.rulebook;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One column of a table of rules, described as data. Its words are message {@code rulebook.column.<heading>}, those of an option
 * {@code rulebook.option.<code>.<option>}.
 *
 * @param heading the code, unless another table means something else by a column of that name
 * @param key part of what names the rule; fixed once the rule is there
 * @param fixed given with a new rule only; a later row keeps it
 */
public record RuleColumn(
        String code,
        String heading,
        Kind kind,
        boolean key,
        boolean fixed,
        boolean required,
        int longest,
        BigDecimal low,
        BigDecimal high,
        List<String> options) {

    /** What a value may be. */
    public enum Kind {
        TEXT,
        NUMBER,
        YES_NO,
        CHOICE,
        DATE
    }

    public static RuleColumn text(String code, int longest) {
        return new RuleColumn(code, code, Kind.TEXT, false, false, true, longest, null, null, List.of());
    }

    public static RuleColumn number(String code, long low, long high) {
        return new RuleColumn(
                code,
                code,
                Kind.NUMBER,
                false,
                false,
                true,
                20,
                BigDecimal.valueOf(low),
                BigDecimal.valueOf(high),
                List.of());
    }

    public static RuleColumn yesNo(String code) {
        return new RuleColumn(code, code, Kind.YES_NO, false, false, true, 5, null, null, List.of());
    }

    public static RuleColumn choice(String code, String... options) {
        return new RuleColumn(code, code, Kind.CHOICE, false, false, true, 40, null, null, List.of(options));
    }

    public static RuleColumn date(String code) {
        return new RuleColumn(code, code, Kind.DATE, false, false, true, 10, null, null, List.of());
    }

    /** Part of what names the rule. */
    public RuleColumn asKey() {
        return new RuleColumn(code, heading, kind, true, true, required, longest, low, high, options);
    }

    /** Given with a new rule only. */
    public RuleColumn asFixed() {
        return new RuleColumn(code, heading, kind, key, true, required, longest, low, high, options);
    }

    /** A number chosen from these. */
    public RuleColumn among(String... choices) {
        return new RuleColumn(code, heading, kind, key, fixed, required, longest, low, high, List.of(choices));
    }

    public RuleColumn asOptional() {
        return new RuleColumn(code, heading, kind, key, fixed, false, longest, low, high, options);
    }

    /** Headed by other words than its code: {@code rulebook.column.<heading>}. */
    public RuleColumn called(String words) {
        return new RuleColumn(code, words, kind, key, fixed, required, longest, low, high, options);
    }

    /** The message of its heading. */
    public String message() {
        return "rulebook.column." + heading;
    }

    /** A value as people read it: the words of an option, yes or no, a dash for nothing. */
    public Object words(String value) {
        if (value == null || value.isBlank()) {
            return RuleSentence.of("rulebook.value.none");
        }
        if (kind == Kind.YES_NO) {
            return RuleSentence.of("rulebook.value." + value);
        }
        if (!options.isEmpty()) {
            return RuleSentence.of("rulebook.option." + code + "." + value);
        }
        return kind == Kind.DATE ? dateOf(value).map(day -> (Object) day).orElse(value) : value;
    }

    /** Empty when this text is a value of the column, else the message that says what is wrong. */
    Optional<RuleRefusal> check(String value) {
        if (value == null || value.isBlank()) {
            return required ? refuse("rulebook.refused.missing") : Optional.empty();
        }
        return switch (kind) {
            case TEXT -> value.length() > longest ? refuse("rulebook.refused.too-long", longest) : Optional.empty();
            case NUMBER -> number(value);
            case YES_NO ->
                value.equals("true") || value.equals("false") ? Optional.empty() : refuse("rulebook.refused.missing");
            case CHOICE -> options.contains(value) ? Optional.empty() : refuse("rulebook.refused.missing");
            case DATE -> dateOf(value).isPresent() ? Optional.empty() : refuse("rulebook.refused.date");
        };
    }

    /** A day between 2000 and 2100; empty for anything else. */
    static Optional<LocalDate> dateOf(String text) {
        try {
            return Optional.of(LocalDate.parse(text == null ? "" : text.strip()))
                    .filter(day -> day.getYear() >= 2000 && day.getYear() <= 2100);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<RuleRefusal> number(String value) {
        try {
            var number = new BigDecimal(value);
            return number.compareTo(low) < 0 || number.compareTo(high) > 0
                    ? refuse("rulebook.refused.range", low.toPlainString(), high.toPlainString())
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return refuse("rulebook.refused.range", low.toPlainString(), high.toPlainString());
        }
    }

    private Optional<RuleRefusal> refuse(String message, Object... args) {
        return Optional.of(new RuleRefusal(code, RuleSentence.of(message, args)));
    }
}
