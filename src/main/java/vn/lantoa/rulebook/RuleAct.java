package vn.lantoa.rulebook;

/** What somebody did to a rule; words are message {@code rulebook.act.<NAME>}. */
public enum RuleAct {
    ADDED,
    CORRECTED,
    ENDED,
    WITHDRAWN,
    /** Looked at and left as it is. */
    CONFIRMED
}
