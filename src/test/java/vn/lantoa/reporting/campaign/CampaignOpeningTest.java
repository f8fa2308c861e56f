package vn.lantoa.reporting.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.engine.Processes;
import vn.lantoa.notification.Inbox;
import vn.lantoa.notification.Notice;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.ReportBatch;
import vn.lantoa.reporting.ReportConsistency;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.Reports;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** The opening survives whatever happens to who does it: no unit twice, none missing. */
@IntegrationTest
class CampaignOpeningTest {

    private static final int UNITS = 20;

    @Autowired
    ApplicationContext context;

    @Autowired
    CampaignOpening opening;

    @Autowired
    JdbcClient jdbc;

    CampaignWalk walk;
    Branch branch;

    @BeforeEach
    void inMay2027() {
        walk = new CampaignWalk(context);
        branch = walk.branch;
        walk.itIs(5, 20);
        for (var i = 0; i < UNITS - 8; i++) {
            branch.unit("A2" + i, "CĐCS Công ty số " + i, UnitKind.GRASSROOTS_UNION, branch.a2);
        }
    }

    @AfterEach
    void everythingAgrees() {
        walk.itIsNow();
        ReportConsistency.check(context);
    }

    /** A kill before, in and after the writing of a chunk leaves the same: nothing of it. */
    @Test
    void a_node_killed_anywhere_leaves_whole_chunks_and_another_finishes() {
        var id = walk.open();
        var random = new Random(20270520);
        var reports = mock(ReportBatch.class, delegatesTo(context.getBean(ReportBatch.class)));
        doAnswer(call -> {
                    if (random.nextInt(3) == 0) {
                        throw new IllegalStateException("killed before");
                    }
                    var opened = context.getBean(ReportBatch.class)
                            .open(call.getArgument(0), call.getArgument(1), call.getArgument(2), call.getArgument(3));
                    if (random.nextInt(3) > 0) {
                        throw new IllegalStateException("killed in the middle");
                    }
                    return opened;
                })
                .when(reports)
                .open(any(), any(), any(), any());
        var dying = opening(reports);
        for (var day = 0; day < 3; day++) {
            while (dying.openOne()) {
                assertWhole(id);
            }
            walk.itIs(java.time.LocalDate.of(2027, 5, 21).plusDays(day));
        }
        var half = walk.campaigns.progress(branch.officer(branch.root), id);
        assertThat(half.done()).isBetween(1, half.chunks() - 1);
        assertThat(half.troubled()).isPositive();

        opening.workThrough();

        assertThat(walk.campaigns.progress(branch.officer(branch.root), id).opened())
                .isEqualTo(UNITS);
        assertWhole(id);
        assertThat(walk.state(id)).isEqualTo(Campaign.State.OPEN);
        var told = context.getBean(Inbox.class)
                .of(branch.officer(branch.a2), null, 100)
                .items();
        assertThat(told)
                .as("tasks of units without an officer")
                .extracting(Notice::kind)
                .containsOnlyOnce("work.many");
    }

    @Test
    void two_nodes_share_the_chunks_and_somebody_opening_by_hand_meanwhile_does_no_harm() throws Exception {
        var id = walk.open();
        var nodes = Executors.newFixedThreadPool(3);
        try {
            Callable<Boolean> node = () -> {
                opening.workThrough();
                return true;
            };
            Callable<Boolean> byHand = () ->
                    context.getBean(Reports.class).open(branch.officer(branch.a1), branch.a12, CampaignWalk.PERIOD)
                            instanceof ReportOutcome;
            for (var done : nodes.invokeAll(List.of(node, node, byHand))) {
                done.get();
            }
        } finally {
            nodes.shutdown();
        }
        walk.itIs(5, 21);
        opening.workThrough();
        assertThat(walk.state(id)).isEqualTo(Campaign.State.OPEN);
        assertThat(walk.campaigns.progress(branch.officer(branch.root), id).opened())
                .isEqualTo(UNITS);
        assertWhole(id);
    }

    @Test
    void a_campaign_launched_twice_at_the_same_moment_is_opened_once() throws Exception {
        var nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<CampaignOutcome> launch =
                    () -> walk.campaigns.open(branch.officer(branch.root), branch.root, CampaignWalk.PERIOD);
            var outcomes = nodes.invokeAll(List.of(launch, launch));
            assertThat(outcomes)
                    .extracting(done -> done.get().getClass().getSimpleName())
                    .containsExactlyInAnyOrder("Done", "Conflict");
        } finally {
            nodes.shutdown();
        }
        opening.workThrough();
    }

    /** Each report of the tree belongs to exactly one unit, and has a running process and a task. */
    private void assertWhole(CampaignId id) {
        assertThat(jdbc.sql(
                                """
                        select count(*) from campaign_chunk k where k.campaign_id = ? and k.state = 'DONE' and k.units <>
                        (select count(*) from campaign_unit u join report r on r.id = u.report_id and r.unit_id = u.unit_id
                        join task t on t.dossier_type = 'report' and t.dossier_id = cast(r.id as varchar(20))
                        where u.campaign_id = k.campaign_id and u.unit_id between k.first_unit and k.last_unit)""")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private CampaignOpening opening(ReportBatch reports) {
        return new CampaignOpening(
                context.getBean(CampaignRows.class),
                context.getBean(CampaignUnits.class),
                reports,
                context.getBean(Processes.class),
                context.getBean(Units.class),
                context.getBean(AuditTrail.class),
                jdbc,
                context.getBean(TransactionTemplate.class),
                Clock.offset(context.getBean(Clock.class), Duration.ZERO));
    }
}
