package vn.lantoa.models.adoption;

/** The names that the diagram and code share. */
final class Words {

    static final String PROCESS = "model-adoption";

    static final String ANSWER_STEP = "AnswerInvitation";
    static final String REVIEW_STEP = "ReviewRequest";
    static final String PLAN_STEP = "DraftPlan";
    static final String APPROVE_STEP = "ApprovePlan";
    static final String SET_UP_STEP = "SetUpModel";

    static final String REVIEWED = "Message_siteFirstReviewed";
    static final String SITE_ENDED = "Message_siteEndedEarly";
    static final String TAKEN_BACK = "Message_adoptionTakenBack";

    /** Who began: {@link #INVITED}, {@link #ASKED}, or {@link #OWN} for a unit without a superior. */
    static final String OPENING = "opening";

    static final String INVITED = "invited";
    static final String ASKED = "asked";
    static final String OWN = "own";

    /** The name of the {@link AdoptionState} in which it ends. */
    static final String ENDING = "ending";

    /** The unit role of the step done by the superior. */
    static final String SUPERIOR = "superior";

    private Words() {}
}
