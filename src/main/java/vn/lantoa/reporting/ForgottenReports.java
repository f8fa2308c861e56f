package vn.lantoa.reporting;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierForgotten;
import vn.lantoa.organization.Practice;
import vn.lantoa.organization.UnitId;

/** The reports of a practice go with it: the only ones that are ever deleted, since nothing in them was said by a real unit (ADR 15, 39). */
@Component
class ForgottenReports {

    /** Those that refer to others first. */
    private static final List<String> OF_REPORTS = List.of(
            "report_proposal_source",
            "report_proposal",
            "report_value",
            "report_text",
            "report_note",
            "report_submission",
            "report_cut_off",
            "report_revision");

    private static final List<String> OF_UNITS = List.of("report_target", "report_cut_off_rule");

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    ForgottenReports(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @EventListener
    void on(Practice.Purged purged) {
        var units = purged.units().stream().map(UnitId::value).toList();
        jdbc.sql("select id from report where unit_id in (:units)")
                .param("units", units)
                .query((row, n) -> ReportId.of(row.getLong("id")))
                .list()
                .forEach(this::forget);
        for (var table : OF_UNITS) {
            jdbc.sql("delete from " + table + " where unit_id in (:units)")
                    .param("units", units)
                    .update();
        }
    }

    private void forget(ReportId report) {
        events.publishEvent(new DossierForgotten(report.dossier()));
        for (var table : OF_REPORTS) {
            jdbc.sql("delete from " + table + " where report_id = ?")
                    .param(report.value())
                    .update();
        }
        jdbc.sql("delete from report where id = ?").param(report.value()).update();
    }
}
