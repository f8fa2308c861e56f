package vn.lantoa.diagrams;

/**
 * In what one past case would go differently.
 *
 * @param dossier its number, e.g. {@code report:41}; nobody's name
 * @param subject what differs: a step, an end or a rule table, by its name on the diagram
 * @param before how it was, empty where there is nothing to say
 * @param after how it would be
 * @param noData whether it was followed only so far, as nothing is recorded for what comes now
 */
public record Difference(Kind kind, String dossier, String subject, String before, String after, boolean noData) {

    /** The kinds, in the order in which they are shown. */
    public enum Kind {
        /** It comes to a step more. */
        MORE_STEP,
        /** It passes a step less. */
        FEWER_STEP,
        /** The same steps in another order. */
        OTHER_ORDER,
        /** A rule table answers otherwise. */
        TABLE,
        /** It ends elsewhere, or no longer ends. */
        END,
        /** A step is due on another day. */
        DUE,
        /** The draft cannot go on with this case. */
        FAILED,
        /** The draft does not come to an end with this case. */
        TOO_LONG
    }
}
