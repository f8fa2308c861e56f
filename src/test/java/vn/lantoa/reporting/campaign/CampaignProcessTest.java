package vn.lantoa.reporting.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportConsistency;
import vn.lantoa.reporting.Reports;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.TaskFilter;
import vn.lantoa.tasklist.TaskView;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** bpmn/reporting/report-campaign.bpmn to each of its ends. */
@IntegrationTest
class CampaignProcessTest {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    @Autowired
    ApplicationContext context;

    @Autowired
    Processes processes;

    @Autowired
    Tasklist tasklist;

    @Autowired
    Reports reports;

    @Autowired
    JdbcClient jdbc;

    CampaignWalk walk;
    Branch branch;
    CampaignId id;

    @BeforeEach
    void openedInMay2027() {
        walk = new CampaignWalk(context);
        branch = walk.branch;
        walk.itIs(5, 20);
        id = walk.opened();
    }

    @AfterEach
    void everythingAgrees() {
        walk.itIsNow();
        ReportConsistency.check(context);
    }

    @Test
    void it_waits_for_the_reports_and_is_closed_complete_at_the_leader_s_desk() {
        assertThat(passedAndHere()).contains("PrepareCampaign", "AllReportsOpen", "CollectReports");
        for (UnitId unit : List.of(branch.a11, branch.a12, branch.a1, branch.a2, branch.b1, branch.a, branch.b)) {
            walk.send(unit);
        }
        walk.morning(5, 31);
        var task = closing();
        assertThat(tasklist.complete(branch.leader(branch.root), task.id(), "close", Map.of(), VIETNAMESE))
                .isInstanceOf(Completion.Completed.class);
        assertThat(passedAndHere()).contains("CloseStep", "ClosedComplete");
        assertThat(walk.state(id)).isEqualTo(Campaign.State.CLOSED);
        assertThat(missing()).isZero();
    }

    @Test
    void with_gaps_it_needs_a_reason_and_what_comes_later_is_a_supplement() {
        walk.send(branch.a11);
        walk.morning(6, 21);
        var leader = branch.leader(branch.root);
        var task = closing();
        assertThat(tasklist.complete(leader, task.id(), "close", Map.of(), VIETNAMESE))
                .isInstanceOf(Completion.Refused.class);
        assertThat(tasklist.complete(leader, task.id(), "closeWithGaps", Map.of(), VIETNAMESE))
                .isInstanceOf(Completion.Refused.class);
        assertThat(tasklist.complete(
                        leader, task.id(), "closeWithGaps", Map.of("reason", "Đã đôn đốc ba lần"), VIETNAMESE))
                .isInstanceOf(Completion.Completed.class);
        assertThat(passedAndHere()).contains("ClosedWithGaps");
        assertThat(missing()).isEqualTo(6);
        assertThat(walk.campaigns.find(leader, id).closeReason()).isEqualTo("Đã đôn đốc ba lần");

        walk.itIs(6, 23);
        walk.send(branch.a12);
        var late = reports.find(branch.officer(branch.a12), walk.report(branch.a12))
                .report();
        assertThat(late.supplement()).isTrue();
        assertThat(late.missing()).isFalse();
        assertThat(missing()).isEqualTo(6);
        var counts = context.getBean(CampaignRates.class)
                .of(branch.officer(branch.root), id, branch.root)
                .total();
        assertThat(counts.missing()).isEqualTo(5);
        assertThat(counts.supplements()).isEqualTo(1);
        var told = walk.told(branch.officer(branch.b)).size();
        walk.morning(6, 29);
        assertThat(walk.told(branch.officer(branch.b)))
                .as("a closed campaign reminds nobody")
                .hasSize(told);
    }

    @Test
    void the_leader_may_close_early_from_the_page_and_nobody_twice() {
        var leader = branch.leader(branch.root);
        assertThat(walk.campaigns.close(leader, id, "Kết thúc thử nghiệm")).isInstanceOf(CampaignOutcome.Done.class);
        assertThat(passedAndHere()).contains("ClosedEarly", "ClosedWithGaps");
        assertThat(walk.campaigns.close(leader, id, "Lần nữa"))
                .isEqualTo(CampaignOutcome.Conflict.of("campaign.conflict.not-open.CLOSED"));
    }

    @Test
    void closing_from_the_page_takes_the_step_from_the_desk() {
        walk.morning(6, 21);
        closing();
        walk.campaigns.close(branch.leader(branch.root), id, "Đã đôn đốc");
        assertThat(passedAndHere()).contains("ClosedMeanwhile", "ClosedWithGaps");
        assertThat(open()).isEmpty();
    }

    private TaskView closing() {
        assertThat(open()).hasSize(1);
        return open().get(0);
    }

    private List<TaskView> open() {
        return tasklist.openFor(branch.leader(branch.root), TaskFilter.everything()).items().stream()
                .filter(task -> task.dossier().equals(id.dossier()))
                .toList();
    }

    private List<String> passedAndHere() {
        var picture = processes.picture(id.dossier()).orElseThrow();
        var all = new java.util.ArrayList<>(picture.passed());
        all.addAll(picture.here());
        return all;
    }

    private int missing() {
        return jdbc.sql(
                        """
                        select count(*) from report r join campaign_unit u on u.report_id = r.id
                        where u.campaign_id = ? and r.missing_since is not null""")
                .param(id.value())
                .query(Integer.class)
                .single();
    }
}
