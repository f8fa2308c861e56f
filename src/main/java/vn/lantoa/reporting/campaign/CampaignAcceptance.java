package vn.lantoa.reporting.campaign;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportAcceptance;
import vn.lantoa.reporting.ReportAcceptance.Waiting;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportResult;

/** "Tiếp nhận các báo cáo không có cảnh báo": what the direct subordinates of the frozen tree sent, accepted in one act. */
@Component
public class CampaignAcceptance {

    private final CampaignRows rows;
    private final ReportAcceptance acceptance;
    private final Access access;
    private final JdbcClient jdbc;

    CampaignAcceptance(CampaignRows rows, ReportAcceptance acceptance, Access access, JdbcClient jdbc) {
        this.rows = rows;
        this.acceptance = acceptance;
        this.access = access;
        this.jdbc = jdbc;
    }

    /**
     * What waits for this person's acceptance in the campaign.
     *
     * @throws NotVisible when there is no such campaign, or the actor may not read the unit's reports
     * @throws NotAllowed when the actor is not the unit's officer and stands in for none
     */
    public List<Waiting> waiting(Actor actor, CampaignId campaign, UnitId superior, Locale locale) {
        require(actor, campaign, superior);
        return acceptance.waiting(actor, below(campaign, superior, " and r.state = 'SENT'"), locale);
    }

    /** Accepts those of the chosen reports that have no warning, each by itself; for the same people as {@link #waiting}. */
    public List<ReportResult> accept(
            Actor actor, CampaignId campaign, UnitId superior, Collection<ReportId> chosen, Locale locale) {
        require(actor, campaign, superior);
        var ours =
                below(campaign, superior, "").stream().filter(chosen::contains).toList();
        return acceptance.accept(actor, acceptance.waiting(actor, ours, locale), ours, locale);
    }

    private void require(Actor actor, CampaignId campaign, UnitId superior) {
        if (!acceptance.accepts(actor, superior)) {
            access.require(actor, Right.SEE_REPORT, Right.SEE_REPORT, superior);
            throw new NotAllowed(Right.DO_TASK.name());
        }
        rows.find(campaign).orElseThrow(() -> new NotVisible("campaign " + campaign));
    }

    private List<ReportId> below(CampaignId campaign, UnitId superior, String which) {
        return jdbc.sql("select r.id from campaign_unit u join report r on r.id = u.report_id"
                        + " where u.campaign_id = ? and u.parent_id = ? and u.status in ('EXPECTED', 'NEW')" + which)
                .params(campaign.value(), superior.value())
                .query((row, n) -> ReportId.of(row.getLong(1)))
                .list();
    }
}
