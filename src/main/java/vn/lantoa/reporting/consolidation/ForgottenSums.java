package vn.lantoa.reporting.consolidation;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierForgotten;
import vn.lantoa.reporting.ReportId;

/** Sums taken in a practice go with its reports: of the report itself, and those in which it was a source. */
@Component
class ForgottenSums {

    private static final String OWN =
            " where consolidation_id in (select id from consolidation where report_id = :report)";

    /** Those that refer to others first. */
    private static final List<String> ROWS = List.of(
            "consolidation_value" + OWN,
            "consolidation_carried" + OWN,
            "consolidation_carried where child_report_id = :report or from_report_id = :report",
            "consolidation_source" + OWN,
            "consolidation_source where child_report_id = :report",
            "consolidation_choice where report_id = :report or child_report_id = :report",
            "consolidation_own where report_id = :report",
            "consolidation where report_id = :report");

    private final JdbcClient jdbc;

    ForgottenSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(DossierForgotten forgotten) {
        if (forgotten.dossier().type().equals("report")) {
            var report = ReportId.of(forgotten.dossier());
            ROWS.forEach(rows -> jdbc.sql("delete from " + rows)
                    .param("report", report.value())
                    .update());
        }
    }
}
