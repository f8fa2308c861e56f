package vn.lantoa.reporting.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportingPeriod;

/**
 * How a branch reported over the last periods, those before there were campaigns too: by the tree frozen with each report. It reads the
 * reports of units that stand below today or stood below in a campaign, never all reports of a period.
 */
@Component
public class CampaignTrend {

    private static final int PERIODS = 8;

    private final CampaignRows rows;
    private final Access access;
    private final JdbcClient jdbc;

    CampaignTrend(CampaignRows rows, Access access, JdbcClient jdbc) {
        this.rows = rows;
        this.access = access;
        this.jdbc = jdbc;
    }

    /**
     * One period.
     *
     * @param expected reports that were asked below the unit
     * @param received of them sent at least once
     * @param onTime of the received; a day off that rolled counts as in time
     */
    public record Point(ReportingPeriod period, int expected, int received, int onTime) {

        /** How many of a hundred asked were sent, rounded down, so that 100 means all. */
        public int percent() {
            return received * 100 / expected;
        }

        /** How many of a hundred asked were sent in time. */
        public int onTimePercent() {
            return onTime * 100 / expected;
        }
    }

    /**
     * Up to eight periods with reports, the campaign's the last.
     *
     * @throws NotVisible when the actor may not read the unit's reports, or there is no such campaign
     */
    public List<Point> of(Actor actor, CampaignId id, UnitId unit) {
        access.require(actor, Right.SEE_REPORT, Right.SEE_REPORT, unit);
        var campaign = rows.find(id).orElseThrow(() -> new NotVisible("campaign " + id));
        var periods = upTo(campaign);
        return jdbc
                .sql(
                        """
                        select r.period, count(*) as expected,
                            sum(case when r.first_sent_at is not null then 1 else 0 end) as received,
                            sum(case when r.first_sent_at is not null and (r.timeliness <> 'LATE' or u.status = 'NEW')
                                then 1 else 0 end) as on_time
                        from (select c.descendant_id as unit_id from unit_closure c where c.ancestor_id = :unit union
                            select k.unit_id from campaign_branch k where k.ancestor_id = :unit
                            and k.campaign_id in (select a.id from campaign a where a.period in (:periods))) b
                        join report r on r.unit_id = b.unit_id
                        left join campaign_unit u on u.report_id = r.id
                        where r.period in (:periods) and r.path like :within and r.unit_id <> :unit
                        and (u.status is null or u.status in ('EXPECTED', 'NEW')) group by r.period""")
                .param("periods", periods.stream().map(ReportingPeriod::key).toList())
                .param("within", "%/" + unit + "/%")
                .param("unit", unit.value())
                .query((row, n) -> new Point(
                        ReportingPeriod.parse(row.getString("period")).orElseThrow(),
                        row.getInt("expected"),
                        row.getInt("received"),
                        row.getInt("on_time")))
                .list()
                .stream()
                .sorted(Comparator.comparing((Point point) -> periods.indexOf(point.period()))
                        .reversed())
                .toList();
    }

    /** The campaign's period and those of half-years and years before it, the latest first. */
    private static List<ReportingPeriod> upTo(Campaign campaign) {
        var periods = new ArrayList<ReportingPeriod>();
        periods.add(campaign.period());
        var year = campaign.period().kind() == ReportingPeriod.Kind.SPAN
                ? campaign.to().getYear() - 1
                : campaign.period().year();
        if (campaign.period().kind() == ReportingPeriod.Kind.Y) {
            periods.add(ReportingPeriod.firstHalfOf(year));
        }
        if (campaign.period().kind() != ReportingPeriod.Kind.SPAN) {
            year--;
        }
        for (; periods.size() < PERIODS; year--) {
            periods.add(ReportingPeriod.yearOf(year));
            periods.add(ReportingPeriod.firstHalfOf(year));
        }
        return periods.subList(0, PERIODS);
    }
}
