package vn.lantoa.reporting.campaign;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierForgotten;
import vn.lantoa.organization.Practice;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportId;

/** A practice opens no campaign; whatever a campaign or its rules may know of its units goes with it all the same. */
@Component
class ForgottenCampaigns {

    private static final List<String> OF_UNITS = List.of(
            "campaign_branch where unit_id in (:units) or ancestor_id in (:units)",
            "campaign_unit where unit_id in (:units)",
            "campaign_exemption where unit_id in (:units)");

    private final JdbcClient jdbc;

    ForgottenCampaigns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(DossierForgotten forgotten) {
        if (forgotten.dossier().type().equals("report")) {
            jdbc.sql("update campaign_unit set report_id = null where report_id = ?")
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
