package vn.lantoa.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.Actor;
import vn.lantoa.testing.CookieJar;
import vn.lantoa.testing.RealCookies;

/** A form that was accepted is sent again, by the same browser, by others, and with the hidden fields of others: it has one effect. */
@RealCookies
class ReplayedFormsTest extends TaskWalk {

    @Autowired
    MockMvc mvc;

    @Test
    void the_same_form_sent_again_has_one_effect_and_says_who_did_it() throws Exception {
        var paper = papers.open("Giấy gửi lại", branch.a1, null);
        var task = only(officer).id();
        var browser = CookieJar.of(mvc, officer.username());
        assertThat(complete(browser, task, "lần một").getRedirectedUrl()).isEqualTo("/tasks");
        for (var i = 0; i < 3; i++) {
            var again = complete(browser, task, "lần một");
            assertThat(again.getStatus()).isEqualTo(409);
            assertThat(again.getContentAsString()).contains(officer.name());
        }
        assertThat(complete(browser, task, "khác đi").getStatus()).isEqualTo(409);
        one(paper, "lần một");
        assertThat(tasklist.openFor(leader, TaskFilter.everything()).items()).hasSize(1);
    }

    @Test
    void sent_by_others_it_has_none() throws Exception {
        var paper = papers.open("Giấy người khác", branch.a1, null);
        var task = only(officer).id();
        for (var other :
                new Actor[] {branch.officer(branch.b1), branch.officer(branch.a2), branch.officer(branch.a11)}) {
            assertThat(complete(CookieJar.of(mvc, other.username()), task, "của người khác")
                            .getStatus())
                    .as(other.username())
                    .isEqualTo(404);
        }
        assertThat(complete(CookieJar.of(mvc, leader.username()), task, "của lãnh đạo")
                        .getStatus())
                .isEqualTo(403);
        assertThat(count("decision_fact", paper)).isZero();
        complete(CookieJar.of(mvc, officer.username()), task, "của mình");
        assertThat(complete(CookieJar.of(mvc, branch.officer(branch.b1).username()), task, "muộn")
                        .getStatus())
                .as("also when it is done")
                .isEqualTo(404);
        one(paper, "của mình");
    }

    @Test
    void a_form_of_the_step_before_does_not_do_the_next_one() throws Exception {
        var paper = papers.open("Giấy bước trước", branch.a1, null);
        var task = only(officer).id();
        var browser = CookieJar.of(mvc, officer.username());
        complete(browser, task, "viết");
        var check = only(leader).id();
        assertThat(check).isNotEqualTo(task);
        var chief = CookieJar.of(mvc, leader.username());
        assertThat(send(chief, task, "approve", "{}").getStatus()).isEqualTo(403);
        assertThat(only(leader).id()).isEqualTo(check);
        assertThat(send(browser, check, "approve", "{}").getStatus())
                .as("whoever wrote")
                .isEqualTo(403);
        one(paper, "viết");
    }

    @Test
    void hidden_fields_of_others_are_not_asked() throws Exception {
        var mine = papers.open("Giấy của tôi", branch.a1, null);
        var task = only(officer).id();
        var theirs = papers.open("Giấy của họ", branch.b1, null);
        var foreign = only(branch.officer(branch.b1)).id();
        var browser = CookieJar.of(mvc, officer.username());
        var answer = browser.send(post("/tasks/" + task + "/completion")
                        .param("_csrf", browser.token())
                        .param("outcome", "submit")
                        .param("answers", "{\"text\":\"của tôi\"}")
                        .param("id", foreign)
                        .param("task", foreign)
                        .param("dossier", theirs.id())
                        .param("unit", branch.b1.toString())
                        .param("unitId", branch.b1.toString())
                        .param("actor", branch.officer(branch.b1).username())
                        .param("username", branch.officer(branch.b1).username())
                        .param("revision", "0")
                        .param("version", "99"))
                .getResponse();
        assertThat(answer.getRedirectedUrl()).isEqualTo("/tasks");
        one(mine, "của tôi");
        assertThat(count("decision_fact", theirs)).isZero();
        assertThat(only(branch.officer(branch.b1)).id()).isEqualTo(foreign);
        assertThat(jdbc.sql("select person_name from closed_task where id = ?")
                        .param(task)
                        .query(String.class)
                        .single())
                .isEqualTo(officer.name());
    }

    @Test
    void a_draft_of_an_old_revision_or_of_anothers_task_is_not_taken() throws Exception {
        papers.open("Giấy nháp cũ", branch.a1, null);
        var task = only(officer).id();
        var browser = CookieJar.of(mvc, officer.username());
        assertThat(draft(browser, task, "một", 0).getStatus()).isEqualTo(200);
        assertThat(draft(browser, task, "hai", 1).getStatus()).isEqualTo(200);
        for (var old : new int[] {0, 1, 99, -1}) {
            assertThat(draft(browser, task, "cũ", old).getStatus())
                    .as("%d", old)
                    .isEqualTo(409);
        }
        assertThat(draft(CookieJar.of(mvc, branch.officer(branch.b1).username()), task, "lạ", 2)
                        .getStatus())
                .isEqualTo(404);
        assertThat(tasklist.view(officer, task)).isNotNull();
        assertThat(jdbc.sql("select count(*) from task_draft where answers like '%cũ%' or answers like '%lạ%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void one(vn.lantoa.dossier.DossierKey paper, String text) {
        assertThat(count("decision_fact", paper)).isEqualTo(1);
        assertThat(writing.written.get(paper + "/Write")).containsEntry("text", text);
    }

    private static MockHttpServletResponse complete(CookieJar browser, String task, String text) throws Exception {
        return send(browser, task, "submit", "{\"text\":\"" + text + "\"}");
    }

    private static MockHttpServletResponse send(CookieJar browser, String task, String outcome, String answers)
            throws Exception {
        return browser.send(withToken(browser, post("/tasks/" + task + "/completion"))
                        .param("outcome", outcome)
                        .param("answers", answers))
                .getResponse();
    }

    private static MockHttpServletResponse draft(CookieJar browser, String task, String text, int version)
            throws Exception {
        return browser.send(withToken(browser, put("/tasks/" + task + "/draft"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"answers\":{\"text\":\"" + text + "\"},\"version\":" + version + "}"))
                .getResponse();
    }

    private static MockHttpServletRequestBuilder withToken(CookieJar browser, MockHttpServletRequestBuilder request) {
        return request.header("X-XSRF-TOKEN", browser.token());
    }
}
