package vn.lantoa.commendation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.commendation.AwardFixtures;
import vn.lantoa.reporting.ReportDesk;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** What is released feeds the report of the unit that proposed it, by the dated table; what is annulled does not. */
@IntegrationTest
class KnownAwardsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    AwardFigures figures;

    @Autowired
    DecisionRows rows;

    @Autowired
    Clock clock;

    @Test
    void a_released_award_is_counted_where_it_was_proposed_until_it_is_annulled() {
        var awards = new AwardFixtures(context);
        var branch = awards.branch;
        var officer = branch.officer(branch.a1);
        var today = LocalDate.now(clock);
        var nomination = awards.nominate(branch.a11, "GK_CTTT", "Phạm Văn Biết " + awards.season);
        var id = rows.insert(
                branch.a1,
                awards.season,
                Decision.Kind.AWARD,
                null,
                "GK_CTTT",
                "Giấy khen",
                null,
                VerificationCode.make(),
                officer);
        rows.add(id, 1, awards.nomination(nomination), false);

        assertThat(figures.of(branch.a11, today.minusDays(30), today)).isEmpty();
        rows.release(id, officer, "9/QĐ-CĐ", today, 2_340_000);
        assertThat(figures.of(branch.a11, today.minusDays(30), today))
                .containsEntry("G2.individual", 1)
                .containsEntry("G13", 1)
                .hasSize(2);
        assertThat(figures.of(branch.a1, today.minusDays(30), today)).isEmpty();
        assertThat(figures.of(branch.a11, today.minusDays(30), today.minusDays(1)))
                .isEmpty();

        theReportStartsFromIt(branch);

        var annulment = rows.insert(
                branch.a1,
                awards.season,
                Decision.Kind.ANNULMENT,
                id,
                "GK_CTTT",
                "Giấy khen",
                "thử",
                VerificationCode.make(),
                officer);
        rows.addAbout(annulment, 1, rows.items(id).get(0), null);
        rows.release(annulment, officer, "10/QĐ-CĐ", today, null);
        assertThat(figures.of(branch.a11, today.minusDays(30), today)).isEmpty();
    }

    private void theReportStartsFromIt(Branch branch) {
        var today = LocalDate.now(clock);
        var desk = new ReportDesk(context);
        var officer = branch.officer(branch.a11);
        var report = ((ReportOutcome.Done) context.getBean(Reports.class)
                        .open(branch.officer(branch.a1), branch.a11, ReportingPeriod.span(today.minusDays(40), today)))
                .report();
        var form = context.getBean(Tasklist.class)
                .view(officer, desk.task(officer, report, "DraftReport").id());
        assertThat(((Map<?, ?>) form.data().get("figures")).get("G2.individual").toString())
                .contains("1");
        assertThat(form.schema().toString()).contains("\"known\":1");

        var other = desk.attempt(
                officer,
                report,
                "DraftReport",
                "submit",
                ReportDesk.figures(Map.of("G2.individual", ReportDesk.value(4))));
        assertThat(other).isInstanceOf(Completion.Refused.class);
        assertThat(((Completion.Refused) other).errors())
                .anySatisfy(error -> assertThat(error.key()).isEqualTo("figures.G2.individual"));
        desk.complete(
                officer,
                report,
                "DraftReport",
                "submit",
                ReportDesk.figures(
                        Map.of("G2.individual", Map.of("value", 4, "reason", "Cộng khen của cơ quan khác"))));
    }
}
