package vn.lantoa.models.safety;

/**
 * One thing the checklist says of a unit's answers.
 *
 * @param criterion as DOMAIN 1.4 numbers it, {@code A1.5}; {@code LOCAL} of a branch's own
 * @param reason word of message {@code safety.finding.<reason>}
 * @param wording of a branch's own criterion, null for those of the circular
 */
public record SafetyFinding(String criterion, Outcome outcome, String reason, String basis, String wording) {

    /** Words: message {@code safety.finding.outcome.<NAME>}. */
    public enum Outcome {
        UNMET,
        /** Told, and left to the authority. */
        WARN
    }
}
