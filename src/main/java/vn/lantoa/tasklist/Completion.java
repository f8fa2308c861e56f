package vn.lantoa.tasklist;

import java.time.Instant;
import java.util.List;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.form.Acceptance.FieldError;

/** What became of a click on an outcome's button. */
public sealed interface Completion {

    /** Done: the token moved, and everything it caused is in the tables. */
    record Completed(DossierKey dossier, String step, String outcome) implements Completion {}

    /** The form or the feature refuses the answers; nothing was stored (422). */
    record Refused(DossierKey dossier, List<FieldError> errors) implements Completion {}

    /**
     * Somebody was quicker (409). The answers were kept as a draft.
     *
     * @param by name of the person, null when the task was cancelled or nobody can be named
     */
    record NoLongerOpen(DossierKey dossier, String step, Why why, String by, Instant at) implements Completion {}

    /** Why a task cannot be completed any more; message keys {@code tasklist.gone.<NAME>}. */
    enum Why {
        COMPLETED,
        CANCELLED,
        CLAIMED,
        COLLIDED
    }
}
