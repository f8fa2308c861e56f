package vn.lantoa.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.reporting.ReportDesk.figures;
import static vn.lantoa.reporting.ReportDesk.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.organization.Actor;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** The texts of a report and what stands beside its figures, through the task list. */
@IntegrationTest
class ReportOutlineTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Reports reports;

    @Autowired
    Tasklist tasklist;

    Branch branch;
    ReportDesk desk;

    @BeforeEach
    void aTree() {
        branch = Branch.grow(context);
        desk = new ReportDesk(context);
    }

    @Test
    void a_note_at_a_text_and_one_at_a_figure_stand_beside_their_fields_when_the_officer_gets_it_back() {
        var report = open(ReportingPeriod.firstHalfOf(2026));
        submit(report, 71, "Đã ban hành kế hoạch.");
        var review = schema(branch.leader(branch.a1), report, "ApproveReport");
        assertThat(field(review, "note_leadership").at("/properties/noteFor").asText())
                .isEqualTo("leadership");

        desk.complete(
                branch.leader(branch.a1),
                report,
                "ApproveReport",
                "return",
                Map.of(
                        "reason",
                        "Bổ sung",
                        "note_leadership",
                        "Ghi rõ số văn bản",
                        "figures",
                        Map.of("D3", Map.of("note", "Thiếu một tổ"))));

        var draft = schema(branch.officer(branch.a1), report, "DraftReport");
        assertThat(field(draft, "leadership").path("remark").asText()).isEqualTo("Ghi rõ số văn bản");
        assertThat(field(draft, "note_leadership").isMissingNode()).isTrue();
        assertThat(indicator(draft, "D3").path("remark").asText()).isEqualTo("Thiếu một tổ");
    }

    @Test
    void a_leader_empties_a_text_by_sending_it_empty_and_keeps_it_by_not_sending_it() {
        var kept = open(ReportingPeriod.firstHalfOf(2026));
        submit(kept, 71, "Đã ban hành kế hoạch.");
        desk.complete(branch.leader(branch.a1), kept, "ApproveReport", "approve", Map.of());
        assertThat(view(kept).texts()).containsEntry("leadership", "Đã ban hành kế hoạch.");

        var emptied = open(ReportingPeriod.firstHalfOf(2025));
        submit(emptied, 71, "Đã ban hành kế hoạch.");
        desk.complete(branch.leader(branch.a1), emptied, "ApproveReport", "approve", Map.of("leadership", ""));
        assertThat(view(emptied).texts()).doesNotContainKey("leadership");
        assertThat(view(emptied).report().revision()).as("a correction").isEqualTo(2);
    }

    @Test
    void a_year_shows_its_first_half_beside_each_flow_and_not_stated_stays_so() {
        var half = open(ReportingPeriod.firstHalfOf(2025));
        desk.complete(
                branch.officer(branch.a1),
                half,
                "DraftReport",
                "submit",
                figures(Map.of("B1", value(24), "B2", Map.of("notStated", true), "D3", value(7))));
        var year = open(ReportingPeriod.yearOf(2025));
        assertThat(indicator(schema(branch.officer(branch.a1), year, "DraftReport"), "B1").at("/half/notStated").asBoolean())
                .as("not sent yet")
                .isTrue();
        desk.complete(branch.leader(branch.a1), half, "ApproveReport", "approve", Map.of());

        var schema = schema(branch.officer(branch.a1), year, "DraftReport");

        assertThat(indicator(schema, "B1").at("/half/value").asInt()).isEqualTo(24);
        assertThat(indicator(schema, "B2").at("/half/notStated").asBoolean()).isTrue();
        assertThat(indicator(schema, "D3").has("half")).as("a stock has no halves").isFalse();
        assertThat(indicator(schema, "C1").has("half")).as("asked once a year").isFalse();
    }

    private ReportId open(ReportingPeriod period) {
        return ((ReportOutcome.Done) reports.open(branch.officer(branch.a), branch.a1, period)).report();
    }

    private void submit(ReportId report, int groups, String leadership) {
        var answers = new HashMap<String, Object>(figures(Map.of("D3", value(groups))));
        answers.put("leadership", leadership);
        desk.complete(branch.officer(branch.a1), report, "DraftReport", "submit", answers);
    }

    private ReportView view(ReportId report) {
        return reports.find(branch.officer(branch.a), report);
    }

    private JsonNode schema(Actor actor, ReportId report, String step) {
        return tasklist.view(actor, desk.task(actor, report, step).id()).schema();
    }

    static JsonNode field(JsonNode schema, String key) {
        for (var component : schema.path("components")) {
            if (component.path("key").asText().equals(key)) {
                return component;
            }
        }
        return schema.path("none");
    }

    static JsonNode indicator(JsonNode schema, String code) {
        for (var indicator : field(schema, "figures").path("indicators")) {
            if (indicator.path("code").asText().equals(code)) {
                return indicator;
            }
        }
        return schema.path("none");
    }
}
