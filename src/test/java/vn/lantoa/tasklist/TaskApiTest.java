package vn.lantoa.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** {@code /api/v1/tasks} and {@code /api/v1/dossiers}, as API.md fixes them. */
@IntegrationTest
class TaskApiTest {

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
    void a_task_is_listed_with_the_fields_of_the_contract() throws Exception {
        var today = LocalDate.now(clock);
        var paper = papers.open("Giấy API", branch.a1, today);
        as(officer, get("/api/v1/tasks").param("q", "giay api"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.next").value(nullValue()))
                .andExpect(jsonPath("$.items[0].name").value("Viết giấy"))
                .andExpect(jsonPath("$.items[0].process").value("errand"))
                .andExpect(jsonPath("$.items[0].step").value("Write"))
                .andExpect(jsonPath("$.items[0].dossier.type").value("errand"))
                .andExpect(jsonPath("$.items[0].dossier.id").value(paper.id()))
                .andExpect(jsonPath("$.items[0].dossier.title").value("Giấy API"))
                .andExpect(jsonPath("$.items[0].unit.code")
                        .value(branch.unit(branch.a1).code()))
                .andExpect(jsonPath("$.items[0].due").value(today.toString()))
                .andExpect(jsonPath("$.items[0].dueStatus").value("TODAY"))
                .andExpect(jsonPath("$.items[0].assignee").value(nullValue()))
                .andExpect(jsonPath("$.items[0].createdAt", containsString("+07:00")));
    }

    @Test
    void pages_follow_the_cursor_and_a_broken_one_is_a_bad_request() throws Exception {
        papers.open("Một", branch.a1, null);
        papers.open("Hai", branch.a1, null);
        var first = tasklist.openFor(officer, new TaskFilter(null, null, null, null, null, 1, null));
        as(officer, get("/api/v1/tasks").param("size", "1").param("after", first.next()))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].id")
                        .value(org.hamcrest.Matchers.not(first.items().get(0).id())))
                .andExpect(jsonPath("$.next").value(nullValue()));
        for (var broken : new String[] {"x", "%%%", "bm8", "eHh4fGE"}) {
            as(officer, get("/api/v1/tasks").param("after", broken)).andExpect(status().isBadRequest());
        }
        as(officer, get("/api/v1/tasks").param("sort", "color")).andExpect(status().isBadRequest());
    }

    @Test
    void an_opened_task_brings_its_form_data_and_outcomes() throws Exception {
        var task = open("Giấy mở");
        as(officer, get("/api/v1/tasks/" + task))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(task))
                .andExpect(jsonPath("$.form.id").value("errand-write"))
                .andExpect(jsonPath("$.data.count").value(1))
                .andExpect(jsonPath("$.outcomes", contains("submit")));
        as(branch.officer(branch.b1), get("/api/v1/tasks/" + task)).andExpect(status().isNotFound());
        as(branch.leader(branch.a1), get("/api/v1/tasks/" + task)).andExpect(status().isForbidden());
        as(officer, get("/api/v1/tasks/none")).andExpect(status().isNotFound());
    }

    @Test
    void a_completion_answers_204_then_409_with_the_name_of_who_did_it() throws Exception {
        var second = branch.appoint(
                "canbo-api." + branch.unit(branch.a1).code().toLowerCase(), "Đỗ Thứ Hai", Post.OFFICER, branch.a1);
        var task = open("Giấy xong");
        complete(second, task, "{\"outcome\":\"submit\",\"answers\":{\"text\":\"xong\"}}")
                .andExpect(status().isNoContent());
        complete(officer, task, "{\"outcome\":\"submit\",\"answers\":{\"text\":\"của tôi\"}}")
                .andExpect(status().isConflict())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.by").value("Đỗ Thứ Hai"))
                .andExpect(jsonPath("$.draftKept").value(true));
        complete(branch.officer(branch.b1), task, "{\"outcome\":\"submit\"}").andExpect(status().isNotFound());
    }

    @Test
    void refused_answers_are_422_with_their_keys() throws Exception {
        var task = open("Giấy lỗi");
        complete(officer, task, "{\"outcome\":\"submit\",\"answers\":{}}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[0].key").value("text"))
                .andExpect(jsonPath("$.errors[0].message").isNotEmpty());
        complete(officer, task, "{\"outcome\":\"submit\",\"answers\":{\"text\":\"a\",\"unitLevel\":1}}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].key").value("unitLevel"));
        complete(branch.leader(branch.a1), task, "{\"outcome\":\"submit\"}").andExpect(status().isForbidden());
        complete(officer, task, "{not json").andExpect(status().isBadRequest());
        var huge = "a".repeat(1_500_000);
        complete(officer, task, "{\"outcome\":\"submit\",\"answers\":{\"text\":\"" + huge + "\"}}")
                .andExpect(status().isUnprocessableEntity());
        as(
                        officer,
                        json(
                                put("/api/v1/tasks/" + task + "/draft"),
                                "{\"answers\":{\"text\":\"" + huge + "\"},\"version\":0}"))
                .andExpect(status().isPayloadTooLarge());
    }

    @Test
    void a_draft_is_saved_by_version() throws Exception {
        var task = open("Giấy nháp");
        as(officer, json(put("/api/v1/tasks/" + task + "/draft"), "{\"answers\":{\"text\":\"một\"},\"version\":0}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(1));
        as(officer, json(put("/api/v1/tasks/" + task + "/draft"), "{\"answers\":{\"text\":\"hai\"},\"version\":0}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.version").value(1))
                .andExpect(jsonPath("$.answers.text").value("một"));
        as(officer, get("/api/v1/tasks/" + task))
                .andExpect(jsonPath("$.data.text").value("một"));
    }

    @Test
    void a_task_is_claimed_and_given_back() throws Exception {
        var task = open("Giấy nhận");
        as(officer, json(put("/api/v1/tasks/" + task + "/assignee"), "{\"username\":\"" + officer.username() + "\"}"))
                .andExpect(status().isNoContent());
        as(officer, get("/api/v1/tasks"))
                .andExpect(jsonPath("$.items[0].assignee").value(officer.username()));
        as(officer, json(put("/api/v1/tasks/" + task + "/assignee"), "{\"username\":null}"))
                .andExpect(status().isNoContent());
        as(officer, json(put("/api/v1/tasks/" + task + "/assignee"), "{\"username\":\"quantri1\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].key").value("username"));
    }

    @Test
    void the_same_idempotency_key_does_the_act_once() throws Exception {
        var task = open("Giấy gửi hai lần");
        var body = "{\"outcome\":\"submit\",\"answers\":{\"text\":\"một lần\"}}";
        var request = json(post("/api/v1/tasks/" + task + "/completion"), body).header("Idempotency-Key", "k-" + task);
        as(officer, request).andExpect(status().isNoContent()).andExpect(header().doesNotExist("Idempotency-Replayed"));
        var again = json(post("/api/v1/tasks/" + task + "/completion"), body).header("Idempotency-Key", "k-" + task);
        as(officer, again).andExpect(status().isNoContent()).andExpect(header().string("Idempotency-Replayed", "true"));
        var other = json(post("/api/v1/tasks/" + task + "/completion"), "{}").header("Idempotency-Key", "k-" + task);
        as(officer, other).andExpect(status().isUnprocessableEntity());
        var stranger = json(post("/api/v1/tasks/" + task + "/completion"), body).header("Idempotency-Key", "k-" + task);
        as(branch.officer(branch.b1), stranger).andExpect(status().isNotFound());
        assertThat(tasklist.openFor(branch.leader(branch.a1), TaskFilter.everything())
                        .items())
                .hasSize(1);
    }

    @Test
    void a_dossier_tells_its_story_and_what_is_open() throws Exception {
        var paper = papers.open("Giấy kể", branch.a1, null);
        var task = tasklist.openFor(officer, TaskFilter.everything())
                .items()
                .get(0)
                .id();
        complete(officer, task, "{\"outcome\":\"submit\",\"answers\":{\"text\":\"a\"}}");
        as(branch.officer(branch.a), get("/api/v1/dossiers/errand/" + paper.id()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title").value("Giấy kể"))
                .andExpect(jsonPath("$.timeline[0].person").value(officer.name()))
                .andExpect(jsonPath("$.open[0].step").value("Check"));
        as(branch.officer(branch.b1), get("/api/v1/dossiers/errand/" + paper.id()))
                .andExpect(status().isNotFound());
        as(officer, get("/api/v1/dossiers/unknown/1")).andExpect(status().isNotFound());
        as(officer, get("/api/v1/dossiers/NOT-A-TYPE/1")).andExpect(status().isNotFound());
    }

    private String open(String title) {
        papers.open(title, branch.a1, null);
        return tasklist.openFor(officer, TaskFilter.everything()).items().get(0).id();
    }

    private ResultActions complete(Actor actor, String task, String body) throws Exception {
        return as(actor, json(post("/api/v1/tasks/" + task + "/completion"), body));
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private ResultActions as(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(user(actor.username())));
    }
}
