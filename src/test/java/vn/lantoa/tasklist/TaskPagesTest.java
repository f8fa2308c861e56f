package vn.lantoa.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** The pages "Việc cần xử lý" and "Hồ sơ", and the stream that keeps them true. */
@IntegrationTest
class TaskPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Tasklist tasklist;

    @Autowired
    Errands.Papers papers;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationContext context;

    Branch branch;
    Actor officer;

    @BeforeEach
    void grow() {
        branch = Branch.grow(context);
        officer = branch.officer(branch.a1);
    }

    @Test
    void the_list_shows_groups_and_rows_and_says_when_there_is_nothing() throws Exception {
        as(officer, get("/tasks"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Không có việc")));
        papers.open("Giấy <b>đậm</b>", branch.a1, LocalDate.now(clock).minusDays(7));
        as(officer, get("/tasks"))
                .andExpect(content().string(containsString("Quá hạn 5 ngày làm việc")))
                .andExpect(content().string(containsString("Giấy &lt;b&gt;đậm&lt;/b&gt;")))
                .andExpect(content().string(not(containsString("Nhận xử lý"))));
        branch.appoint("canbo-p." + branch.unit(branch.a1).code().toLowerCase(), "Hồ Thứ Hai", Post.OFFICER, branch.a1);
        as(officer, get("/tasks")).andExpect(content().string(containsString("Nhận xử lý")));
    }

    @Test
    void htmx_gets_the_rows_alone() throws Exception {
        papers.open("Giấy mảnh", branch.a1, null);
        as(officer, get("/tasks").param("q", "manh").header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Giấy mảnh")))
                .andExpect(content().string(containsString("q=manh")))
                .andExpect(content().string(not(containsString("<html"))));
        as(officer, get("/tasks").param("group", "wrong")).andExpect(status().isBadRequest());
        as(officer, get("/tasks").param("group", "this-week").param("sort", "newest"))
                .andExpect(status().isOk());
    }

    @Test
    void many_tasks_bring_counts_and_a_next_page() throws Exception {
        for (var i = 0; i < 12; i++) {
            papers.open("Giấy " + i, branch.a1, LocalDate.now(clock).plusDays(i));
        }
        as(officer, get("/tasks").param("size", "5"))
                .andExpect(content().string(containsString("id=\"task-count\">12<")))
                .andExpect(content().string(containsString("after=")));
    }

    @Test
    void a_task_leads_to_its_dossier_with_the_form_in_it() throws Exception {
        var paper = papers.open("Giấy biểu mẫu", branch.a1, LocalDate.now(clock).plusDays(2));
        var task = task();
        as(officer, get("/tasks/" + task)).andExpect(redirectedUrl("/dossiers/errand/" + paper.id()));
        as(officer, get(address(paper)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<lantoa-form")))
                .andExpect(content().string(containsString("data-task=\"" + task + "\"")))
                .andExpect(content().string(containsString("Trình duyệt")))
                .andExpect(content().string(containsString("Vì sao việc này đến tôi?")))
                .andExpect(content().string(containsString("vì cần")));
        as(branch.officer(branch.a), get(address(paper)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<lantoa-form"))));
        as(branch.officer(branch.b1), get(address(paper))).andExpect(status().isNotFound());
        as(branch.officer(branch.b1), get("/tasks/" + task)).andExpect(status().isNotFound());
    }

    @Test
    void wrong_answers_come_back_with_what_was_typed() throws Exception {
        papers.open("Giấy sai", branch.a1, null);
        as(
                        officer,
                        post("/tasks/" + task() + "/completion")
                                .param("outcome", "submit")
                                .param("answers", "{\"text\":\"sai\",\"count\":7}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Nội dung này không được.")))
                .andExpect(content().string(containsString("&quot;count&quot;:7")));
        as(
                        officer,
                        post("/tasks/" + task() + "/completion")
                                .param("outcome", "submit")
                                .param("answers", "[1"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void a_completion_returns_to_the_list_and_the_next_person_sees_who_sent_it() throws Exception {
        var paper = papers.open("Giấy gửi", branch.a1, null);
        as(
                        officer,
                        post("/tasks/" + task() + "/completion")
                                .param("outcome", "submit")
                                .param("answers", "{\"text\":\"ổn\"}"))
                .andExpect(redirectedUrl("/tasks"));
        var leader = branch.leader(branch.a1);
        as(leader, get("/tasks")).andExpect(content().string(containsString("Từ " + officer.name())));
        as(leader, get(address(paper)))
                .andExpect(content().string(containsString("Viết giấy – Trình duyệt")))
                .andExpect(content().string(containsString("Người đã làm bước «Viết giấy» không được làm bước này.")));
    }

    @Test
    void who_comes_too_late_reads_who_did_it_and_that_nothing_is_lost() throws Exception {
        var second = branch.appoint(
                "canbo-l." + branch.unit(branch.a1).code().toLowerCase(), "Lý Nhanh Tay", Post.OFFICER, branch.a1);
        var paper = papers.open("Giấy muộn", branch.a1, null);
        var task = task();
        tasklist.complete(second, task, "submit", Map.of("text", "trước"), Locale.ROOT);
        as(
                        officer,
                        post("/tasks/" + task + "/completion")
                                .param("outcome", "submit")
                                .param("answers", "{\"text\":\"sau\"}"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Lý Nhanh Tay")))
                .andExpect(content().string(containsString("không mất")));
        as(officer, get(address(paper))).andExpect(content().string(containsString("Dự thảo của bước «Viết giấy»")));
    }

    @Test
    void claiming_handing_over_and_notes_work_without_javascript() throws Exception {
        var name = "canbo-h." + branch.unit(branch.a1).code().toLowerCase();
        branch.appoint(name, "Bùi Nhận Việc", Post.OFFICER, branch.a1);
        var paper = papers.open("Giấy tay", branch.a1, null);
        as(officer, post("/tasks/" + task() + "/assignee").param("username", name))
                .andExpect(redirectedUrl(address(paper)));
        as(officer, get(address(paper))).andExpect(content().string(containsString("Bùi Nhận Việc đang xử lý")));
        as(officer, post("/tasks/" + task() + "/assignee").param("username", officer.username()))
                .andExpect(status().isConflict());
        as(officer, post("/tasks/" + task() + "/assignee").param("username", "khong-co"))
                .andExpect(status().isUnprocessableEntity());
        as(officer, post("/tasks/" + task() + "/assignee")).andExpect(redirectedUrl(address(paper)));
        as(officer, post(address(paper) + "/notes").param("note", "Đã gọi điện."))
                .andExpect(redirectedUrl(address(paper) + "#story"));
        as(officer, post(address(paper) + "/notes").param("note", "  ")).andExpect(status().isUnprocessableEntity());
        as(officer, get(address(paper))).andExpect(content().string(containsString("Đã gọi điện.")));
    }

    @Test
    void the_diagram_says_where_the_dossier_is() throws Exception {
        var paper = papers.open("Giấy sơ đồ", branch.a1, null);
        as(officer, get(address(paper) + "/diagram"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Đang ở bước «Viết giấy»")));
        as(officer, get(address(paper) + "/diagram.json"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.here[0]").value("Write"));
        as(branch.officer(branch.b1), get(address(paper) + "/diagram.json")).andExpect(status().isNotFound());
    }

    @Test
    void an_open_page_hears_of_a_task_after_the_commit_and_a_stranger_does_not() throws Exception {
        var mine =
                as(officer, get("/events")).andExpect(request().asyncStarted()).andReturn();
        var foreign = as(branch.officer(branch.b1), get("/events"))
                .andExpect(request().asyncStarted())
                .andReturn();
        papers.open("Giấy sống", branch.a1, null);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(mine.getResponse().getContentAsString()).contains("event:tasks"));
        assertThat(foreign.getResponse().getContentAsString()).doesNotContain("event:tasks");
    }

    private String task() {
        return tasklist.openFor(officer, TaskFilter.everything()).items().get(0).id();
    }

    private static String address(DossierKey key) {
        return "/dossiers/" + key.type() + "/" + key.id();
    }

    private ResultActions as(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(user(actor.username())).with(csrf()).header("Accept-Language", "vi"));
    }
}
