package vn.lantoa.reporting.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportBatch.Frame;
import vn.lantoa.reporting.ReportBatch.LevelDue;
import vn.lantoa.reporting.ReportingPeriod;

/** The rows of tables {@code campaign} and {@code campaign_level}. */
@Component
class CampaignRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    CampaignRows(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Lets nobody else open a campaign until the transaction ends. */
    void holdOpenings() {
        jdbc.sql("select id from campaign_lock where id = 1 for update")
                .query(Long.class)
                .single();
    }

    CampaignId insert(UnitId root, UnitId owner, Frame frame, LocalDate on, PersonId by, Campaign.State state) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into campaign (root_id, period, period_from, period_to, owner_id, reference_date, list_id, state,
                        opened_by, opened_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        root.value(),
                        frame.period().key(),
                        frame.from(),
                        frame.to(),
                        owner.value(),
                        on,
                        frame.list(),
                        state.name(),
                        by == null ? null : by.value(),
                        now())
                .update(key, "id");
        var id = CampaignId.of(key.getKeyAs(Number.class).longValue());
        levels(id, frame);
        return id;
    }

    /** What was planned begins, with what is fixed on the day it begins. */
    void launch(CampaignId id, Frame frame, LocalDate on, PersonId by) {
        jdbc.sql(
                        """
                        update campaign set period_from = ?, period_to = ?, reference_date = ?, list_id = ?, state = 'OPENING',
                        opened_by = ?, opened_at = ? where id = ?""")
                .params(frame.from(), frame.to(), on, frame.list(), by == null ? null : by.value(), now(), id.value())
                .update();
        jdbc.sql("delete from campaign_level where campaign_id = ?")
                .param(id.value())
                .update();
        levels(id, frame);
    }

    private void levels(CampaignId id, Frame frame) {
        batches.batchUpdate(
                "insert into campaign_level (campaign_id, level_no, due, on_day_off) values (?, ?, ?, ?)",
                frame.dues().entrySet().stream()
                        .map(level -> new Object[] {
                            id.value(),
                            level.getKey(),
                            level.getValue().lastDay(),
                            level.getValue().onDayOff()
                        })
                        .toList());
    }

    Optional<Campaign> find(CampaignId id) {
        return jdbc.sql("select * from campaign where id = ?")
                .param(id.value())
                .query(Campaign::read)
                .optional();
    }

    Optional<Campaign> find(UnitId root, ReportingPeriod period) {
        return jdbc.sql("select * from campaign where root_id = ? and period = ?")
                .params(root.value(), period.key())
                .query(Campaign::read)
                .optional();
    }

    /** Finds it and holds it until the transaction ends. */
    Campaign lock(CampaignId id) {
        return jdbc.sql("select * from campaign where id = ? for update")
                .param(id.value())
                .query(Campaign::read)
                .single();
    }

    List<Campaign> in(Campaign.State state) {
        return jdbc.sql("select * from campaign where state = ? order by id")
                .param(state.name())
                .query(Campaign::read)
                .list();
    }

    /** The campaigns that ask this unit or were opened above it, the newest first. */
    List<Campaign> asking(UnitId unit) {
        return jdbc.sql(
                        """
                        select c.* from campaign c where c.owner_id = :unit or exists (select 1 from campaign_unit u
                        where u.campaign_id = c.id and u.unit_id = :unit) order by c.period_to desc, c.id desc""")
                .param("unit", unit.value())
                .query(Campaign::read)
                .list();
    }

    /** Other campaigns of its period whose root stands below (or is) a unit, by the tree of today. */
    List<Campaign> apart(Campaign campaign, UnitId unit) {
        return jdbc.sql(
                        """
                        select c.* from campaign c join unit_closure k on k.descendant_id = c.root_id and k.ancestor_id = :unit
                        where c.period = :period and c.id <> :id and c.state <> 'PLANNED' order by c.id""")
                .param("unit", unit.value())
                .param("period", campaign.period().key())
                .param("id", campaign.id().value())
                .query(Campaign::read)
                .list();
    }

    /** What was fixed for its reports when it was opened. */
    Frame frame(Campaign campaign) {
        var dues = new TreeMap<Integer, LevelDue>();
        jdbc.sql("select * from campaign_level where campaign_id = ?")
                .param(campaign.id().value())
                .query(row -> {
                    dues.put(
                            row.getInt("level_no"),
                            new LevelDue(row.getObject("due", LocalDate.class), row.getString("on_day_off")));
                });
        return new Frame(campaign.period(), campaign.from(), campaign.to(), campaign.list(), dues);
    }

    void allOpen(CampaignId id) {
        jdbc.sql("update campaign set state = 'OPEN', all_open_at = ? where id = ?")
                .params(now(), id.value())
                .update();
    }

    void ripe(CampaignId id) {
        jdbc.sql("update campaign set ripe_at = ? where id = ?")
                .params(now(), id.value())
                .update();
    }

    void closing(CampaignId id, PersonId by, String reason) {
        jdbc.sql("update campaign set closed_by = ?, close_reason = ? where id = ?")
                .params(by.value(), reason, id.value())
                .update();
    }

    void closed(CampaignId id) {
        jdbc.sql("update campaign set state = 'CLOSED', closed_at = ? where id = ?")
                .params(now(), id.value())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
