package vn.lantoa.commendation;

/**
 * What the table of eligibility says about one nomination.
 *
 * @param rule E01 to E19 (DOMAIN 2.5)
 * @param reasonKey message {@code eligibility.<reason>} in plain words
 * @param basis the law, as the row of the table names it
 */
public record EligibilityFinding(String rule, Outcome outcome, String reasonKey, String basis) {

    /** What follows from it. */
    public enum Outcome {
        /** It cannot be handed in, and no level puts it forward. */
        BLOCK,
        /** The file is kept and goes to no council. */
        HOLD,
        /** It needs a reason. */
        WARN,
        INFO
    }
}
