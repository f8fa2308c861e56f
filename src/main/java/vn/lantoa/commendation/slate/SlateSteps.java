package vn.lantoa.commendation.slate;

import vn.lantoa.commendation.Review;

/** The steps of the diagrams that are done for many nominations on one screen, and their outcomes. */
final class SlateSteps {

    static final String REVIEW = "ReviewNomination";
    static final String COMMITTEE = "DecideAsCommittee";
    static final String SIGN = "SignProposal";

    static final String PROPOSE = "propose";
    static final String APPROVE = "approve";
    static final String AGREE = "agree";

    private SlateSteps() {}

    /** The outcome that a mark becomes when the list is closed; null for what is not marked. */
    static String outcome(Review.Mark mark) {
        return switch (mark) {
            case PROPOSE -> PROPOSE;
            case RESERVE -> "reserve";
            case NOT_THIS_TIME -> "notThisTime";
            case NONE -> null;
        };
    }
}
