package vn.lantoa.diagrams.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.diagrams.Parcels;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.engine.DueJobs;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** Administrators see where cases stand and for how long, help a stopped one on, and set a token elsewhere, never past a leader. */
@IntegrationTest
class ProcessWatchTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    Parcels.Post office;

    @Autowired
    Tasklist tasklist;

    @Autowired
    Reports reports;

    @Autowired
    ManagementService management;

    @Autowired
    DueJobs due;

    @Autowired
    JdbcClient jdbc;

    Branch branch;
    Actor administrator;
    Actor officer;

    @BeforeEach
    void grow() {
        branch = Branch.grow(context);
        administrator = branch.actor(Post.ADMINISTRATOR, branch.root);
        officer = branch.actor(Post.OFFICER, branch.a1);
    }

    @AfterEach
    void asBefore() {
        office.failing = "";
    }

    @Test
    void cases_and_working_days_stand_by_the_steps() throws Exception {
        var process = office.ship();
        var cases = office.start(process, 60, branch.a1);
        cases.subList(0, 3).forEach(this::pack);
        jdbc.sql("update closed_task set working_days = 2 where process = ?")
                .param(process)
                .update();
        pack(cases.get(3));
        jdbc.sql("update closed_task set working_days = 5 where dossier_id = ?")
                .param(cases.get(3).id())
                .update();
        jdbc.sql("update task set due = date '2020-01-01' where dossier_id = ?")
                .param(cases.get(10).id())
                .update();

        as(administrator, get("/processes/" + process + "/watch.json"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("56 hồ sơ · TB 2,8 ngày")))
                .andExpect(content().string(containsString("\"step\":\"Weigh\",\"label\":\"4 hồ sơ\"")));
        as(administrator, get("/processes/" + process + "/watch"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(">56</a>")))
                .andExpect(content().string(containsString("Việc quá hạn\">1</td>")));
        as(administrator, get("/processes"))
                .andExpect(content().string(containsString("/processes/" + process + "/watch\">60</a>")));
        as(administrator, get("/processes/" + process + "/cases").param("step", "Pack"))
                .andExpect(content().string(containsString("after=")))
                .andExpect(
                        content().string(not(containsString("Số " + cases.get(0).id() + " –"))));
        as(
                        administrator,
                        get("/processes/" + process + "/cases")
                                .param(
                                        "q",
                                        "https://x/dossiers/parcel/"
                                                + cases.get(7).id()))
                .andExpect(header().string("Location", "/process-cases/" + instance(cases.get(7))));
        as(administrator, get("/processes/" + process + "/cases").param("q", "không có"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Không có hồ sơ «không có»")));
    }

    @Test
    void a_job_that_failed_is_shown_with_its_cause_and_tried_again() throws Exception {
        var process = office.ship(
                drawn -> Parcels.changed(drawn, "id=\"Weigh\"", "id=\"Weigh\" camunda:asyncBefore=\"true\""));
        var one = office.start(process, 1, branch.a1).get(0);
        pack(one);
        office.failing = one.toString();
        due.runAll();
        var job = management.createJobQuery().processInstanceId(instance(one)).singleResult();
        management.setJobRetries(job.getId(), 0);

        as(administrator, get("/processes/" + process + "/watch"))
                .andExpect(content().string(containsString("cut off in the middle")));
        as(administrator, get("/processes/" + process + "/watch.json"))
                .andExpect(content().string(containsString("1 dừng vì lỗi")));
        var page = "/process-cases/" + instance(one);
        as(administrator, get(page))
                .andExpect(content().string(containsString("Dừng vì lỗi ở bước «Cân»")))
                .andExpect(content().string(containsString("Chi tiết cho người bảo trì")));
        as(administrator, post(page + "/retries").param("job", job.getId()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Thử lại chưa xong")));
        assertThat(steps(one)).isEmpty();

        office.failing = "";
        as(administrator, post(page + "/retries").param("job", job.getId())).andExpect(status().is3xxRedirection());
        assertThat(steps(one)).containsExactly("Weigh");
        as(administrator, post(page + "/retries").param("job", job.getId())).andExpect(status().is3xxRedirection());
        assertThat(steps(one)).containsExactly("Weigh");
        assertThat(audited(one)).containsExactly("process.job-retried", "process.job-retried");
    }

    @Test
    void a_token_is_set_back_by_hand_with_a_reason_and_once_only() throws Exception {
        var process = office.ship();
        var one = office.start(process, 1, branch.a1).get(0);
        pack(one);
        var page = "/process-cases/" + instance(one);
        var token = token(one, "Weigh");

        as(administrator, move(page, token, "Pack", " "))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Cần ghi lý do")));
        as(administrator, move(page, token, "Ended", "Cân hỏng"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Cân hỏng")));
        assertThat(steps(one)).containsExactly("Weigh");

        as(administrator, move(page, token, "Pack", "Cân hỏng")).andExpect(status().is3xxRedirection());
        assertThat(steps(one)).containsExactly("Pack");
        as(administrator, move(page, token, "Pack", "Cân hỏng")).andExpect(status().isConflict());
        assertThat(steps(one)).containsExactly("Pack");
        assertThat(audited(one)).containsExactly("process.case-moved");
        assertThat(tasklist.dossier(officer, one, Locale.forLanguageTag("vi")).story())
                .anyMatch(said -> said.text().contains("từ «Cân» sang «Đóng gói»")
                        && said.note().equals("Cân hỏng"));
        pack(one);
        assertThat(steps(one)).containsExactly("Weigh");
    }

    @Test
    void nobody_is_set_past_a_leaders_signature() throws Exception {
        var opener = branch.actor(Post.OFFICER, branch.a);
        var from = LocalDate.of(2024, 1, 1);
        var report = (ReportOutcome.Done) reports.open(opener, branch.a1, ReportingPeriod.span(from, from.plusDays(9)));
        var one = new DossierKey("report", report.report().toString());
        var page = "/process-cases/" + instance(one);

        as(administrator, get(page))
                .andExpect(content().string(containsString("value=\"ApproveReport\"")))
                .andExpect(content().string(not(containsString("value=\"AcceptReport\""))))
                .andExpect(content().string(containsString("Chỉ người được xem hồ sơ này")));
        as(administrator, move(page, token(one, "DraftReport"), "AcceptReport", "Cho nhanh"))
                .andExpect(status().isUnprocessableEntity());
        assertThat(steps(one)).containsExactly("DraftReport");
    }

    @Test
    void who_does_not_draw_sees_none_of_it() throws Exception {
        var process = office.ship();
        var one = office.start(process, 1, branch.a1).get(0);
        for (var address : List.of(
                "/processes/" + process + "/watch",
                "/processes/" + process + "/cases",
                "/process-cases/" + instance(one))) {
            as(officer, get(address)).andExpect(status().isNotFound());
        }
        as(administrator, get("/process-cases/none")).andExpect(status().isNotFound());
        as(administrator, get("/process-cases/" + instance(one)))
                .andExpect(content().string(allOf(containsString("Bưu kiện"), containsString("Đóng gói"))));
    }

    private void pack(DossierKey one) {
        var task = jdbc.sql("select id from task where dossier_id = ? and step = 'Pack'")
                .param(one.id())
                .query(String.class)
                .single();
        assertThat(tasklist.complete(officer, task, "submit", Map.of(), Locale.ROOT))
                .isInstanceOf(Completion.Completed.class);
    }

    private List<String> steps(DossierKey one) {
        return jdbc.sql("select step from task where dossier_type = ? and dossier_id = ?")
                .params(one.type(), one.id())
                .query(String.class)
                .list();
    }

    private List<String> audited(DossierKey one) {
        return jdbc.sql("select action from audit_entry where object = ? and action like 'process.%' order by id")
                .param(one.toString())
                .query(String.class)
                .list();
    }

    private String instance(DossierKey one) {
        return jdbc.sql("select proc_inst_id_ from act_ru_execution where business_key_ = ? and parent_id_ is null")
                .param(one.toString())
                .query(String.class)
                .single();
    }

    private String token(DossierKey one, String step) {
        return Optional.of(context.getBean(vn.lantoa.engine.CaseWatch.class).places(instance(one)))
                .orElseThrow()
                .stream()
                .filter(place -> place.step().equals(step))
                .findFirst()
                .orElseThrow()
                .token();
    }

    private static MockHttpServletRequestBuilder move(String page, String token, String step, String reason) {
        return post(page + "/step-moves")
                .param("token", token)
                .param("step", step)
                .param("reason", reason);
    }

    private ResultActions as(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(user(actor.username())).with(csrf()).header("Accept-Language", "vi"));
    }
}
