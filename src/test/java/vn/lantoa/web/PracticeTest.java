package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Practice;
import vn.lantoa.organization.PracticeRole;
import vn.lantoa.organization.Practices;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportConsistency;
import vn.lantoa.reporting.ReportDesk;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** "Luyện tập" through its pages: everything can be tried there, and nothing of it is seen from outside. */
@IntegrationTest
class PracticeTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    Practices practices;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HouseClock clock;

    Branch branch;
    String officer;
    Cookie cookie;
    Practice practice;

    @BeforeEach
    void an_officer_practises() {
        branch = Branch.grow(context);
        officer = branch.username(Post.OFFICER, branch.a11);
        var started = answer(post("/practice"), officer);
        assertThat(started.getRedirectedUrl()).isEqualTo("/tasks");
        cookie = started.getCookie("lantoa-practice");
        practice = practices.of(branch.officer(branch.a11).id()).orElseThrow();
    }

    @AfterEach
    void everything_agrees() {
        clock.setOffset(Duration.ZERO);
        practices.close(branch.officer(branch.a11));
        ReportConsistency.check(context);
    }

    @Test
    void a_report_goes_from_the_draft_to_acceptance_by_the_three_roles_of_one_person() {
        assertThat(page(get("/tasks").cookie(cookie), officer))
                .contains("LUYỆN TẬP", "Đang làm với vai cán bộ", "CĐCS Công ty Luyện Tập")
                .doesNotContain("A11");
        assertThat(page(get("/account").cookie(cookie), officer)).contains("Trang này là của tài khoản thật", officer);
        var desk = new ReportDesk(context);
        desk.complete(as(PracticeRole.OFFICER), report(), "DraftReport", "submit", Map.of("figures", Map.of()));
        desk.complete(as(PracticeRole.LEADER), report(), "ApproveReport", "approve", Map.of());
        var superior = answer(post("/practice/role").param("role", "SUPERIOR").cookie(cookie), officer);
        assertThat(page(get("/tasks").cookie(superior.getCookie("lantoa-practice")), officer))
                .contains("Đang làm với vai cấp trên", "Tiếp nhận");
        desk.complete(as(PracticeRole.SUPERIOR), report(), "AcceptReport", "accept", Map.of());
        assertThat(state()).isEqualTo("ACCEPTED");
    }

    @Test
    void nobody_else_and_no_list_of_real_units_sees_anything_of_it() {
        var administrator = branch.username(Post.ADMINISTRATOR, branch.root);
        assertThat(page(get("/units"), administrator)).doesNotContain("Luyện Tập");
        assertThat(page(get("/units").param("q", "luyen tap"), administrator)).doesNotContain("Luyện Tập");
        assertThat(people.search("luyện tập", null, null, 50).items()).isEmpty();
        assertThat(page(get("/tasks"), officer)).doesNotContain("Luyện Tập", "LUYỆN TẬP");
        assertThat(page(get("/reports"), branch.username(Post.OFFICER, branch.root)))
                .doesNotContain("Luyện Tập");
        assertThat(answer(get("/dossiers/report/" + report()), branch.username(Post.OFFICER, branch.root))
                        .getStatus())
                .isEqualTo(404);
        var other = branch.username(Post.OFFICER, branch.a12);
        assertThat(page(get("/tasks").cookie(cookie), other)).doesNotContain("Luyện Tập", "LUYỆN TẬP");
        assertThat(page(get("/api/v1/tasks").cookie(cookie), officer)).doesNotContain("Luyện Tập");
    }

    @Test
    void no_address_no_file_and_no_import_reaches_it_not_even_an_administrators() throws Exception {
        var administrator = branch.username(Post.ADMINISTRATOR, branch.root);
        for (var unit : new UnitId[] {practice.superior(), practice.unit()}) {
            for (var path : new String[] {"", "/subordinates.xlsx", "/imports", "/imports/template.xlsx", "/slips"}) {
                assertThat(answer(get("/units/" + unit + path), administrator).getStatus())
                        .as("/units/" + unit + path)
                        .isEqualTo(404);
            }
        }
        assertThat(cells("/units.xlsx?q=luyen%20tap", administrator)).isEmpty();
        assertThat(cells("/reports.xlsx", branch.username(Post.OFFICER, branch.root)))
                .noneMatch(text -> text.contains("Luyện Tập"));
    }

    private List<String> cells(String address, String username) throws Exception {
        var file = answer(get(java.net.URI.create(address)), username);
        assertThat(file.getStatus()).isEqualTo(200);
        var cells = new ArrayList<String>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file.getContentAsByteArray()))) {
            book.getSheetAt(0).forEach(row -> {
                if (row.getRowNum() > 0) {
                    row.forEach(cell -> cells.add(cell.toString()));
                }
            });
        }
        return cells;
    }

    @Test
    void it_opens_no_campaign_and_no_campaign_asks_its_units() {
        for (var unit : List.of(practice.superior(), practice.unit(), branch.root, branch.a)) {
            var asked = answer(
                    post("/reports/campaigns")
                            .param("unit", unit.toString())
                            .param("period", "2026-Y")
                            .cookie(answer(
                                            post("/practice/role")
                                                    .param("role", "SUPERIOR")
                                                    .cookie(cookie),
                                            officer)
                                    .getCookie("lantoa-practice")),
                    officer);
            assertThat(asked.getStatus()).as("campaign of " + unit).isIn(403, 404, 422);
        }
        assertThat(rows("campaign", "root_id", List.of(practice.superior().value(), branch.root.value())))
                .isZero();
        assertThat(rows("campaign_unit", "unit_id", List.of(practice.unit().value(), branch.a.value())))
                .isZero();
    }

    @Test
    void one_act_begins_anew_and_one_act_ends_it() {
        var first = report();
        answer(post("/practice").cookie(cookie), officer);
        assertThat(state(first)).isEqualTo("DROPPED");
        assertThat(page(get("/tasks").cookie(cookie), officer))
                .as("the old cookie means nothing any more")
                .doesNotContain("LUYỆN TẬP");
        answer(post("/practice/closing"), officer);
        assertThat(practices.of(branch.officer(branch.a11).id())).isEmpty();
        assertThat(page(get("/practice"), officer)).contains("Bắt đầu luyện tập");
        assertThat(jdbc.sql("select count(*) from task where dossier_type = 'report' and dossier_id = ?")
                        .param(first.toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void after_its_days_it_is_over_and_is_put_away() {
        clock.setOffset(Duration.ofDays(15));
        assertThat(page(get("/tasks").cookie(cookie), officer)).doesNotContain("LUYỆN TẬP");
        practices.closeExpired();
        assertThat(state()).isEqualTo("DROPPED");
    }

    @Test
    void a_closed_practice_is_kept_for_its_term_and_then_nothing_of_it_but_the_audit_trail() {
        var desk = new ReportDesk(context);
        var report = report();
        var box = new HashMap<String, Object>(Map.of("value", 3));
        desk.complete(
                as(PracticeRole.OFFICER),
                report,
                "DraftReport",
                "submit",
                Map.of(
                        "figures",
                        Map.of("D3", box),
                        "strengths",
                        "Làm thử",
                        "proposalRows",
                        List.of(Map.of("matter", "Đề nghị thử", "addressee", "CONFEDERATION"))));
        desk.complete(as(PracticeRole.LEADER), report, "ApproveReport", "approve", Map.of());
        answer(
                post("/dossiers/report/" + report + "/notes")
                        .param("note", "Thử ghi chú")
                        .cookie(cookie),
                officer);
        var people = List.of(
                as(PracticeRole.OFFICER).id().value(),
                as(PracticeRole.LEADER).id().value(),
                as(PracticeRole.SUPERIOR).id().value());
        jdbc.sql("insert into consolidation (report_id, revision, expected, taken_at) values (?, 1, 1, ?)")
                .params(report.value(), java.time.OffsetDateTime.now(clock))
                .update();
        jdbc.sql("insert into consolidation_source (consolidation_id, child_report_id, revision, accepted)"
                        + " select max(id), ?, 1, true from consolidation where report_id = ?")
                .params(report.value(), report.value())
                .update();
        jdbc.sql(
                        "insert into campaign_exemption (unit_id, period, reason, exempted_by, exempted_at) values (?, '2026-Y', 'x', 1, ?)")
                .params(practice.unit().value(), java.time.OffsetDateTime.now(clock))
                .update();
        jdbc.sql(
                        """
                        insert into report_package (unit_id, period, digest, public_key, reports, received_by, received_at)
                        values (?, '2026-Y', ?, 'key', 1, 1, ?)""")
                .params(
                        practice.superior().value(),
                        "of-practice-" + practice.id(),
                        java.time.OffsetDateTime.now(clock))
                .update();
        jdbc.sql(
                        "insert into report_package_report (report_id, package_id) select ?, max(id) from report_package where unit_id = ?")
                .params(report.value(), practice.superior().value())
                .update();
        jdbc.sql(
                        """
                        insert into overdue_letter (unit_id, report_id, period, contact, made_by, made_at)
                        values (?, ?, '2026-Y', 'x', 1, ?)""")
                .params(practice.superior().value(), report.value(), java.time.OffsetDateTime.now(clock))
                .update();
        answer(post("/practice/closing"), officer);
        assertThat(page(get("/practice"), officer)).contains("được giữ 90 ngày");

        clock.setOffset(Duration.ofDays(90));
        putAway();
        assertThat(rows("report", "unit_id", List.of(practice.unit().value()))).isOne();
        assertThat(cases("ended_case", "business_key", report)).isOne();
        clock.setOffset(Duration.ofDays(91));
        putAway();
        assertThat(cases("ended_case", "business_key", report)).isZero();
        assertThat(cases("act_hi_procinst", "business_key_", report)).isZero();

        var units = List.of(practice.unit().value(), practice.superior().value());
        for (var table : List.of(
                "report",
                "outgoing_document",
                "post_holding",
                "unit_version",
                "practice_unit",
                "campaign_exemption",
                "report_package",
                "overdue_letter")) {
            assertThat(rows(table, "unit_id", units)).as(table).isZero();
        }
        for (var table :
                List.of("report_value", "report_text", "report_proposal", "report_submission", "report_revision")) {
            assertThat(rows(table, "report_id", List.of(report.value())))
                    .as(table)
                    .isZero();
        }
        for (var table : List.of("dossier_event", "closed_task", "decision_fact", "task_draft", "task", "notice")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where dossier_type = 'report' and dossier_id = ?")
                            .param(report.toString())
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(rows("unit", "id", units)).isZero();
        assertThat(rows("person", "id", people)).isZero();
        assertThat(rows("notice", "person_id", people)).isZero();
        assertThat(rows("audit_entry", "unit_id", units)).isPositive();
        clock.setOffset(Duration.ZERO);
        answer(post("/practice"), officer);
        assertThat(practices.of(branch.officer(branch.a11).id())).isPresent();
    }

    private long cases(String table, String column, ReportId report) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = ?")
                .param(report.dossier().toString())
                .query(Long.class)
                .single();
    }

    private void putAway() {
        context.getBean(PracticeController.class).putAway();
    }

    private long rows(String table, String column, List<Long> ids) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " in (:ids)")
                .param("ids", ids)
                .query(Long.class)
                .single();
    }

    @Test
    void five_times_a_day_are_enough() {
        for (var i = 0; i < 4; i++) {
            answer(post("/practice"), officer);
        }
        assertThat(answer(post("/practice"), officer).getRedirectedUrl()).isEqualTo("/practice");
    }

    private Actor as(PracticeRole role) {
        return practices
                .actor(branch.officer(branch.a11).id(), practice.id(), role)
                .orElseThrow();
    }

    private ReportId report() {
        return ReportId.of(jdbc.sql("select id from report where unit_id = ?")
                .param(practice.unit().value())
                .query(Long.class)
                .single());
    }

    private String state() {
        return state(report());
    }

    private String state(ReportId report) {
        return jdbc.sql("select state from report where id = ?")
                .param(report.value())
                .query(String.class)
                .single();
    }

    private String page(MockHttpServletRequestBuilder request, String username) {
        var answer = answer(request, username);
        try {
            assertThat(answer.getStatus()).isEqualTo(200);
            return answer.getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String username) {
        try {
            return mvc.perform(request.with(user(username)).with(csrf()))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
