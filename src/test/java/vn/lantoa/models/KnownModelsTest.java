package vn.lantoa.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.reporting.ReportDesk;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.testing.IntegrationTest;

/** A report starts from the register of models; who says another number says why. */
@IntegrationTest
class KnownModelsTest {

    @Autowired
    ApplicationContext context;

    SiteWalk walk;

    @AfterEach
    void today() {
        walk.now();
    }

    @Test
    void the_report_starts_from_the_register() {
        walk = new SiteWalk(context);
        var branch = walk.branch;
        walk.active(
                branch.a11, walk.kind("boarding_house_group", "Tổ tự quản khu nhà trọ công nhân"), "Tổ của báo cáo");
        var desk = new ReportDesk(context);
        var officer = branch.officer(branch.a11);
        var span = ReportingPeriod.span(walk.today().minusDays(40), walk.today());
        var report = ((ReportOutcome.Done)
                        context.getBean(Reports.class).open(branch.officer(branch.a1), branch.a11, span))
                .report();
        var form = context.getBean(Tasklist.class)
                .view(officer, desk.task(officer, report, "DraftReport").id());
        var figures = (Map<?, ?>) form.data().get("figures");
        assertThat(((Map<?, ?>) figures.get("D1")).get("value").toString()).isEqualTo("1");
        assertThat(((Map<?, ?>) figures.get("D3")).get("value").toString()).isEqualTo("2");
        assertThat(((Map<?, ?>) figures.get("D4")).get("value").toString()).isEqualTo("40");
        assertThat(form.schema().toString()).contains("\"known\":2,\"knownFrom\":\"models\"");

        var answers = Map.of("D1", ReportDesk.value(1), "D2", ReportDesk.value(3));
        var other = desk.attempt(officer, report, "DraftReport", "submit", ReportDesk.figures(answers));
        assertThat(((Completion.Refused) other).errors())
                .extracting(error -> error.key())
                .containsExactly("figures.D2");
        desk.complete(
                officer,
                report,
                "DraftReport",
                "submit",
                ReportDesk.figures(Map.of(
                        "D1", ReportDesk.value(1), "D2", Map.of("value", 3, "reason", "Thêm hai điểm chưa vào sổ"))));
    }
}
