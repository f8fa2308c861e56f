package vn.lantoa.form;

import java.util.Map;

/** Decides on a condition of a form. */
interface Conditions {

    /** Whether the expression, written without its leading {@code =}, is true of the data. */
    boolean holds(String feel, Map<String, Object> data);
}
