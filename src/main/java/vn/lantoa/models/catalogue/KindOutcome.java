package vn.lantoa.models.catalogue;

import java.util.List;
import java.util.Map;
import vn.lantoa.models.KindId;
import vn.lantoa.models.ModelKind;

/** What became of an act on an entry of the catalogue. */
public sealed interface KindOutcome {

    /** It is stored. */
    record Done(KindId id) implements KindOutcome {}

    /** What was given cannot be right: by field the key of its sentence; nothing is stored. */
    record Refused(Map<String, String> errors) implements KindOutcome {}

    /** Others have proposed the same, or nearly the same: {@code same} may not be entered again, {@code near} only by who says that it is another. */
    record Known(List<ModelKind> same, List<ModelKind> near) implements KindOutcome {}

    /** It is no longer in the state for it; {@code message} is the key of the sentence. */
    record Conflict(String message) implements KindOutcome {}
}
