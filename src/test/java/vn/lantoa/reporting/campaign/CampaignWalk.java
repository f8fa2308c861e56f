package vn.lantoa.reporting.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.notification.Inbox;
import vn.lantoa.notification.Notice;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportDesk;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.testing.Branch;

/** One campaign of one small tree, day by day. */
class CampaignWalk {

    static final ReportingPeriod PERIOD = ReportingPeriod.firstHalfOf(2027);

    final Branch branch;
    final ReportDesk desk;
    final Campaigns campaigns;

    private final ApplicationContext context;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    CampaignWalk(ApplicationContext context) {
        this.context = context;
        branch = Branch.grow(context);
        desk = new ReportDesk(context);
        campaigns = context.getBean(Campaigns.class);
        jdbc = context.getBean(JdbcClient.class);
        clock = context.getBean(HouseClock.class);
    }

    void itIs(int month, int day) {
        itIs(LocalDate.of(2027, month, day));
    }

    void itIs(LocalDate day) {
        var then = day.atTime(9, 0).atZone(VietnamTime.ZONE).toInstant();
        clock.setOffset(Duration.between(Instant.now(), then));
    }

    void itIsNow() {
        clock.setOffset(Duration.ZERO);
    }

    /** A morning of these campaigns, and of the seasons of this tree alone. */
    void morning(int month, int day) {
        itIs(month, day);
        context.getBean(CampaignDay.class).workThrough(List.of(branch.unit(branch.root)));
    }

    CampaignId open() {
        var outcome = campaigns.open(branch.officer(branch.root), branch.root, PERIOD);
        assertThat(outcome).isInstanceOf(CampaignOutcome.Done.class);
        return ((CampaignOutcome.Done) outcome).campaign();
    }

    /** Opened, and all its reports with it. */
    CampaignId opened() {
        var id = open();
        context.getBean(CampaignOpening.class).workThrough();
        assertThat(state(id)).isEqualTo(Campaign.State.OPEN);
        return id;
    }

    Campaign.State state(CampaignId id) {
        return campaigns.find(branch.officer(branch.root), id).state();
    }

    ReportId report(UnitId unit) {
        return jdbc.sql("select id from report where unit_id = ? and period = ?")
                .params(unit.value(), PERIOD.key())
                .query((row, n) -> ReportId.of(row.getLong(1)))
                .single();
    }

    void send(UnitId unit) {
        desk.complete(
                branch.officer(unit),
                report(unit),
                "DraftReport",
                "submit",
                Map.of("figures", Map.of("D3", ReportDesk.value(3))));
        if (branch.unit(unit).level() < 3) {
            desk.complete(branch.checker(unit), report(unit), "CheckReport", "pass", Map.of());
        }
        desk.complete(branch.leader(unit), report(unit), "ApproveReport", "approve", Map.of());
    }

    void accept(UnitId superior, UnitId unit) {
        desk.complete(branch.officer(superior), report(unit), "AcceptReport", "accept", Map.of());
    }

    /** The kinds of what campaigns told this person, the latest first. */
    List<String> told(Actor actor) {
        return notices(actor).stream().map(Notice::kind).toList();
    }

    List<Notice> notices(Actor actor) {
        return context.getBean(Inbox.class).of(actor, null, 100).items().stream()
                .filter(notice -> notice.kind().startsWith("campaign."))
                .toList();
    }

    String status(CampaignId id, UnitId unit) {
        return jdbc.sql("select status from campaign_unit where campaign_id = ? and unit_id = ?")
                .params(id.value(), unit.value())
                .query(String.class)
                .single();
    }
}
