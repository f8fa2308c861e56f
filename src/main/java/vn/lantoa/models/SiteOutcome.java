package vn.lantoa.models;

import java.util.List;

/** What became of an act on a site of a model. */
public sealed interface SiteOutcome {

    /** It is done; {@code id} of what was made or changed. */
    record Done(long id) implements SiteOutcome {}

    /** It is not in the state for it, or somebody was quicker; {@code message} is the key of the sentence. */
    record Conflict(String message, List<Object> args) implements SiteOutcome {

        static Conflict of(String message, Object... args) {
            return new Conflict(message, List.of(args));
        }
    }

    /** What was given cannot be right, at this field; nothing is stored. */
    record Refused(String field, String message, List<Object> args) implements SiteOutcome {

        static Refused at(String field, String message, Object... args) {
            return new Refused(field, message, List.of(args));
        }
    }
}
