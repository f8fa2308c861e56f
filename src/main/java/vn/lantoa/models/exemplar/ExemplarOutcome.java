package vn.lantoa.models.exemplar;

import java.util.List;

/** What became of an act on exemplars. */
public sealed interface ExemplarOutcome {

    /** It is done: the proposals that were opened, none for a confirmation. */
    record Done(List<ExemplarRequestId> opened) implements ExemplarOutcome {}

    /** What was given cannot be right, at this field; {@code message} is the key of its sentence. */
    record Refused(String field, String message) implements ExemplarOutcome {}

    /** It is no longer in the state for it. */
    record Conflict(String message) implements ExemplarOutcome {}
}
