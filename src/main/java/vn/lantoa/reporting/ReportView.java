package vn.lantoa.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A report as one reads it: the newest revision with its ratios recomputed, and everything that happened to it.
 *
 * @param texts by the key of the outline's field; {@code proposals} holds section VI as one text too
 * @param proposals section VI row by row
 */
public record ReportView(
        Report report, Figures figures, Map<String, String> texts, List<Proposal> proposals, List<Happening> history) {

    /**
     * One act.
     *
     * @param step the step of the diagram, null for an act beside it
     * @param by the person's id, null for the house itself
     */
    public record Happening(
            String step, String act, int revision, String reason, LocalDate newDate, String by, Instant at) {

        static Happening of(ReportStory.Act act) {
            return new Happening(
                    act.step(),
                    act.act(),
                    act.revision(),
                    act.reason(),
                    act.newDate(),
                    act.by() == null ? null : act.by().toString(),
                    act.at());
        }
    }
}
