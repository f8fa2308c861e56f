package vn.lantoa.reporting.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.audit.AuditVerification;
import vn.lantoa.engine.PastRuns;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportConsistency;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportState;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.Consistency;
import vn.lantoa.testing.EngineNight;
import vn.lantoa.testing.IntegrationTest;

/** The engine forgets an ended report after its term, by its own clean-up; whoever asks for the report does not notice. */
@IntegrationTest
class CleanedHistoryTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    PastRuns past;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    EngineNight night;
    ReportWalk walk;
    Branch branch;
    Actor administrator;

    @BeforeEach
    void inJune2027() {
        night = new EngineNight(context);
        walk = new ReportWalk(context);
        branch = walk.branch;
        administrator = branch.actor(Post.ADMINISTRATOR, branch.root);
        night.itIs(LocalDateTime.of(2027, 6, 1, 9, 0));
    }

    @AfterEach
    void itIsNow() {
        night.itIsNow();
        ReportConsistency.check(context);
    }

    @Test
    void what_the_engine_forgets_is_still_told_and_what_runs_is_left_alone() throws Exception {
        walked(branch.a, branch.root);
        var report = walk.report();
        var instance = instanceOf(report);
        walk.open(branch.root, branch.b);
        var running = walk.report();
        var runningInstance = instanceOf(running);

        night.itIs(LocalDateTime.of(2028, 5, 30, 1, 0));
        night.tidy();
        assertThat(night.remembered(instance))
                .as("one day before the term is over")
                .isNotEmpty();

        night.itIs(LocalDateTime.of(2028, 6, 5, 12, 0));
        night.tidy();
        assertThat(night.remembered(instance)).as("in the middle of the day").isNotEmpty();

        night.itIs(LocalDateTime.of(2028, 6, 5, 1, 0));
        var before = told(report, instance);
        var runningBefore = night.remembered(runningInstance);
        var run = past.of(instance, "unit-report", Instant.EPOCH);
        assertThat(run.startedBy()).isPresent();
        assertThat(before.get("/dossiers/report/" + report)).contains("Đã ban hành kế hoạch.");
        night.tidy();
        assertThat(night.remembered(instance)).as("what the engine still knows").isEmpty();
        var after = told(report, instance);
        before.forEach((page, content) -> assertThat(after.get(page)).as(page).isEqualTo(content));
        assertThat(past.of(instance, "unit-report", Instant.EPOCH)).isEqualTo(run);

        assertThat(answered("/operations", administrator.username()))
                .contains("Đã dọn, chỉ còn đường đi", "được dọn hằng đêm");

        assertThat(night.remembered(runningInstance)).isEqualTo(runningBefore).isNotEmpty();
        walk.submit(branch.b, 12);
        assertThat(walk.state()).isEqualTo(ReportState.CHECKING);
        Consistency.check(jdbc);
        assertThat(context.getBean(AuditVerification.class)
                        .verify(administrator)
                        .ok())
                .isTrue();
    }

    @Test
    void another_term_set_on_the_page_holds_for_what_ends_from_then_on_and_what_is_kept_for_good_has_none()
            throws Exception {
        walked(branch.a, branch.root);
        var before = instanceOf(walk.report());
        try {
            assertThat(changed("CASE_HISTORY", "29")).contains("ít nhất 30");
            assertThat(changed("CASE_HISTORY", "")).contains("Xin điền chỗ này");
            assertThat(changed("REPORT", "400")).contains("lưu vĩnh viễn");
            changed("CASE_HISTORY", "30");
            walked(branch.b, branch.root);
            assertThat(forgottenOn(instanceOf(walk.report()))).isEqualTo(LocalDate.of(2027, 7, 1));
            assertThat(forgottenOn(before)).isEqualTo(LocalDate.of(2028, 5, 31));
        } finally {
            jdbc.sql("delete from retention_term where valid_from = date '2027-06-01'")
                    .update();
            jdbc.sql("update retention_term set valid_to = null where valid_to = date '2027-05-31'")
                    .update();
        }
    }

    private String changed(String code, String days) throws Exception {
        return mvc.perform(post("/rules/change")
                        .with(user(administrator.username()))
                        .with(csrf())
                        .param("act", "save")
                        .param("table", "retention")
                        .param("v-code", code)
                        .param("v-amount", days)
                        .param("from", "2027-06-01")
                        .param("basis", "Quy chế của đơn vị"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private LocalDate forgottenOn(String instance) {
        return jdbc.sql("select removal_time_ from act_hi_procinst where proc_inst_id_ = ?")
                .param(instance)
                .query((row, n) -> row.getTimestamp(1).toLocalDateTime().toLocalDate())
                .single();
    }

    private void walked(UnitId unit, UnitId superior) {
        walk.open(superior, unit);
        walk.submit(unit, 74);
        walk.desk.complete(branch.checker(unit), walk.report(), "CheckReport", "pass", Map.of());
        walk.approve(unit);
        walk.accept(superior);
        assertThat(walk.state()).isEqualTo(ReportState.ACCEPTED);
    }

    /** Everything people may ask of a report and of its process, by the address. */
    private Map<String, String> told(ReportId report, String instance) throws Exception {
        var told = new LinkedHashMap<String, String>();
        var officer = branch.username(Post.OFFICER, branch.a);
        for (var page : List.of(
                "/dossiers/report/" + report,
                "/dossiers/report/" + report + "/diagram",
                "/dossiers/report/" + report + "/diagram.json",
                "/api/v1/dossiers/report/" + report,
                "/api/v1/reports/" + report,
                "/reports/" + report + "/sheet")) {
            told.put(page, answered(page, officer));
        }
        for (var page : List.of(
                "/process-cases/" + instance,
                "/processes/unit-report",
                "/processes/unit-report/watch",
                "/processes/unit-report/watch.json",
                "/processes/unit-report/cases",
                "/processes/unit-report/versions")) {
            told.put(page, answered(page, administrator.username()));
        }
        return told;
    }

    /** Without what differs each time a page is made. */
    private String answered(String page, String username) throws Exception {
        var answer = mvc.perform(get(page).with(user(username))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(page + " for " + username).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("csrf-token\" content=\"[^\"]*\"", "")
                .replaceAll("X-X?[CS]+RF-TOKEN&quot;:&quot;[^&]*&quot;", "")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private String instanceOf(ReportId report) {
        return jdbc.sql("select proc_inst_id_ from act_hi_procinst where business_key_ = ?")
                .param(report.dossier().toString())
                .query(String.class)
                .single();
    }
}
