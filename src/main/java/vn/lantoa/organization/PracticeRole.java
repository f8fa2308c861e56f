package vn.lantoa.organization;

/** As whom somebody acts while practising; words are message {@code practice.role.<NAME>}. */
public enum PracticeRole {
    /** Fills in the report of the invented unit. */
    OFFICER,
    /** Approves and sends it; the leader of both invented units. */
    LEADER,
    /** The superior's officer, who accepts or returns it. */
    SUPERIOR
}
