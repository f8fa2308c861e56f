package vn.lantoa.diagrams.difference;

import org.springframework.context.MessageSourceResolvable;

/**
 * One thing that differs.
 *
 * @param element id of what it is about: an element of a diagram, a field of a form, a row of a table
 * @param sentence in the reader's language
 */
public record Change(Kind kind, String element, MessageSourceResolvable sentence) {

    /** How it differs. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** Only its place on the drawing: nothing runs differently. */
        MOVED
    }
}
