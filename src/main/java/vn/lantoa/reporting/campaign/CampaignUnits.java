package vn.lantoa.reporting.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.ReportBatch.Asked;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportingPeriod;

/** Who is asked: the branch frozen as it stood on the reference date, level by level, and cut into chunks. */
@Component
class CampaignUnits {

    private static final String IN_FORCE = " v.valid_from <= :on and (v.valid_to is null or v.valid_to >= :on) ";
    private static final String REAL = " v.unit_id not in (select p.unit_id from practice_unit p) ";
    /** Not the top of a branch that has a campaign of its own for the same period. */
    private static final String APART =
            """
             and not exists (select 1 from campaign_unit k join campaign a on a.id = k.campaign_id
            where k.unit_id = u.id and a.period = :period and a.id <> :campaign) """;

    private static final String STATUS =
            """
             case when exists (select 1 from campaign_exemption e where e.unit_id = u.id and e.period = :period) then 'EXEMPT'
             when u.founded_on >= cast(:newFrom as date) then 'NEW' else 'EXPECTED' end """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Units units;
    private final Clock clock;
    private final int handful;

    CampaignUnits(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Units units,
            Clock clock,
            @Value("${lantoa.campaign.chunk}") int handful) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.units = units;
        this.clock = clock;
        this.handful = handful;
    }

    /** How many units of each level stand in the branch below (and with) this unit on a date. */
    Map<Integer, Long> levels(UnitId root, LocalDate on) {
        var levels = new HashMap<Integer, Long>();
        jdbc.sql("select u.level, count(*) as units from unit_closure c join unit u on u.id = c.descendant_id"
                        + " join unit_version v on v.unit_id = u.id where c.ancestor_id = :root and" + IN_FORCE + "and"
                        + REAL + "group by u.level")
                .param("root", root.value())
                .param("on", on)
                .query(row -> {
                    levels.put(row.getInt("level"), row.getLong("units"));
                });
        return levels;
    }

    /** The campaign of this period that asks some unit of the branch already; empty when none does. */
    List<Campaign> overlapping(UnitId root, ReportingPeriod period) {
        return jdbc.sql(
                        """
                        select * from campaign a where a.period = :period and exists (select 1 from campaign_unit u
                        join unit_closure c on c.descendant_id = u.unit_id where c.ancestor_id = :root and u.campaign_id = a.id)""")
                .param("root", root.value())
                .param("period", period.key())
                .query(Campaign::read)
                .list();
    }

    /**
     * Writes the frozen tree, one statement a level.
     *
     * @param newFrom units founded on this day or later are new
     */
    void freeze(Campaign campaign, LocalDate newFrom) {
        var params = new HashMap<String, Object>();
        params.put("campaign", campaign.id().value());
        params.put("on", campaign.referenceDate());
        params.put("period", campaign.period().key());
        params.put("newFrom", newFrom);
        params.put("root", campaign.root().value());
        params.put("path", units.pathAsText(campaign.root()));
        var apart = overlapping(campaign.root(), campaign.period()).isEmpty() ? "" : APART;
        var written = jdbc.sql(
                        """
                        insert into campaign_unit (campaign_id, unit_id, parent_id, level_no, depth, path, status, answering_id)
                        select cast(:campaign as bigint), u.id, v.parent_id, u.level, 0, cast(:path as varchar(1000)),"""
                                + STATUS
                                + ", u.id from unit_version v join unit u on u.id = v.unit_id where u.id = :root and"
                                + IN_FORCE)
                .params(params)
                .update();
        for (var depth = 0; written > 0; depth++) {
            params.put("depth", depth);
            written = below(params, apart);
        }
    }

    /**
     * One more depth of the tree. The statistics of a database do not know of a campaign that is just being written: where it may put the campaign's
     * number in the place of {@code u.campaign_id} it reads all branches of the campaign for each unit, 10^9 rows for 100,000 units. The empty offset
     * keeps it from that, so that both columns are looked up in the index.
     */
    private int below(Map<String, Object> params, String apart) {
        var written = jdbc.sql(
                        """
                        insert into campaign_unit (campaign_id, unit_id, parent_id, level_no, depth, path, status, answering_id)
                        select p.campaign_id, u.id, p.unit_id, u.level, p.depth + 1, p.path || cast(u.id as varchar(20)) || '/',"""
                                + STATUS
                                + ", u.id from campaign_unit p join unit_version v on v.parent_id = p.unit_id"
                                + " join unit u on u.id = v.unit_id where p.campaign_id = :campaign and p.depth = :depth and"
                                + IN_FORCE + "and" + REAL + apart)
                .params(params)
                .update();
        if (written > 0) {
            jdbc.sql(
                            """
                            insert into campaign_branch (campaign_id, ancestor_id, child_id, unit_id)
                            select u.campaign_id, u.parent_id, u.unit_id, u.unit_id from campaign_unit u
                            where u.campaign_id = :campaign and u.depth = :depth + 1
                            union all
                            select u.campaign_id, b.ancestor_id, b.child_id, u.unit_id
                            from (select * from campaign_unit where campaign_id = :campaign and depth = :depth + 1 offset 0 rows) u
                            join campaign_branch b on b.campaign_id = u.campaign_id and b.unit_id = u.parent_id""")
                    .params(params)
                    .update();
        }
        return written;
    }

    /** Cuts those who are asked into chunks by their ids; each is opened by one transaction. */
    void cut(CampaignId campaign) {
        var ids = jdbc.sql(
                        """
                        select unit_id from campaign_unit where campaign_id = ? and status in ('EXPECTED', 'NEW')
                        order by unit_id""")
                .param(campaign.value())
                .query(Long.class)
                .list();
        var now = Timestamp.from(clock.instant());
        var rows = new java.util.ArrayList<Object[]>();
        for (var start = 0; start < ids.size(); start += handful) {
            var end = Math.min(start + handful, ids.size());
            rows.add(new Object[] {campaign.value(), rows.size() + 1, ids.get(start), ids.get(end - 1), end - start, now
            });
        }
        batches.batchUpdate(
                """
                insert into campaign_chunk (campaign_id, chunk_no, first_unit, last_unit, units, state, attempts, next_at)
                values (?, ?, ?, ?, ?, 'WAITING', 0, ?)""",
                rows);
    }

    /** Those of a chunk that are still to be opened. */
    List<Asked> waiting(CampaignId campaign, long firstUnit, long lastUnit) {
        return jdbc.sql(
                        """
                        select * from campaign_unit where campaign_id = ? and unit_id between ? and ?
                        and status in ('EXPECTED', 'NEW') and report_id is null order by unit_id""")
                .params(campaign.value(), firstUnit, lastUnit)
                .query((row, n) -> new Asked(
                        UnitId.of(row.getLong("unit_id")),
                        row.getObject("parent_id") == null ? null : UnitId.of(row.getLong("parent_id")),
                        row.getInt("level_no"),
                        row.getString("path")))
                .list();
    }

    void opened(CampaignId campaign, Map<UnitId, ReportId> reports) {
        batches.batchUpdate(
                "update campaign_unit set report_id = ? where campaign_id = ? and unit_id = ?",
                reports.entrySet().stream()
                        .map(one -> new Object[] {
                            one.getValue().value(),
                            campaign.value(),
                            one.getKey().value()
                        })
                        .toList());
    }

    /** Whether this unit is one of those asked. */
    boolean asks(CampaignId campaign, UnitId unit) {
        return jdbc.sql("select count(*) from campaign_unit where campaign_id = ? and unit_id = ?")
                        .params(campaign.value(), unit.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** How many stand below the root and have not sent anything; new ones may be missing without a word. */
    int missing(CampaignId campaign) {
        return jdbc.sql("select count(*)" + MISSING)
                .param(campaign.value())
                .query(Integer.class)
                .single();
    }

    /** Marks the reports of those as missing at the closing. */
    void markMissing(CampaignId campaign) {
        jdbc.sql("update report set missing_since = ? where id in (select u.report_id" + MISSING + ")")
                .params(Timestamp.from(clock.instant()), campaign.value())
                .update();
    }

    private static final String MISSING =
            """
             from campaign_unit u join report r on r.id = u.report_id where u.campaign_id = ? and u.status = 'EXPECTED'
            and u.parent_id is not null and r.first_sent_at is null""";
}
