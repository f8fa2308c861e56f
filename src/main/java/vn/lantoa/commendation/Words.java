package vn.lantoa.commendation;

/** The names that diagrams and code share. */
final class Words {

    static final String NOMINATION = "nomination";
    static final String LEVEL_REVIEW = "level-review";
    static final String SEASON = "commendation-season";

    static final String DRAFT_STEP = "DraftNomination";
    static final String OUTSIDE_STEP = "EnterOutsideDecision";
    static final String REVIEW_STEP = "ReviewNomination";
    static final String HOLD_STEP = "HoldNomination";
    static final String LOWER_STEP = "ConsentToLower";
    static final String RESERVE_STEP = "ReserveNomination";
    static final String OBJECTION_STEP = "ExamineObjection";
    static final String COMMITTEE_STEP = "DecideAsCommittee";
    static final String SIGN_STEP = "SignProposal";

    static final String POSTING_CLOSED = "Message_postingClosed";
    static final String VOTED = "Message_voted";
    static final String RELEASED = "Message_decisionReleased";
    static final String WITHDRAWN = "Message_nominationWithdrawn";
    static final String STAGE_OVER = "Message_seasonStageOver";

    /** The unit role of steps done by the reviewing level. */
    static final String LEVEL = "level";

    static final String LEVEL_RESULT = "levelResult";
    static final String FORWARD = "forward";
    static final String RETURNED = "returned";
    static final String REJECTED = "rejected";
    static final String NOT_THIS_TIME = "notThisTime";

    private Words() {}
}
