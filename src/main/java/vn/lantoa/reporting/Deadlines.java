package vn.lantoa.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.Timeliness;
import vn.lantoa.calendar.WorkingDays;

/** Until when a report is in time, and whether it was (DOMAIN §3.2). */
@Component
class Deadlines {

    private final ReportRules rules;
    private final WorkingDays workingDays;

    Deadlines(ReportRules rules, WorkingDays workingDays) {
        this.rules = rules;
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
        return rules.deadlineOf(period.kind(), level, LocalDate.of(period.year(), 6, 1))
                .map(deadline -> {
                    var literal = LocalDate.of(period.year(), deadline.month(), deadline.day());
                    var moves = deadline.onDayOff().equals("BACK");
                    return new Due(moves ? workingDays.lastOnOrBefore(literal) : literal, deadline.onDayOff());
                });
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
