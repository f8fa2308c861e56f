package vn.lantoa.organization;

import java.time.Instant;

/** What became of an activation code that somebody typed. */
public sealed interface Activation {

    /**
     * It opens this account.
     *
     * @param person with the posts held today
     */
    record Opens(Actor person, UnitId home) implements Activation {}

    /** The new password will not do. */
    record PasswordRefused(Opens opens, Change.Refused refused) implements Activation {}

    /** The password is set; the person is to be signed in. */
    record Activated(String username) implements Activation {}

    /**
     * It opens nothing.
     *
     * @param at when it was used or replaced, or ran out; null where no code is known
     */
    record Closed(Why why, Instant at) implements Activation {

        /** Whether it may have been a guess: a code of the right form that nobody has. */
        public boolean guessed() {
            return why == Why.UNKNOWN;
        }
    }

    /** Why a code opens nothing; the words are message {@code activation.closed.<WHY>}. */
    enum Why {
        MALFORMED,
        UNKNOWN,
        USED,
        EXPIRED,
        REPLACED,
        BLOCKED
    }
}
