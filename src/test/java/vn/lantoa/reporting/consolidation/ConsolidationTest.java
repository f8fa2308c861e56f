package vn.lantoa.reporting.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.lantoa.reporting.ReportDesk.figures;
import static vn.lantoa.reporting.ReportDesk.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportActs;
import vn.lantoa.reporting.ReportConsistency;
import vn.lantoa.reporting.ReportDesk;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;
import vn.lantoa.reporting.consolidation.Consolidations.Part;
import vn.lantoa.reporting.letter.ReportLetter;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.TaskForm;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** A commune starts from what its grassroots unions reported, adds its own, and every total opens down to its units. */
@IntegrationTest
class ConsolidationTest {

    private static final ReportingPeriod PERIOD = ReportingPeriod.firstHalfOf(2026);
    private static final Map<String, ?> NOT_STATED = Map.of("notStated", true);

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    Reports reports;

    @Autowired
    ReportActs acts;

    @Autowired
    Tasklist tasklist;

    @Autowired
    Consolidations consolidations;

    @Autowired
    Clock clock;

    Branch branch;
    ReportDesk desk;

    @BeforeEach
    void aTree() {
        branch = Branch.grow(context);
        desk = new ReportDesk(context);
    }

    @AfterEach
    void reportsAndEngineAgree() {
        ReportConsistency.check(context);
    }

    @Test
    void a_unit_starts_from_the_sum_of_its_accepted_ones_and_adds_its_own() throws IOException {
        var first = accepted(
                branch.a11,
                Map.of(
                        "D3",
                        value(5),
                        "B2",
                        Map.of("value", 100, "qualifier", "more_than"),
                        "D1",
                        value(4),
                        "A2",
                        value(1)));
        var second = accepted(
                branch.a12, Map.of("D3", NOT_STATED, "B2", value(20), "D1", value(3), "G1.collective", value(2)));
        var report = open(branch.a1);

        var task = draft(branch.a1, report);
        var below = task.schema().findValue("below");
        assertThat(below.path("accepted").asInt()).isEqualTo(2);
        assertThat(below.path("expected").asInt()).isEqualTo(2);
        assertThat(beside(task, "D3").path("sum").asInt()).isEqualTo(5);
        assertThat(beside(task, "D3").path("notStated").asInt()).isEqualTo(1);
        assertThat(beside(task, "B2").path("qualifier").asText()).isEqualTo("more_than");
        assertThat(beside(task, "D1").path("least").asInt()).isEqualTo(4);
        assertThat(beside(task, "D1").path("most").asInt()).isEqualTo(7);
        assertThat(beside(task, "D16").path("sum").asInt()).isEqualTo(1);
        assertThat(data(task)).containsKeys("D3", "B2", "D16", "G1.collective").doesNotContainKeys("D1", "E1");
        assertThat(data(task).get("B2").toString()).contains("120").contains("more_than");

        var tooSmall = attempt(report, Map.of("D3", value(4), "D1", value(3)));
        assertThat(tooSmall).isInstanceOf(Completion.Refused.class);
        assertThat(tooSmall.toString()).contains("figures.D3").contains("figures.D1");
        var answers = new LinkedHashMap<String, Object>(data(task));
        answers.put("D3", Map.of("value", 8, "own", 3));
        answers.put("D1", value(6));
        desk.complete(branch.officer(branch.a1), report, "DraftReport", "submit", figures(answers));

        var line = line(report, "D3");
        assertThat(line.own()).isEqualByComparingTo("3");
        assertThat(line.total().amount()).isEqualByComparingTo("5");
        assertThat(line.figure().amount()).isEqualByComparingTo("8");
        assertThat(line(report, "D1").own()).isNull();
        desk.complete(
                branch.leader(branch.a1),
                report,
                "ApproveReport",
                "approve",
                figures(Map.of("D3", Map.of("value", 9, "own", 4))));
        assertThat(line(report, "D3").own()).isEqualByComparingTo("4");
        assertThat(line(report, "B2").own()).isEqualByComparingTo("0");
        desk.complete(branch.officer(branch.a), report, "AcceptReport", "accept", Map.of());

        var letter = text(context.getBean(ReportLetter.class)
                .docx(branch.officer(branch.a), report)
                .content());
        assertThat(letter)
                .contains("Số liệu tổng hợp từ 2/2 báo cáo của đơn vị trực thuộc.")
                .contains("- Tổ tự quản khu nhà trọ công nhân: 9 tổ;")
                .contains("của riêng đơn vị: 4")
                .contains("trên 120");
        var opened = consolidations.of(branch.officer(branch.a), report, "D3");
        assertThat(opened.standing().frozenAt()).isNotNull();
        assertThat(opened.children())
                .extracting(child -> child.member().report())
                .containsExactlyInAnyOrder(first, second);
        assertThat(opened.children()).allSatisfy(child -> {
            assertThat(child.member().part()).isEqualTo(Part.ACCEPTED);
            assertThat(child.approvedBy()).startsWith("Nguyễn Thử Lãnh");
            assertThat(child.since()).isNull();
        });
        assertThatThrownBy(() -> consolidations.of(branch.officer(branch.b), report, "D3"))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> consolidations.of(branch.officer(branch.a), report, "X9"))
                .isInstanceOf(NotVisible.class);
    }

    @Test
    void a_restatement_after_acceptance_shows_and_changes_no_sum() throws Exception {
        var child = accepted(branch.a11, Map.of("D3", value(5)));
        var report = open(branch.a1);
        desk.complete(branch.officer(branch.a1), report, "DraftReport", "submit", figures(Map.of("D3", value(7))));
        send(branch.a1, branch.a, report);

        assertThat(acts.reopen(branch.officer(branch.a1), child, "Đơn vị rà soát lại"))
                .isInstanceOf(ReportOutcome.Done.class);
        assertThat(only(report, "D3").since()).isNull();
        desk.complete(branch.officer(branch.a11), child, "DraftReport", "submit", figures(Map.of("D3", value(6))));
        send(branch.a11, branch.a1, child);

        var restated = only(report, "D3");
        assertThat(restated.member().restated()).isTrue();
        assertThat(restated.member().revision()).isEqualTo(1);
        assertThat(restated.figure().amount()).isEqualByComparingTo("5");
        assertThat(restated.since().amount()).isEqualByComparingTo("6");
        assertThat(line(report, "D3").total().amount()).isEqualByComparingTo("5");
        web.perform(as(branch.officer(branch.a), get("/reports/" + report + "/consolidation/D3")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Đã điều chỉnh sau khi tổng hợp: 5 → 6.")))
                .andExpect(content().string(containsString("/dossiers/report/" + child)));
        web.perform(as(branch.officer(branch.a), get("/reports/" + report + "/consolidation")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("đã điều chỉnh sau khi tổng hợp")));
        web.perform(as(branch.officer(branch.a), get("/reports/" + report + "/consolidation.xlsx")))
                .andExpect(status().isOk());
        web.perform(as(branch.officer(branch.b), get("/reports/" + report + "/consolidation")))
                .andExpect(status().isNotFound());
    }

    @Test
    void reports_that_await_acceptance_are_added_by_choice_and_marked() throws Exception {
        var waiting = open(branch.a11);
        desk.complete(branch.officer(branch.a11), waiting, "DraftReport", "submit", figures(Map.of("D3", value(5))));
        desk.complete(branch.leader(branch.a11), waiting, "ApproveReport", "approve", Map.of());
        open(branch.a12);
        var report = open(branch.a1);
        var page = "/reports/" + report + "/consolidation";
        assertThat(draft(branch.a1, report)
                        .schema()
                        .findValue("below")
                        .path("awaiting")
                        .asInt())
                .isEqualTo(1);
        assertThat(data(draft(branch.a1, report))).isEmpty();
        web.perform(as(branch.officer(branch.a1), get(page)))
                .andExpect(content().string(containsString("Chưa nộp, chưa cộng")))
                .andExpect(content().string(containsString("name=\"include\"")));
        web.perform(as(branch.leader(branch.a1), get(page)))
                .andExpect(content().string(not(containsString("name=\"include\""))));

        web.perform(as(branch.leader(branch.a1), post(page + "/awaiting").param("include", waiting.toString())));
        assertThat(line(report, "D3").total()).isNull();
        web.perform(as(branch.officer(branch.a1), post(page + "/awaiting").param("include", waiting.toString())))
                .andExpect(redirectedUrl(page));

        assertThat(beside(draft(branch.a1, report), "D3").path("sum").asInt()).isEqualTo(5);
        desk.complete(branch.officer(branch.a1), report, "DraftReport", "nil", Map.of());
        var taken = consolidations.of(branch.officer(branch.a1), report, "D3");
        assertThat(taken.line().figure().amount()).isEqualByComparingTo("5");
        assertThat(taken.children())
                .extracting(child -> child.member().part())
                .containsExactlyInAnyOrder(Part.INCLUDED, Part.MISSING);
        assertThat(taken.standing().basis().included()).isEqualTo(1);
    }

    @Test
    void a_draft_from_before_a_report_was_accepted_is_not_taken_for_the_new_sum() {
        accepted(branch.a11, Map.of("D3", value(5)));
        var report = open(branch.a1);
        accepted(branch.a12, Map.of("D3", value(2)));

        var stale = attempt(report, Map.of("D3", Map.of("value", 8, "own", 3)));

        assertThat(stale.toString()).contains("figures.D3").contains("nay là 7");
    }

    @Test
    void the_letter_to_late_units_names_them_and_is_signed_for_the_head() throws Exception {
        open(branch.a11);
        var sent = accepted(branch.a12, Map.of("D3", value(2)));
        var report = open(branch.a1);
        var address = "/reports/" + report + "/overdue-letter.";
        web.perform(as(branch.officer(branch.a), get(address + "docx"))).andExpect(status().isForbidden());
        web.perform(as(branch.officer(branch.b), get(address + "docx"))).andExpect(status().isNotFound());
        web.perform(as(branch.officer(branch.a1), get("/reports/" + report + "/consolidation")))
                .andExpect(content().string(containsString("overdue-letter.pdf")));

        var letter = text(
                web.perform(as(branch.officer(branch.a1), get(address + "docx").param("until", "2026-12-01")))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray());

        assertThat(letter)
                .contains("V/v đôn đốc báo cáo 6 tháng đầu năm 2026", "DỰ THẢO", "Căn cứ HD 23/HD-TLĐ 20/5/2021,")
                .contains("- CĐCS Công ty May A11.", "05/06/2026", "trước hết ngày 01/12/2026", "TL. BAN THƯỜNG VỤ")
                .doesNotContain("Điện tử A12", "{{", "DOMAIN");
        web.perform(as(branch.officer(branch.a1), get(address + "pdf"))).andExpect(status().isOk());
        numbered(report);
        web.perform(as(branch.officer(branch.a12), get("/reports/" + sent + "/overdue-letter.docx")))
                .andExpect(content().string("Không có đơn vị trực thuộc nào quá hạn."));
    }

    /** The letter as a dossier: it waits in "Văn bản đi", gets its number there, and its addressee reads it. */
    private void numbered(ReportId report) throws Exception {
        var make = post("/reports/" + report + "/overdue-letters").param("until", "2026-12-01");
        web.perform(as(branch.officer(branch.a), make)).andExpect(status().isForbidden());
        var first = made(report);
        var dossier = made(report);
        var clerk = branch.actor(Post.RECORDS_OFFICE, branch.a1);
        var list = web.perform(as(clerk, get("/documents")))
                .andExpect(content().string(containsString(dossier)))
                .andExpect(content().string(not(containsString(first + "\""))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        web.perform(as(branch.officer(branch.a11), get(dossier))).andExpect(status().isNotFound());
        var waiting = Pattern.compile("/documents/(\\d+)/number").matcher(list);
        assertThat(waiting.find()).isTrue();
        web.perform(as(
                        clerk,
                        post("/documents/" + waiting.group(1) + "/number")
                                .param("number", "45")
                                .param("symbol", "CĐX-A1")
                                .param("date", LocalDate.now(clock).toString())))
                .andExpect(status().is3xxRedirection());
        web.perform(as(branch.officer(branch.a11), get(dossier)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("45/CĐX-A1")))
                .andExpect(content().string(containsString("Đã vào số")));
        var letter = text(web.perform(as(
                        branch.officer(branch.a11),
                        get(dossier.replace("/dossiers/overdue-letter", "/overdue-letters") + "/letter.docx")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
        assertThat(letter).contains("45/CĐX-A1", "- CĐCS Công ty May A11.").doesNotContain("DỰ THẢO");
        web.perform(as(
                        branch.officer(branch.b),
                        get(dossier.replace("/dossiers/overdue-letter", "/overdue-letters") + "/letter.pdf")))
                .andExpect(status().isNotFound());
    }

    private String made(ReportId report) throws Exception {
        return web.perform(as(
                        branch.officer(branch.a1),
                        post("/reports/" + report + "/overdue-letters").param("until", "2026-12-01")))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private static String text(byte[] docx) throws IOException {
        try (var word = new XWPFDocument(new ByteArrayInputStream(docx));
                var extractor = new XWPFWordExtractor(word)) {
            return extractor.getText();
        }
    }

    private ReportId open(UnitId unit) {
        var superior = branch.officer(branch.unit(unit).parent().orElseThrow());
        return ((ReportOutcome.Done) reports.open(superior, unit, PERIOD)).report();
    }

    private ReportId accepted(UnitId unit, Map<String, ?> figures) {
        var report = open(unit);
        var answers = new LinkedHashMap<String, Object>(figures);
        if (figures.containsKey("D1")) {
            answers.put("D2", value(20));
        }
        desk.complete(branch.officer(unit), report, "DraftReport", "submit", figures(answers));
        send(unit, branch.unit(unit).parent().orElseThrow(), report);
        return report;
    }

    private void send(UnitId unit, UnitId superior, ReportId report) {
        desk.complete(branch.leader(unit), report, "ApproveReport", "approve", Map.of());
        desk.complete(branch.officer(superior), report, "AcceptReport", "accept", Map.of());
    }

    private Completion attempt(ReportId report, Map<String, ?> figures) {
        return desk.attempt(branch.officer(branch.a1), report, "DraftReport", "submit", figures(figures));
    }

    private TaskForm draft(UnitId unit, ReportId report) {
        var officer = branch.officer(unit);
        return tasklist.view(officer, desk.task(officer, report, "DraftReport").id());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(TaskForm task) {
        return (Map<String, Object>) task.data().get("figures");
    }

    private static JsonNode beside(TaskForm task, String code) {
        for (var indicator : task.schema().findValue("indicators")) {
            if (indicator.path("code").asText().equals(code)) {
                return indicator.path("fromSubordinates");
            }
        }
        throw new AssertionError("no indicator " + code);
    }

    private Consolidations.Line line(ReportId report, String key) {
        return consolidations.of(branch.officer(branch.a1), report, key).line();
    }

    private Consolidations.Child only(ReportId report, String key) {
        List<Consolidations.Child> children =
                consolidations.of(branch.officer(branch.a), report, key).children();
        assertThat(children).hasSize(1);
        return children.get(0);
    }

    private static MockHttpServletRequestBuilder as(Actor actor, MockHttpServletRequestBuilder request) {
        return request.with(user(actor.username())).with(csrf());
    }
}
