package vn.lantoa.organization;

/** What became of an act on the tree, a post or an account: done, or refused for one reason a person can put right. */
public sealed interface Change {

    /**
     * It is done.
     *
     * @param id of what was made or changed
     * @param secret shown once and kept nowhere: a one-time password or a token; null when there is none
     */
    record Done(long id, String secret) implements Change {

        Done(long id) {
            this(id, null);
        }
    }

    /**
     * Nothing was changed.
     *
     * @param field the field of the form the reason belongs to
     * @param detail names that belong into the sentence, null when it has none
     */
    record Refused(Reason reason, String field, String detail) implements Change {

        public Refused(Reason reason, String field) {
            this(reason, field, null);
        }
    }

    /** Why an act was refused; the words are message {@code organization.refused.<REASON>}. */
    enum Reason {
        CODE_TAKEN,
        CODE_MALFORMED,
        IN_TWO_BRANCHES,
        NAME_MISSING,
        NAME_TOO_LONG,
        KIND_MISSING,
        PARENT_UNKNOWN,
        PARENT_CLOSED,
        WRONG_LEVEL,
        CYCLE,
        UNIT_CLOSED,
        HAS_SUBORDINATES,
        SAME_UNIT,
        ALREADY_SO,
        DATE_MISSING,
        DATES_OUT_OF_ORDER,
        DATE_IN_FUTURE,
        PHONE_MALFORMED,
        EMAIL_MALFORMED,
        USERNAME_TAKEN,
        USERNAME_MALFORMED,
        PERSON_UNKNOWN,
        POST_MISSING,
        ALREADY_HOLDS,
        TEXT_TOO_LONG,
        LAST_ADMINISTRATOR,
        PASSWORD_WRONG,
        PASSWORD_TOO_SHORT,
        PASSWORD_TOO_LONG,
        PASSWORD_COMMON,
        PASSWORD_REPEATED_WRONG,
        SUCCESSOR_SAME,
        SUCCESSOR_NOT_A_HOLDER,
        HANDOVER_OPEN,
        HANDOVER_OVER,
        DEPUTY_SAME,
        DEPUTY_LOOP,
        DEPUTY_TWICE,
        DATE_PAST
    }

    default boolean done() {
        return this instanceof Done;
    }
}
