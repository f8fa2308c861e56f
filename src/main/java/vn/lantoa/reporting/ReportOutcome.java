package vn.lantoa.reporting;

import java.util.List;

/** What became of an act on a report. */
public sealed interface ReportOutcome {

    /** It is done. */
    record Done(ReportId report) implements ReportOutcome {}

    /**
     * The report is not, or no longer, in the state for it.
     *
     * @param message key of the sentence
     */
    record Conflict(String message) implements ReportOutcome {}

    /** What was given cannot be right; nothing is stored. */
    record Refused(List<Refusal> refusals) implements ReportOutcome {

        /** One refusal at one field. */
        public static Refused at(String field, String message, Object... args) {
            return new Refused(List.of(Refusal.of(field, message, args)));
        }
    }
}
