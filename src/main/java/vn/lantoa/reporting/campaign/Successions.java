package vn.lantoa.reporting.campaign;

import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.UnitsMerged;

/**
 * Units that change while a campaign is open are counted once: who moved, where it stood on the reference date; who went on as another
 * that answers already, with that one; who was dissolved before it sent anything, no longer. Their tasks stay where the task list put them.
 */
@Component
class Successions {

    private static final String OPEN = " campaign_id in (select id from campaign where state <> 'CLOSED') ";
    private static final String NEVER_SENT =
            " not exists (select 1 from report r where r.id = campaign_unit.report_id and r.first_sent_at is not null) ";

    private final JdbcClient jdbc;

    Successions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(UnitsMerged merged) {
        jdbc.sql(
                        "update campaign_unit set status = 'MERGED' where answering_id = :from and status in ('EXPECTED', 'NEW') and"
                                + OPEN + "and" + NEVER_SENT
                                + "and exists (select 1 from campaign_unit k where k.campaign_id = campaign_unit.campaign_id"
                                + " and k.answering_id = :into and k.status in ('EXPECTED', 'NEW'))")
                .param("from", merged.from().value())
                .param("into", merged.into().value())
                .update();
        jdbc.sql("update campaign_unit set answering_id = :into where answering_id = :from and" + OPEN)
                .param("from", merged.from().value())
                .param("into", merged.into().value())
                .update();
    }

    /** Finds the units that were dissolved since: who closes without a successor has nobody left to send. */
    @Transactional
    public void dissolved(CampaignId campaign, LocalDate today) {
        jdbc.sql(
                        "update campaign_unit set status = 'CLOSED' where campaign_id = :campaign and status in ('EXPECTED', 'NEW') and"
                                + NEVER_SENT
                                + "and exists (select 1 from unit u where u.id = campaign_unit.answering_id"
                                + " and u.closed_on is not null and u.closed_on < :today)")
                .param("campaign", campaign.value())
                .param("today", today)
                .update();
    }
}
