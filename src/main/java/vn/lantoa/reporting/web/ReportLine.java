package vn.lantoa.reporting.web;

import java.time.LocalDate;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.reporting.ReportList;
import vn.lantoa.reporting.Targets;

/**
 * One row of the page "Báo cáo".
 *
 * @param badge which of the house's badges shows the timeliness
 * @param timeliness its words are message {@code report.timeliness.filter.<timeliness>}
 */
record ReportLine(
        String id,
        String unit,
        String period,
        String state,
        String badge,
        String timeliness,
        String due,
        boolean byHand,
        Targets.Reached targets) {

    static ReportLine of(ReportList.Line line, LocalDate today) {
        var report = line.report();
        var timeliness = report.timeliness() == null
                ? line.overdue(today) ? "MISSING" : "none"
                : report.timeliness().status().name();
        return new ReportLine(
                report.id().toString(),
                line.unit(),
                report.period().title(),
                "report.state." + report.state(),
                badge(timeliness),
                timeliness,
                WrittenDay.of(report.unitDue()),
                report.enteredBySuperior(),
                line.targets());
    }

    private static String badge(String timeliness) {
        return switch (timeliness) {
            case "ON_TIME" -> "ontime";
            case "ON_TIME_ROLLED" -> "rolled";
            case "LATE" -> "late";
            case "MISSING" -> "missing";
            default -> "open";
        };
    }
}
