package vn.lantoa.commendation.decision;

import java.util.List;

/** What became of an act on a decision. */
public sealed interface DecisionOutcome {

    /** It is done. */
    record Done(DecisionId decision) implements DecisionOutcome {}

    /** It is not in the state for it, or somebody was quicker; nothing is stored. */
    record Conflict(String message, List<String> args) implements DecisionOutcome {

        static Conflict of(String message, String... args) {
            return new Conflict("decision.refused." + message, List.of(args));
        }
    }

    /** What was given cannot be right, at this field; nothing is stored. */
    record Refused(String field, String message, List<String> args) implements DecisionOutcome {

        static Refused at(String field, String message, String... args) {
            return new Refused(field, "decision.refused." + message, List.of(args));
        }
    }
}
