package vn.lantoa.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.Practice;

/** A practice needs a report to fill in: asked like any other, by the invented superior; stopped when the practice is over. */
@Component
class PracticeReports {

    private final Reports reports;
    private final ReportRows rows;
    private final ReportRules rules;
    private final Deadlines deadlines;
    private final Processes processes;
    private final JdbcClient jdbc;
    private final Clock clock;

    PracticeReports(
            Reports reports,
            ReportRows rows,
            ReportRules rules,
            Deadlines deadlines,
            Processes processes,
            JdbcClient jdbc,
            Clock clock) {
        this.reports = reports;
        this.rows = rows;
        this.rules = rules;
        this.deadlines = deadlines;
        this.processes = processes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(Practice.Started started) {
        var outcome = reports.open(started.superior(), started.practice().unit(), period());
        if (!(outcome instanceof ReportOutcome.Done)) {
            throw new IllegalStateException("no report to practise with: " + outcome);
        }
    }

    @EventListener
    void on(Practice.Closed closed) {
        jdbc.sql("select * from report where unit_id = ? and state <> 'ACCEPTED'")
                .param(closed.practice().unit().value())
                .query(Report::read)
                .list()
                .forEach(report -> {
                    processes.stop(report.id().dossier(), "practice closed");
                    rows.moveTo(report.id(), ReportState.DROPPED);
                });
    }

    /** The period people are about to report on; between two of them the time since the new year, which is due in some days. */
    private ReportingPeriod period() {
        var today = LocalDate.now(clock);
        var year = today.getYear();
        return Stream.of(
                        ReportingPeriod.firstHalfOf(year),
                        ReportingPeriod.yearOf(year),
                        ReportingPeriod.firstHalfOf(year + 1))
                .filter(period -> rules.spanOf(period)
                        .filter(span -> !span.from().isAfter(today))
                        .isPresent())
                .filter(period -> deadlines
                        .dueOf(period, 4, today)
                        .filter(due -> due.lastDay().isAfter(today))
                        .isPresent())
                .findFirst()
                .orElseGet(() -> ReportingPeriod.span(LocalDate.of(year, 1, 1), today));
    }
}
