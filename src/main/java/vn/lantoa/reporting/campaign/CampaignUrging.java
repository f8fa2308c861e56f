package vn.lantoa.reporting.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.notification.News;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** Who has sent nothing yet in a branch, and "Đôn đốc đơn vị chưa nộp": one notice to the officers of exactly the late ones. */
@Component
public class CampaignUrging {

    /** More is a table for the XLSX of the whole branch. */
    static final int MOST = 1_000;

    private final Campaigns campaigns;
    private final Telling telling;
    private final Access access;
    private final AuditTrail audit;
    private final WorkingDays workingDays;
    private final JdbcClient jdbc;
    private final Clock clock;

    CampaignUrging(
            Campaigns campaigns,
            Telling telling,
            Access access,
            AuditTrail audit,
            WorkingDays workingDays,
            JdbcClient jdbc,
            Clock clock) {
        this.campaigns = campaigns;
        this.telling = telling;
        this.access = access;
        this.audit = audit;
        this.workingDays = workingDays;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A unit that has sent nothing yet.
     *
     * @param phone of its office, null when none is known
     * @param due the day by whose end it is to send
     */
    public record Owing(UnitId unit, String name, String superior, String phone, LocalDate due, boolean late) {}

    /**
     * The units below this one that have sent nothing yet, the late ones first, a thousand at most.
     *
     * @throws vn.lantoa.organization.NotVisible when the actor may not read the unit's reports
     */
    public List<Owing> owing(Actor actor, CampaignId id, UnitId unit) {
        access.require(actor, Right.SEE_REPORT, Right.SEE_REPORT, unit);
        var campaign = campaigns.find(actor, id);
        return jdbc.sql(Outstanding.OWING)
                .params(params(campaign, unit))
                .param("most", MOST)
                .query((row, n) -> new Owing(
                        UnitId.of(row.getLong("unit_id")),
                        row.getString("name"),
                        row.getString("superior_name"),
                        row.getString("phone"),
                        row.getObject("working", LocalDate.class),
                        row.getBoolean("late")))
                .list();
    }

    /**
     * Tells the officers of the late units below this one, once a day.
     *
     * @return how many people were told; 0 when nobody is late or all were told today
     * @throws vn.lantoa.organization.NotVisible or {@link vn.lantoa.organization.NotAllowed}
     */
    @Transactional
    public int urge(Actor actor, CampaignId id, UnitId unit) {
        access.require(actor, Right.SEE_REPORT, Right.URGE_REPORTS, unit);
        var campaign = campaigns.find(actor, id);
        var params = params(campaign, unit);
        params.put("title", campaign.period().title());
        params.put("sep", News.SEPARATOR);
        params.put("link", "/tasks");
        params.put("key", "campaign:" + id + ":urged:" + unit + ":" + params.get("today"));
        var told = telling.tell(Outstanding.URGED, Outstanding.URGED_INSTEAD, params);
        if (told > 0) {
            audit.record("campaign.urged", actor, id.dossier().toString(), unit, Map.of("people", told), Map.of());
        }
        return told;
    }

    private Map<String, Object> params(Campaign campaign, UnitId unit) {
        var today = LocalDate.now(clock);
        var params = new HashMap<String, Object>();
        params.put("campaign", campaign.id().value());
        params.put("period", campaign.period().key());
        params.put("unit", unit.value());
        params.put("today", today);
        params.put("rolled", workingDays.lastOnOrBefore(today.minusDays(1)));
        return params;
    }
}
