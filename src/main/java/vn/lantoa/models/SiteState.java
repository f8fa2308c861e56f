package vn.lantoa.models;

import java.util.EnumSet;
import java.util.Set;

/** The life of a site (DOMAIN §1.9): no official chart of states exists, this one is ours. */
public enum SiteState {
    DRAFT,
    /** Waits for the superior to register it. */
    SUBMITTED,
    REGISTERED,
    UNDER_TRIAL,
    /** Waits for the appraisal. */
    PROPOSED,
    APPRAISED,
    ACTIVE,
    NEEDS_REPAIR,
    /** A review was missed and reminded of twice; whether its recognition lapses a leader decides. */
    REVIEW_OVERDUE,
    SUSPENDED,
    CLOSED,
    LAPSED,
    REVOKED,
    WITHDRAWN,
    REJECTED;

    /** In which a site counts as alive: recognised, and neither suspended nor ended. Those overdue for review are counted and shown apart. */
    public static final Set<SiteState> ALIVE = EnumSet.of(ACTIVE, NEEDS_REPAIR, REVIEW_OVERDUE);

    /** In which nothing more follows. */
    public static final Set<SiteState> ENDED = EnumSet.of(CLOSED, LAPSED, REVOKED, WITHDRAWN, REJECTED);

    public boolean alive() {
        return ALIVE.contains(this);
    }

    public boolean ended() {
        return ENDED.contains(this);
    }
}
