package vn.lantoa.diagrams;

import java.util.List;

/**
 * One thing of a process that is changed without drawing.
 *
 * @param key names it among all points of the process: file, element, what, and of several of a kind which
 * @param element id of the element or form field
 * @param subject which one of several: the outcome's code, the column's heading; empty when there is only one
 * @param value as a person reads and types it; empty when it is not set
 * @param choices what it may be; empty when it is typed
 */
public record AdjustablePoint(
        String key, String file, String element, What what, String subject, String value, List<String> choices) {

    /** What of an element is changed. */
    public enum What {
        NAME,
        POST,
        FOUR_EYES,
        WORKING_DAYS,
        OUTCOME,
        /** Whether an optional step is walked: {@link #YES} or {@link #NO}. */
        ON,
        /** How long the history of a case is kept after its end, in days. */
        TIME_TO_LIVE,
        /** A timer's literal duration. */
        DURATION,
        /** A number in a cell of a rule table. */
        NUMBER,
        /** Words for people in a cell of a rule table. */
        TEXT,
        LABEL,
        REQUIRED,
        LEAST,
        MOST,
        SHORTEST,
        LONGEST
    }

    /** Why a value cannot be kept. */
    public enum Why {
        EMPTY,
        TOO_LONG,
        /** It would be calculated rather than read. */
        EXPRESSION,
        QUOTES,
        NOT_A_CHOICE,
        NOT_DAYS,
        NOT_A_DURATION,
        NOT_A_NUMBER,
        /** The least is more than the most. */
        CONTRADICTION,
        /** Another step may not be done by the person of this one. */
        NEEDED_BY_FOUR_EYES,
        /** What follows the step cannot be led past it by itself. */
        NOT_SIMPLE,
        /** The diagram was drawn otherwise since the step was taken out. */
        DRAWN_SINCE,
        /** There is no such point. */
        UNKNOWN
    }

    public static final String YES = "yes";
    public static final String NO = "no";

    static AdjustablePoint of(String file, String element, What what, String subject, String value) {
        return of(file, element, what, subject, value, List.of());
    }

    static AdjustablePoint of(
            String file, String element, What what, String subject, String value, List<String> choices) {
        return new AdjustablePoint(
                file + "#" + element + "#" + what + (subject.isEmpty() ? "" : "#" + subject),
                file,
                element,
                what,
                subject,
                value,
                choices);
    }

    static String yesOrNo(boolean yes) {
        return yes ? YES : NO;
    }
}
