package vn.lantoa.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.Timeliness;
import vn.lantoa.calendar.WorkingDays;

/** Until when a report is in time, and whether it was (DOMAIN §3.2). */
@Component
class Deadlines {

    private final ReportRules rules;
    private final CutOffs cutOffs;
    private final WorkingDays workingDays;

    Deadlines(ReportRules rules, CutOffs cutOffs, WorkingDays workingDays) {
        this.rules = rules;
        this.cutOffs = cutOffs;
        this.workingDays = workingDays;
    }

    /** The last day that is in time, and what a day off does to it. */
    record Due(LocalDate lastDay, String onDayOff) {

        boolean rolls() {
            return onDayOff.equals("ROLL");
        }
    }

    /**
     * The due day of a report that is opened now. Internal cut-offs that fall on a day off move back to the last working day; the date
     * of the guidance stays and rolls.
     */
    Optional<Due> dueOf(ReportingPeriod period, int level, LocalDate today) {
        if (period.kind() == ReportingPeriod.Kind.SPAN) {
            return Optional.of(new Due(workingDays.plus(today, rules.workingDaysFor("SPAN", today)), "STRICT"));
        }
        return rules.deadlineOf(period.kind(), level, DeadlineTable.decidedOn(period.kind(), period.year()))
                .map(deadline -> {
                    var literal = LocalDate.of(period.year(), deadline.month(), deadline.day());
                    var moves = deadline.onDayOff().equals("BACK");
                    return new Due(moves ? workingDays.lastOnOrBefore(literal) : literal, deadline.onDayOff());
                });
    }

    /** Keeps the own cut-off of the unit's branch with the report that is opened now, where there is an earlier one. */
    void freezeCutOff(Report report) {
        cutOffs.of(report.unit(), report.period(), report.level(), report.due())
                .ifPresent(own -> cutOffs.freeze(report.id(), own));
    }

    /** The own cut-off of the branch, while the unit works on what was never sent and nobody named another day. */
    Optional<CutOffs.CutOff> cutOffOf(Report report) {
        return report.sent().isPresent() || report.extendedUntil() != null || report.returnedUntil() != null
                ? Optional.empty()
                : cutOffs.of(report.id());
    }

    /** By when the unit should send it: its branch's own cut-off, else the day that is judged. */
    LocalDate workingDateOf(Report report) {
        return cutOffOf(report).map(CutOffs.CutOff::lastDay).orElse(report.unitDue());
    }

    /** By when each of several units should send, with one look at the cut-offs. */
    Map<ReportId, LocalDate> workingDatesOf(Collection<Report> reports) {
        var own = cutOffs.of(reports.stream().map(Report::id).toList());
        return reports.stream().collect(Collectors.toMap(Report::id, report -> {
            var free = report.sent().isEmpty() && report.extendedUntil() == null && report.returnedUntil() == null;
            return free && own.containsKey(report.id()) ? own.get(report.id()).lastDay() : report.unitDue();
        }));
    }

    /** Judges the first sending; nothing that comes later changes it. An extension is a date somebody named, so it does not roll. */
    Timeliness judge(Report report, Instant received) {
        if (report.extendedUntil() != null) {
            return Timeliness.of(report.extendedUntil(), false, received, workingDays);
        }
        return Timeliness.of(report.due().lastDay(), report.due().rolls(), received, workingDays);
    }

    /** The day for what was returned or opened again, when nobody names one. */
    LocalDate defaultReturn(LocalDate today) {
        return workingDays.plus(today, rules.workingDaysFor("RETURN", today));
    }

    /** By when the superior should have looked at what came in; missing it never makes the unit late. */
    LocalDate acceptanceDue(LocalDate received) {
        return workingDays.plus(received, rules.workingDaysFor("ACCEPT", received));
    }
}
