package vn.lantoa.reporting.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.calendar.Timeliness;
import vn.lantoa.reporting.ReportConsistency;
import vn.lantoa.reporting.ReportDesk;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** Dates and special reports on the way through bpmn/reporting/unit-report.bpmn. */
@IntegrationTest
class UnitReportDatesProcessTest {

    private static final Map<String, Object> NOTHING = Map.of();

    @Autowired
    ApplicationContext context;

    ReportWalk walk;
    Branch branch;
    ReportDesk desk;

    @BeforeEach
    void inJune2027() {
        walk = new ReportWalk(context);
        branch = walk.branch;
        desk = walk.desk;
        walk.itIs(2027, 6, 1);
    }

    @AfterEach
    void everythingAgrees() {
        walk.itIsNow();
        ReportConsistency.check(context);
    }

    @Test
    void the_superior_may_name_the_new_date() {
        walk.open(branch.a, branch.a1);
        walk.submit(branch.a1, 71);
        walk.approve(branch.a1);

        desk.complete(
                branch.officer(branch.a),
                walk.report(),
                "AcceptReport",
                "return",
                Map.of("reason", "Bổ sung phần IV", "newDate", "2027-06-18"));

        assertThat(walk.now().returnedUntil()).isEqualTo(LocalDate.of(2027, 6, 18));
    }

    @Test
    void a_report_sent_too_late_is_late_by_calendar_days() {
        walk.open(branch.a, branch.a1);
        walk.itIs(2027, 6, 14);
        walk.submit(branch.a1, 71);
        walk.approve(branch.a1);

        assertThat(walk.now().timeliness()).isEqualTo(new Timeliness(Timeliness.Status.LATE, 4));
        walk.accept(branch.a);
    }

    @Test
    void a_nil_report_states_zeros_and_repeats_the_stocks() {
        walk.open(branch.a, branch.a1, ReportingPeriod.firstHalfOf(2026));
        walk.submit(branch.a1, 71);
        walk.approve(branch.a1);
        walk.open(branch.a, branch.a1);

        desk.complete(branch.officer(branch.a1), walk.report(), "DraftReport", "nil", NOTHING);
        walk.approve(branch.a1);
        walk.accept(branch.a);

        assertThat(walk.amount("B1")).isEqualTo("0");
        assertThat(walk.amount("G1.collective")).isEqualTo("0");
        assertThat(walk.amount("D3")).isEqualTo("71");
        assertThat(walk.reports
                        .find(branch.officer(branch.a1), walk.report())
                        .figures()
                        .asAnswers()
                        .get("D4"))
                .isEqualTo(Map.of("notStated", true));
    }

    @Test
    void one_unit_gets_more_time_from_the_superior_s_leader() {
        walk.open(branch.a, branch.a1);
        var until = LocalDate.of(2027, 6, 25);

        assertThat(walk.acts.extend(branch.leader(branch.a), walk.report(), until, "Bão số 2"))
                .isInstanceOf(ReportOutcome.Done.class);

        assertThat(walk.desk
                        .task(branch.officer(branch.a1), walk.report(), "DraftReport")
                        .due())
                .isEqualTo(until);
        walk.itIs(2027, 6, 25);
        walk.submit(branch.a1, 71);
        walk.approve(branch.a1);
        assertThat(walk.now().timeliness().status()).isEqualTo(Timeliness.Status.ON_TIME);
        assertThat(walk.acts.extend(branch.leader(branch.a), walk.report(), until, "Nữa"))
                .isInstanceOf(ReportOutcome.Conflict.class);
    }
}
