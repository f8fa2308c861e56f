package vn.lantoa.rulebook;

/** Why a change is not taken, and at which field of the form; fields are column codes, {@code from}, {@code to}, {@code basis}. */
public record RuleRefusal(String field, RuleSentence why) {

    public static RuleRefusal at(String field, String message, Object... args) {
        return new RuleRefusal(field, RuleSentence.of(message, args));
    }
}
