package vn.lantoa.models.adoption;

import java.util.List;

/** What became of an act on adoptions. */
public sealed interface AdoptionOutcome {

    /** It is done. */
    record Done(AdoptionId id) implements AdoptionOutcome {}

    /** What was given cannot be right, at this field; nothing is stored. {@code message} is the key of the sentence. */
    record Refused(String field, String message, List<Object> args) implements AdoptionOutcome {

        static Refused at(String field, String message, Object... args) {
            return new Refused(field, message, List.of(args));
        }
    }

    /** It is no longer in the state for it. */
    record Conflict(String message) implements AdoptionOutcome {}
}
