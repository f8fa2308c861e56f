package vn.lantoa.commendation.council;

/** What a member has to do with a case. */
public enum CaseStanding {
    /** Nothing said yet. */
    UNDECLARED,
    /** May read and vote. */
    FREE,
    /** Declared a conflict of interest. */
    DECLARED,
    /** One was found. */
    FOUND
}
