package vn.lantoa.reporting.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportingPeriod;

/** Units that need not report in a period, by a named authority and with its reason. */
@Component
public class CampaignExemptions {

    private static final int LONGEST_REASON = 2000;

    private final JdbcClient jdbc;
    private final Access access;
    private final AuditTrail audit;
    private final Clock clock;

    CampaignExemptions(JdbcClient jdbc, Access access, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Exempts one unit, by the superior's leader: before the campaign it is not asked, during it it is no longer counted. Said twice, the
     * last reason stands.
     *
     * @return empty when done, else what was wrong
     * @throws vn.lantoa.organization.NotVisible or {@link vn.lantoa.organization.NotAllowed}
     */
    @Transactional
    public java.util.Optional<CampaignOutcome.Refused> exempt(
            Actor actor, UnitId unit, ReportingPeriod period, String reason) {
        access.require(actor, Right.SEE_REPORT, Right.EXTEND_REPORT, unit);
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            return java.util.Optional.of(CampaignOutcome.Refused.at("reason", "report.refused.reason"));
        }
        jdbc.sql("delete from campaign_exemption where unit_id = ? and period = ?")
                .params(unit.value(), period.key())
                .update();
        jdbc.sql(
                        """
                        insert into campaign_exemption (unit_id, period, reason, exempted_by, exempted_at) values (?, ?, ?, ?, ?)""")
                .params(unit.value(), period.key(), reason.strip(), actor.id().value(), Timestamp.from(clock.instant()))
                .update();
        jdbc.sql(
                        """
                        update campaign_unit set status = 'EXEMPT' where unit_id = ? and status in ('EXPECTED', 'NEW')
                        and campaign_id in (select id from campaign where period = ? and state <> 'CLOSED')
                        and not exists (select 1 from report r where r.id = campaign_unit.report_id and r.first_sent_at is not null)""")
                .params(unit.value(), period.key())
                .update();
        audit.record(
                "campaign.exempted",
                actor,
                "unit:" + unit,
                unit,
                Map.of("period", period.key()),
                Map.of("reason", reason.strip()));
        return java.util.Optional.empty();
    }
}
