package vn.lantoa.models;

/** Names that the diagram {@code model-lifecycle} and the code share. */
final class Words {

    static final String PROCESS = "model-lifecycle";

    static final String DRAFT_STEP = "DraftSite";
    static final String REGISTER_STEP = "RegisterSite";
    static final String START_STEP = "StartTrial";
    static final String TRIAL_STEP = "TrialSite";
    static final String APPRAISE_STEP = "AppraiseSite";
    static final String DECIDE_STEP = "DecideRecognition";
    static final String MEASURE_STEP = "DecideMeasure";
    static final String REVIEW_STEP = "ReviewSite";
    static final String REPAIR_STEP = "RepairSite";
    static final String CONFIRM_STEP = "ConfirmRepair";
    static final String OVERDUE_STEP = "DecideOverdue";

    static final String WITHDRAWN = "Message_siteWithdrawn";
    static final String MEASURE = "Message_measureProposed";
    static final String REVIEW_DUE = "Message_reviewDue";
    static final String REVIEW_DROPPED = "Message_reviewDropped";
    static final String REVIEW_MISSED = "Message_reviewMissed";
    static final String OVERDUE_SETTLED = "Message_overdueSettled";

    /** Units of steps other than the site's own. */
    static final String SUPERIOR = "superior";

    static final String DECIDING = "deciding";

    static final String RECOGNISING = "recognising";

    /** How the site ends, as a {@link SiteState}; what the diagram's ends ask. */
    static final String SITE_END = "siteEnd";

    private Words() {}
}
