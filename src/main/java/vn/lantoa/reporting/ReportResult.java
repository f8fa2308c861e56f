package vn.lantoa.reporting;

import java.util.Map;

/**
 * What became of one report in an act on many at once: one's trouble leaves the others done.
 *
 * @param unit the name of its unit
 * @param changed how many cells of the table were written
 * @param message why it was not done, or what became of it
 * @param errors by key of the cell, each with what to do
 */
public record ReportResult(
        ReportId report, String unit, boolean done, int changed, String message, Map<String, String> errors) {

    /** Of an act that writes no cells. */
    static ReportResult of(ReportId report, String unit, boolean done, String message) {
        return new ReportResult(report, unit, done, 0, message, Map.of());
    }
}
