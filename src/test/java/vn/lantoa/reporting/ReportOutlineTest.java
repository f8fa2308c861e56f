package vn.lantoa.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.lantoa.reporting.ReportDesk.figures;
import static vn.lantoa.reporting.ReportDesk.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
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

    @Autowired
    SubordinateTexts texts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    Branch branch;
    ReportDesk desk;

    @BeforeEach
    void aTree() {
        branch = Branch.grow(context);
        desk = new ReportDesk(context);
        LocaleContextHolder.setLocale(Locale.forLanguageTag("vi"));
    }

    @AfterEach
    void noLanguageIsLeftBehind() {
        LocaleContextHolder.resetLocaleContext();
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
        assertThat(indicator(schema(branch.officer(branch.a1), year, "DraftReport"), "B1")
                        .at("/half/notStated")
                        .asBoolean())
                .as("not sent yet")
                .isTrue();
        desk.complete(branch.leader(branch.a1), half, "ApproveReport", "approve", Map.of());

        var schema = schema(branch.officer(branch.a1), year, "DraftReport");

        assertThat(indicator(schema, "B1").at("/half/value").asInt()).isEqualTo(24);
        assertThat(indicator(schema, "B2").at("/half/notStated").asBoolean()).isTrue();
        assertThat(indicator(schema, "D3").has("half"))
                .as("a stock has no halves")
                .isFalse();
        assertThat(indicator(schema, "C1").has("half")).as("asked once a year").isFalse();
    }

    @Test
    void a_text_that_looks_like_a_person_s_data_is_asked_about_and_a_confirmation_is_audited_without_it() {
        var report = open(ReportingPeriod.firstHalfOf(2026));
        var officer = branch.officer(branch.a1);
        var answers = new HashMap<String, Object>(figures(Map.of("D3", value(7))));
        answers.put("leadership", "Anh Nguyễn Văn An, công nhân, điện thoại 0905123456.");
        answers.put("plans", "Nhân rộng mô hình.");
        var task = desk.task(officer, report, "DraftReport").id();

        tasklist.saveDraft(officer, task, answers, 0);
        assertThat(tasklist.view(officer, task).data()).containsKey("plans");
        assertThat(String.valueOf(tasklist.view(officer, task).data().get("leadership")))
                .doesNotContain("0905123456");
        var refused =
                (vn.lantoa.tasklist.Completion.Refused) desk.attempt(officer, report, "DraftReport", "submit", answers);
        assertThat(refused.errors())
                .extracting(error -> error.key())
                .containsExactly("leadership", "contactsConfirmed");
        assertThat(refused.errors().get(0).message())
                .contains("Hệ thống không nhận thông tin về cá nhân người lao động");
        assertThat(view(report).report().revision()).isZero();

        answers.put("contactsConfirmed", "leadership:1");
        assertThat(desk.attempt(officer, report, "DraftReport", "submit", answers))
                .as("a confirmation of something else")
                .isInstanceOf(vn.lantoa.tasklist.Completion.Refused.class);
        answers.put("contactsConfirmed", refused.errors().get(1).message().replaceAll(".*: (\\S+)\\)\\.", "$1"));
        desk.complete(officer, report, "DraftReport", "submit", answers);

        var audit = jdbc.sql("select * from audit_entry where action = 'report.contact-confirmed' and object = ?")
                .param(report.dossier().toString())
                .query()
                .listOfRows();
        assertThat(audit).hasSize(1);
        assertThat(audit.toString())
                .contains("leadership")
                .doesNotContain("0905123456")
                .doesNotContain("Nguyễn");
        desk.complete(branch.leader(branch.a1), report, "ApproveReport", "approve", Map.of());
        assertThat(view(report).report().state()).as("not asked twice").isEqualTo(ReportState.SENT);
    }

    @Test
    void texts_and_proposals_of_subordinates_travel_upward_with_their_sources() throws Exception {
        var period = ReportingPeriod.firstHalfOf(2026);
        var superior = ((ReportOutcome.Done) reports.open(branch.officer(branch.root), branch.a, period)).report();
        accepted(branch.a1, period, "Đã ký quy chế phối hợp với công an xã.", "Bổ sung kinh phí cho tổ tự quản.");
        accepted(branch.a2, period, "Tập huấn hoà giải viên.", "bổ sung kinh phí cho tổ tự quản");
        var officer = branch.officer(branch.a);

        var schema = schema(officer, superior, "DraftReport");
        assertThat(field(schema, "leadership").at("/texts/count").asInt()).isEqualTo(2);
        var merged = field(schema, "proposalRows").path("merged");
        assertThat(merged).hasSize(1);
        assertThat(merged.at("/0/names")).hasSize(2);
        assertThat(texts.of(officer, superior, "leadership", "hoa giai", 0).passages())
                .extracting(SubordinateTexts.Passage::name)
                .containsExactly("Công đoàn phường A2");
        var page = web.perform(get("/reports/" + superior + "/texts?field=leadership&q=quy che")
                        .with(user(officer.username())))
                .andReturn()
                .getResponse();
        assertThat(page.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("Đã ký quy chế phối hợp")
                .doesNotContain("Tập huấn hoà giải")
                .contains("Bổ sung kinh phí cho tổ tự quản.");

        var own = new HashMap<String, Object>(figures(Map.of("D3", value(71))));
        own.put(
                "proposalRows",
                List.of(
                        Map.of(
                                "matter",
                                merged.at("/0/matter").asText(),
                                "addressee",
                                "CONFEDERATION",
                                "from",
                                merged.at("/0/from").asText() + " " + branch.b1),
                        Map.of("matter", "Sửa mẫu báo cáo", "addressee", "OTHER", "from", "")));
        desk.complete(officer, superior, "DraftReport", "submit", own);
        desk.complete(branch.checker(branch.a), superior, "CheckReport", "pass", Map.of());
        desk.complete(branch.leader(branch.a), superior, "ApproveReport", "approve", Map.of());

        var stored = reports.find(branch.officer(branch.root), superior);
        assertThat(stored.report().revision()).as("nothing corrected").isEqualTo(1);
        assertThat(stored.proposals()).hasSize(2);
        assertThat(stored.proposals().get(0).sources())
                .as("only those who said it")
                .containsExactlyInAnyOrder(branch.a1, branch.a2);
        assertThat(stored.texts().get("proposals"))
                .contains("1. Bổ sung kinh phí")
                .contains("gửi Tổng Liên đoàn Lao động Việt Nam; theo báo cáo của Công đoàn");
    }

    private void accepted(vn.lantoa.organization.UnitId unit, ReportingPeriod period, String text, String proposal) {
        var report = ((ReportOutcome.Done) reports.open(branch.officer(branch.a), unit, period)).report();
        var answers = new HashMap<String, Object>(figures(Map.of("D3", value(7))));
        answers.put("leadership", text);
        answers.put("proposalRows", List.of(Map.of("matter", proposal, "addressee", "CONFEDERATION")));
        desk.complete(branch.officer(unit), report, "DraftReport", "submit", answers);
        desk.complete(branch.leader(unit), report, "ApproveReport", "approve", Map.of());
        desk.complete(branch.officer(branch.a), report, "AcceptReport", "accept", Map.of());
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
