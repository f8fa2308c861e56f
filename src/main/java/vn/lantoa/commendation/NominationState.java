package vn.lantoa.commendation;

import java.util.EnumSet;
import java.util.Set;

/** Where a nomination stands; the word is message {@code nomination.state.<STATE>}. */
public enum NominationState {
    DRAFT,
    REVIEW,
    RESERVE,
    HELD,
    LOWER_OFFERED,
    POSTING,
    OBJECTED,
    VOTING,
    SIGNING,
    DECIDING,
    OUTSIDE,
    AWARDED,
    REJECTED,
    NOT_THIS_TIME,
    WITHDRAWN,
    DISCARDED;

    /** Those after which nothing more happens to it. */
    public static final Set<NominationState> ENDED = EnumSet.of(AWARDED, REJECTED, NOT_THIS_TIME, WITHDRAWN, DISCARDED);

    public boolean ended() {
        return ENDED.contains(this);
    }
}
