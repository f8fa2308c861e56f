package vn.lantoa.rulebook;

import java.util.List;

/** What becomes of a wanted change of a rule. */
public sealed interface RuleAnswer {

    /** It is not taken; nothing was changed. */
    record Refused(List<RuleRefusal> refusals) implements RuleAnswer {}

    /** It may be taken, and this is what it does. */
    record Preview(List<RuleSentence> sentences) implements RuleAnswer {}

    /** It is taken. */
    record Saved() implements RuleAnswer {}
}
