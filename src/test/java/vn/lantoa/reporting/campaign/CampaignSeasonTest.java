package vn.lantoa.reporting.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.notification.Notice;
import vn.lantoa.organization.Change;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Substitutions;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.organization.UnitRegister;
import vn.lantoa.reporting.ReportActs;
import vn.lantoa.reporting.ReportConsistency;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.Reports;
import vn.lantoa.reporting.consolidation.Consolidations;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** A season from its first morning to its closing: who is told what on which day, and that power cuts lose and repeat nothing. */
@IntegrationTest
class CampaignSeasonTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Waves waves;

    @Autowired
    Mornings mornings;

    @Autowired
    CampaignRates rates;

    @Autowired
    UnitRegister register;

    @Autowired
    Reports reports;

    @Autowired
    JdbcClient jdbc;

    CampaignWalk walk;
    Branch branch;

    @BeforeEach
    void inMay2027() {
        walk = new CampaignWalk(context);
        branch = walk.branch;
        jdbc.sql("update campaign_day set last_day = null").update();
        walk.itIs(5, 20);
    }

    @AfterEach
    void everythingAgrees() {
        walk.itIsNow();
        ReportConsistency.check(context);
    }

    @Test
    void the_season_opens_on_its_day_and_sends_each_wave_on_its_own() {
        walk.morning(5, 19);
        assertThat(campaigns()).isEmpty();
        walk.morning(5, 20);
        var id = campaigns().get(0);
        walk.morning(5, 20);
        assertThat(campaigns()).containsExactly(id);

        var officer = branch.officer(branch.a11);
        var leader = branch.leader(branch.a11);
        var superior = branch.officer(branch.a1);
        walk.morning(5, 21);
        assertThat(walk.told(officer)).as("T-10 falls too close to the opening").isEmpty();
        walk.morning(5, 31);
        walk.morning(6, 1);
        assertThat(walk.told(officer)).containsExactly("campaign.due");
        assertThat(walk.notices(officer).get(0).details())
                .containsExactly("6 tháng đầu năm 2027", "1", "0", "04/06/2027");
        walk.send(branch.a12);
        walk.morning(6, 4);
        walk.morning(6, 5);
        assertThat(walk.told(leader)).isEmpty();
        walk.morning(6, 7);
        assertThat(walk.told(officer)).containsExactly("campaign.overdue", "campaign.due");
        assertThat(walk.told(leader)).containsExactly("campaign.overdue");
        assertThat(walk.told(branch.officer(branch.a12))).as("sent").hasSize(1);
        assertThat(walk.notices(superior).get(0).kind()).isIn("campaign.both", "campaign.units-late");
        assertThat(walk.notices(superior).get(0).details()).contains("6 tháng đầu năm 2027", "1");
        walk.morning(6, 7);
        assertThat(walk.told(officer)).hasSize(2);
        walk.morning(6, 9);
        assertThat(walk.told(officer)).hasSize(3);
    }

    @Test
    void days_without_power_lose_no_reminder_and_send_none_twice() {
        walk.morning(5, 20);
        walk.morning(5, 31);
        walk.morning(6, 8);
        var officer = branch.officer(branch.a11);
        assertThat(walk.told(officer)).as("T-3 and T+1 merged").containsExactly("campaign.overdue");
        assertThat(walk.told(branch.leader(branch.a11))).containsExactly("campaign.overdue");
        assertThat(jdbc.sql(
                                "select wave || state from campaign_wave where campaign_id = ? and about = date '2027-06-04' order by planned_for")
                        .param(campaigns().get(0).value())
                        .query(String.class)
                        .list())
                .containsExactly("FARDROPPED", "NEARSENT", "AFTERSENT");
        walk.itIs(6, 8);
        assertThat(waves.send(campaigns().get(0))).isZero();
    }

    @Test
    void a_season_missed_by_downtime_is_opened_after_it_and_none_of_before_the_installation() {
        walk.morning(5, 25);
        assertThat(campaigns()).as("the first morning ever").isEmpty();
        jdbc.sql("update campaign_day set last_day = date '2027-05-18'").update();
        walk.morning(5, 26);
        assertThat(campaigns()).hasSize(1);
    }

    @Test
    void a_season_asks_all_but_a_branch_that_was_asked_by_itself_before() {
        walk.itIs(5, 18);
        assertThat(walk.campaigns.open(branch.officer(branch.root), branch.a, CampaignWalk.PERIOD))
                .isInstanceOf(CampaignOutcome.Done.class);
        context.getBean(CampaignOpening.class).workThrough();
        var alone = campaigns().get(0);
        walk.morning(5, 19);
        walk.morning(5, 20);

        var whole =
                campaigns().stream().filter(id -> !id.equals(alone)).findFirst().orElseThrow();
        assertThat(List.of(branch.root, branch.b, branch.b1)).allMatch(unit -> walk.campaigns.asks(whole, unit));
        assertThat(List.of(branch.a, branch.a1, branch.a11)).noneMatch(unit -> walk.campaigns.asks(whole, unit));
        assertThat(walk.campaigns.apart(walk.campaigns.find(branch.officer(branch.root), whole), branch.root))
                .extracting(one -> one.campaign().id())
                .containsExactly(alone);
        assertThat(context.getBean(Consolidations.class)
                        .of(branch.officer(branch.root), walk.report(branch.root))
                        .standing()
                        .basis()
                        .expected())
                .as("both provinces go into the synthesis")
                .isEqualTo(2);
    }

    @Test
    void an_extension_moves_the_reminders_of_one_unit() {
        walk.morning(5, 20);
        context.getBean(ReportActs.class)
                .extend(branch.leader(branch.a1), walk.report(branch.a11), LocalDate.of(2027, 6, 25), "Bão, lũ");
        walk.morning(6, 1);
        walk.morning(6, 7);
        walk.morning(6, 9);
        assertThat(walk.told(branch.officer(branch.a11))).isEmpty();
        assertThat(walk.told(branch.officer(branch.a12))).hasSize(3).startsWith("campaign.overdue");
        walk.morning(6, 11);
        assertThat(walk.told(branch.officer(branch.a11))).startsWith("campaign.due");
    }

    @Test
    void who_stands_in_is_reminded_in_the_other_s_place() {
        walk.morning(5, 20);
        var officer = branch.officer(branch.a11);
        var deputy = branch.appoint("thay." + branch.a11, "Trần Thị Thay", Post.CHECKER, branch.a11);
        walk.itIs(5, 31);
        var entry = new Substitutions.Entry(
                officer.id(),
                deputy.username(),
                Post.OFFICER,
                branch.a11,
                Set.of("unit-report"),
                null,
                null,
                LocalDate.of(2027, 6, 1),
                LocalDate.of(2027, 6, 4));
        assertThat(context.getBean(Substitutions.class).enter(officer, entry)).isInstanceOf(Change.Done.class);
        walk.morning(6, 1);
        assertThat(walk.told(officer)).containsExactly("campaign.due");
        assertThat(walk.told(deputy)).containsExactly("campaign.instead");
        assertThat(walk.notices(deputy).get(0).details())
                .containsExactly("6 tháng đầu năm 2027", "1", "0", "04/06/2027");
        walk.morning(6, 7);
        assertThat(walk.told(deputy)).as("the time is over").hasSize(1);
    }

    @Test
    void a_leader_has_one_digest_each_morning() {
        walk.morning(5, 20);
        var id = campaigns().get(0);
        walk.desk.complete(
                branch.officer(branch.a1),
                walk.report(branch.a1),
                "DraftReport",
                "submit",
                Map.of("figures", Map.of("D3", Map.of("value", 3))));
        walk.itIs(6, 7);
        assertThat(mornings.tell(id)).isPositive();
        assertThat(mornings.tell(id)).isZero();
        assertThat(walk.notices(branch.leader(branch.a1)))
                .extracting(Notice::kind, notice -> List.copyOf(notice.details()))
                .contains(org.assertj.core.groups.Tuple.tuple(
                        "campaign.morning", List.of("6 tháng đầu năm 2027", "1", "2")));
        walk.itIs(6, 6);
        assertThat(mornings.tell(id)).as("a Sunday").isZero();
    }

    @Test
    void units_that_merge_move_or_end_meanwhile_are_counted_once_and_no_task_is_lost() {
        var id = walk.opened();
        walk.itIs(5, 25);
        var administrator = branch.actor(Post.UNIT_ADMINISTRATOR, branch.root);
        register.merge(administrator, branch.a12, branch.a11, LocalDate.of(2027, 5, 25));
        register.move(administrator, branch.a2, branch.b, LocalDate.of(2027, 5, 25));
        register.close(administrator, branch.b1, LocalDate.of(2027, 5, 24));
        walk.morning(5, 26);

        assertThat(walk.status(id, branch.a12)).isEqualTo("MERGED");
        assertThat(walk.status(id, branch.b1)).isEqualTo("CLOSED");
        assertThat(walk.desk.task(branch.officer(branch.a11), walk.report(branch.a12), "DraftReport"))
                .isNotNull();
        assertThat(rates.of(branch.officer(branch.root), id, branch.a).total().expected())
                .as("A1, A2, A11: the moved unit counts where it stood")
                .isEqualTo(3);
        assertThat(rates.of(branch.officer(branch.root), id, branch.b).total().expected())
                .isZero();
        assertThat(reports.open(branch.officer(branch.b), branch.a2, CampaignWalk.PERIOD))
                .isInstanceOf(ReportOutcome.Conflict.class);
        assertThat(walk.desk.task(branch.officer(branch.b), walk.report(branch.b1), "DraftReport"))
                .as("the task of the dissolved unit lies with its superior")
                .isNotNull();
        walk.send(branch.a2);
        walk.accept(branch.b, branch.a2);
        var all = rates.of(branch.officer(branch.root), id, branch.root).total();
        assertThat(List.of(all.expected(), all.received(), all.accepted())).containsExactly(5, 1, 1);
        assertThat(groups(branch.a)).as("once, where it stood").isEqualTo(3);
        assertThat(groups(branch.b)).isZero();
    }

    @Test
    void a_unit_founded_meanwhile_is_not_asked_and_counted_once_where_its_superior_asks_it() {
        var id = walk.opened();
        walk.itIs(5, 25);
        var administrator = branch.actor(Post.UNIT_ADMINISTRATOR, branch.root);
        var founding = new UnitRegister.Founding(
                "MOI-" + branch.a1,
                "CĐCS Công ty Mới",
                UnitKind.GRASSROOTS_UNION,
                branch.a1,
                LocalDate.of(2027, 5, 25),
                null);
        var founded = UnitId.of(((Change.Done) register.found(administrator, founding)).id());
        walk.morning(5, 26);
        var before =
                rates.of(branch.officer(branch.root), id, branch.root).total().expected();
        assertThat(walk.campaigns.asks(id, founded)).isFalse();
        assertThat(reports.open(branch.officer(branch.a1), founded, CampaignWalk.PERIOD))
                .isInstanceOf(ReportOutcome.Done.class);
        walk.morning(5, 27);
        assertThat(rates.of(branch.officer(branch.root), id, branch.root)
                        .total()
                        .expected())
                .as("those who are asked were frozen")
                .isEqualTo(before);
        var basis = context.getBean(Consolidations.class)
                .of(branch.officer(branch.a1), walk.report(branch.a1))
                .standing()
                .basis();
        assertThat(basis.expected()).as("A11, A12 and the new one, once").isEqualTo(3);
    }

    private long groups(UnitId unit) {
        var total = context.getBean(Consolidations.class)
                .of(branch.officer(unit), walk.report(unit), "D3")
                .line()
                .total();
        return total == null ? 0 : total.amount().longValue();
    }

    private List<CampaignId> campaigns() {
        return walk.campaigns.asking(branch.officer(branch.root), branch.root).stream()
                .map(Campaign::id)
                .toList();
    }
}
