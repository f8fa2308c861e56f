package vn.lantoa.reporting.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportState;

/** How far a branch is, by the frozen tree: each direct subordinate with the whole branch below it, in one indexed read. */
@Component
public class CampaignRates {

    /** How many of the units {@code u} with their reports {@code r} are what; parameters {@code today} and {@code rolled}. */
    private static final String COUNTED =
            """
            sum(case when u.status in ('EXPECTED', 'NEW') then 1 else 0 end) as expected,
            sum(case when u.status in ('EXPECTED', 'NEW') and r.first_sent_at is not null then 1 else 0 end) as received,
            sum(case when u.status in ('EXPECTED', 'NEW') and r.state = 'SENT' then 1 else 0 end) as awaiting,
            sum(case when u.status in ('EXPECTED', 'NEW') and r.state in ('ACCEPTED', 'SENT_OUTSIDE') then 1 else 0 end) as accepted,
            sum(case when u.status in ('EXPECTED', 'NEW') and r.first_sent_at is not null
                                and (r.timeliness <> 'LATE' or u.status = 'NEW') then 1 else 0 end) as on_time,
            sum(case when u.status = 'EXPECTED' and r.timeliness = 'LATE' then 1 else 0 end) as late,
            sum(case when u.status = 'EXPECTED' and (r.missing_since is not null and r.first_sent_at is null or"""
                    + Outstanding.LATE
                    + """
            ) then 1 else 0 end) as missing,
            sum(case when u.status in ('EXPECTED', 'NEW') and r.missing_since is not null
                                and r.first_sent_at is not null then 1 else 0 end) as supplements,
            sum(case when u.status = 'EXEMPT' then 1 else 0 end) as exempt
            """;

    private final CampaignRows rows;
    private final JdbcClient jdbc;
    private final WorkingDays workingDays;
    private final Access access;
    private final Clock clock;

    CampaignRates(CampaignRows rows, JdbcClient jdbc, WorkingDays workingDays, Access access, Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.workingDays = workingDays;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Counts of units.
     *
     * @param expected asked, new ones among them
     * @param received sent at least once
     * @param awaiting sent, and the superior has not looked yet
     * @param onTime of the received; a day off that rolled counts as in time
     * @param late of the received; new units are never late
     * @param missing sent nothing by their day, or by the closing; new units are never missing
     * @param supplements of the received: came after the closing
     */
    public record Counts(
            int expected,
            int received,
            int awaiting,
            int accepted,
            int onTime,
            int late,
            int missing,
            int supplements,
            int exempt) {

        /** How many of a hundred have been sent, rounded down, so that 100 means all. */
        public int percent() {
            return expected == 0 ? 0 : received * 100 / expected;
        }

        Counts plus(Counts other) {
            return new Counts(
                    expected + other.expected,
                    received + other.received,
                    awaiting + other.awaiting,
                    accepted + other.accepted,
                    onTime + other.onTime,
                    late + other.late,
                    missing + other.missing,
                    supplements + other.supplements,
                    exempt + other.exempt);
        }
    }

    /** One direct subordinate as it is called today; {@code leaf} when nothing stood below it on the reference date. */
    public record Line(UnitId unit, String name, int level, boolean leaf, Counts counts) {}

    /** A branch: its direct subordinates in Vietnamese order, and their sum. The unit itself is not in it. */
    public record Branch(UnitId unit, List<Line> lines, Counts total) {}

    /**
     * The branch below a unit of the campaign.
     *
     * @throws NotVisible when the actor may not read the unit's reports, or there is no such campaign
     */
    public Branch of(Actor actor, CampaignId campaign, UnitId unit) {
        access.require(actor, Right.SEE_REPORT, Right.SEE_REPORT, unit);
        rows.find(campaign).orElseThrow(() -> new NotVisible("campaign " + campaign));
        var today = LocalDate.now(clock);
        var lines = jdbc.sql(
                        "select t.*, n.name, n.level from (select b.child_id, count(*) as units, " + COUNTED
                                + """
                        from campaign_branch b join campaign_unit u on u.campaign_id = b.campaign_id and u.unit_id = b.unit_id
                        left join report r on r.id = u.report_id
                        where b.campaign_id = :campaign and b.ancestor_id = :unit group by b.child_id) t
                        join unit n on n.id = t.child_id order by n.sort_key, n.id""")
                .param("campaign", campaign.value())
                .param("unit", unit.value())
                .param("today", today)
                .param("rolled", workingDays.lastOnOrBefore(today.minusDays(1)))
                .query(CampaignRates::line)
                .list();
        var total = lines.stream().map(Line::counts).reduce(new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0), Counts::plus);
        return new Branch(unit, lines, total);
    }

    /**
     * All who are asked, counted as one: the root with them where it is asked by its superior.
     *
     * @throws NotVisible when the actor may not read the root's reports
     */
    public Counts whole(Actor actor, Campaign campaign) {
        access.require(actor, Right.SEE_REPORT, Right.SEE_REPORT, campaign.root());
        var today = LocalDate.now(clock);
        return jdbc.sql("select " + COUNTED
                        + " from campaign_unit u left join report r on r.id = u.report_id"
                        + " where u.campaign_id = :campaign and u.parent_id is not null")
                .param("campaign", campaign.id().value())
                .param("today", today)
                .param("rolled", workingDays.lastOnOrBefore(today.minusDays(1)))
                .query((row, n) -> counts(row))
                .single();
    }

    /** A unit's own report in the campaign; {@code receivedAt} and {@code timeliness} are null before it was sent. */
    public record Own(ReportId report, ReportState state, Instant receivedAt, String timeliness) {}

    /** The reports of the direct subordinates, by unit; who may read the branch reads them. */
    public Map<UnitId, Own> reportsBelow(Branch branch, CampaignId campaign) {
        var own = new HashMap<UnitId, Own>();
        jdbc.sql(
                        """
                        select u.unit_id, r.id, r.state, r.first_sent_at, r.timeliness from campaign_unit u
                        join report r on r.id = u.report_id where u.campaign_id = ? and u.parent_id = ?""")
                .params(campaign.value(), branch.unit().value())
                .query(row -> {
                    var sent = row.getTimestamp("first_sent_at");
                    own.put(
                            UnitId.of(row.getLong("unit_id")),
                            new Own(
                                    ReportId.of(row.getLong("id")),
                                    ReportState.valueOf(row.getString("state")),
                                    sent == null ? null : sent.toInstant(),
                                    row.getString("timeliness")));
                });
        return own;
    }

    /** The report of a unit in the campaign; empty before it was opened. */
    public Optional<ReportId> reportOf(CampaignId campaign, UnitId unit) {
        return jdbc.sql(
                        "select report_id from campaign_unit where campaign_id = ? and unit_id = ? and report_id is not null")
                .params(campaign.value(), unit.value())
                .query(Long.class)
                .optional()
                .map(ReportId::of);
    }

    /** Whether the actor may read the reports of this unit's branch. */
    public boolean maySee(Actor actor, UnitId unit) {
        return access.may(actor, Right.SEE_REPORT, unit);
    }

    /** Whether the actor may remind the late units below this one. */
    public boolean mayUrge(Actor actor, UnitId unit) {
        return access.may(actor, Right.URGE_REPORTS, unit);
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                UnitId.of(row.getLong("child_id")),
                row.getString("name"),
                row.getInt("level"),
                row.getInt("units") == 1,
                counts(row));
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getInt("expected"),
                row.getInt("received"),
                row.getInt("awaiting"),
                row.getInt("accepted"),
                row.getInt("on_time"),
                row.getInt("late"),
                row.getInt("missing"),
                row.getInt("supplements"),
                row.getInt("exempt"));
    }
}
