package vn.lantoa.commendation.privacy;

import java.util.List;

/** What became of recording a request. */
public sealed interface DataRequestOutcome {

    /** It is recorded, and its first step is open. */
    record Done(DataRequestId id) implements DataRequestOutcome {}

    /** What was given cannot be right, at this field; nothing is stored. {@code message} is the key of the sentence. */
    record Refused(String field, String message, List<Object> args) implements DataRequestOutcome {

        static Refused at(String field, String message, Object... args) {
            return new Refused(field, message, List.of(args));
        }
    }
}
