package vn.lantoa.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.Expectations;
import vn.lantoa.organization.Unit;

/** The reports that the dated tables ask of a unit, opened or not, as far as they were never sent. */
@Component
class ExpectedReports implements Expectations {

    private final ReportRows rows;
    private final Deadlines deadlines;

    ExpectedReports(ReportRows rows, Deadlines deadlines) {
        this.rows = rows;
        this.deadlines = deadlines;
    }

    @Override
    public List<Expected> of(Unit unit, LocalDate from, LocalDate to) {
        var expected = new ArrayList<Expected>();
        for (var year = from.getYear(); year <= to.getYear(); year++) {
            for (var period : List.of(ReportingPeriod.firstHalfOf(year), ReportingPeriod.yearOf(year))) {
                of(unit, period, from)
                        .filter(one -> !one.due().isBefore(from) && !one.due().isAfter(to))
                        .ifPresent(expected::add);
            }
        }
        expected.sort(Comparator.comparing(Expected::due));
        return expected;
    }

    private Optional<Expected> of(Unit unit, ReportingPeriod period, LocalDate today) {
        var key = "report-" + unit.id() + "-" + period.key();
        var title = "Báo cáo " + period.title();
        var opened = rows.find(unit.id(), period);
        if (opened.isPresent()) {
            return opened.filter(report -> report.sent().isEmpty())
                    .map(report -> new Expected(
                            key, title, report.unitDue(), report.id().dossier()));
        }
        return deadlines.dueOf(period, unit.level(), today).map(due -> new Expected(key, title, due.lastDay(), null));
    }
}
