package vn.lantoa.models.safety;

import java.util.List;

/** What became of an act outside the steps of a process. */
public sealed interface SafetyOutcome {

    /** It is done; {@code id} names what was made. */
    record Done(long id) implements SafetyOutcome {}

    /**
     * What was given cannot be right, at this field; nothing is stored.
     *
     * @param message key of the sentence
     * @param taken whether it would be right had it not been done before: the API answers 409
     */
    record Refused(String field, String message, List<Object> args, boolean taken) implements SafetyOutcome {

        static Refused at(String field, String message, Object... args) {
            return new Refused(field, message, List.of(args), false);
        }

        static Refused taken(String field, String message, Object... args) {
            return new Refused(field, message, List.of(args), true);
        }
    }
}
