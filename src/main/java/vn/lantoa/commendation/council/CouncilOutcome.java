package vn.lantoa.commendation.council;

import java.util.List;

/** What became of an act on a council, a session or a ballot. */
public sealed interface CouncilOutcome {

    /** It is done; {@code id} names what was made or changed. */
    record Done(long id) implements CouncilOutcome {}

    /** Somebody was quicker, or the state is not one for it; {@code message} is the key of the sentence. */
    record Conflict(String message, List<Object> args) implements CouncilOutcome {

        static Conflict of(String message, Object... args) {
            return new Conflict(message, List.of(args));
        }
    }

    /** What was given cannot be right, at this field; nothing is stored. */
    record Refused(String field, String message, List<Object> args) implements CouncilOutcome {

        static Refused at(String field, String message, Object... args) {
            return new Refused(field, message, List.of(args));
        }
    }
}
