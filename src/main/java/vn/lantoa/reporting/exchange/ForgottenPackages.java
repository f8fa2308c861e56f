package vn.lantoa.reporting.exchange;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierForgotten;
import vn.lantoa.organization.Practice;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportId;

/** Packages that name a practice's unit go with it; that a report came out of a package goes with the report. */
@Component
class ForgottenPackages {

    private static final List<String> OF_UNITS = List.of(
            "report_package_report where package_id in (select id from report_package where unit_id in (:units))",
            "report_package where unit_id in (:units)",
            "package_key where unit_id in (:units)");

    private final JdbcClient jdbc;

    ForgottenPackages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(DossierForgotten forgotten) {
        if (forgotten.dossier().type().equals("report")) {
            jdbc.sql("delete from report_package_report where report_id = ?")
                    .param(ReportId.of(forgotten.dossier()).value())
                    .update();
        }
    }

    @EventListener
    void on(Practice.Purged purged) {
        for (var rows : OF_UNITS) {
            jdbc.sql("delete from " + rows)
                    .param("units", purged.units().stream().map(UnitId::value).toList())
                    .update();
        }
    }
}
