package vn.lantoa.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.notification.Inbox;
import vn.lantoa.notification.Notice;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;

/** What people are told of their tasks, and the page "Thông báo". */
class NoticesTest extends TaskWalk {

    @Autowired
    MockMvc mvc;

    @Autowired
    Inbox inbox;

    @Test
    void people_are_told_what_comes_to_them_what_comes_back_and_what_is_handed_over() {
        var paper = papers.open("Giấy A", branch.a1, null);
        assertThat(kinds(officer)).containsExactly("work.opened");
        assertThat(kinds(leader)).isEmpty();

        complete(officer, only(officer).id(), "submit", Map.of("text", "sai"));
        assertThat(kinds(leader)).as("a refused act tells nobody").isEmpty();
        complete(officer, only(officer).id(), "submit", Map.of("text", "xong"));
        assertThat(kinds(leader)).containsExactly("work.opened");
        assertThat(inbox.unread(officer.id()))
                .as("what is done needs no reading")
                .isZero();

        complete(leader, only(leader).id(), "return", Map.of());
        assertThat(kinds(officer)).containsExactly("work.returned", "work.opened");

        var second = branch.appoint(
                "canbo-2." + branch.unit(branch.a1).code().toLowerCase(Locale.ROOT),
                "Hồ Thứ Hai",
                Post.OFFICER,
                branch.a1);
        tasklist.assign(officer, only(officer).id(), second.username());
        tasklist.assign(second, only(second).id(), officer.username());
        assertThat(kinds(second)).containsExactly("work.handed-over");
        assertThat(kinds(officer)).startsWith("work.handed-over");

        transactions.executeWithoutResult(status -> processes.tell("Message_errandStopped", paper, Map.of()));
        assertThat(kinds(second)).startsWith("work.cancelled");
    }

    @Test
    void the_page_shows_them_opens_them_and_counts_what_is_unread() throws Exception {
        var paper = papers.open("Giấy <i>nghiêng</i>", branch.a1, null);
        as(officer, get("/notices"))
                .andExpect(content().string(containsString("Việc mới: Viết giấy – Giấy &lt;i&gt;nghiêng&lt;/i&gt;")))
                .andExpect(content().string(containsString("Thông báo, 1 chưa đọc")));
        var notice = list(officer).get(0);
        as(leader, post("/notices/" + notice.id() + "/reading")).andExpect(status().isNotFound());
        as(officer, post("/notices/" + notice.id() + "/reading"))
                .andExpect(redirectedUrl("/dossiers/errand/" + paper.id()));
        as(officer, get("/notices/count"))
                .andExpect(content().string(not(containsString("site__unread"))))
                .andExpect(content().string(not(containsString("<html"))));

        for (var i = 0; i < 35; i++) {
            papers.open("Giấy " + i, branch.a1, null);
        }
        as(officer, get("/notices")).andExpect(content().string(containsString("/notices?after=")));
        var seen = list(officer).get(5).id();
        as(officer, post("/notices/reading").param("upTo", String.valueOf(seen)))
                .andExpect(redirectedUrl("/notices"));
        assertThat(inbox.unread(officer.id()))
                .as("what came since stays unread")
                .isEqualTo(5);
    }

    private List<Notice> list(Actor actor) {
        return inbox.of(actor, null, 100).items();
    }

    private List<String> kinds(Actor actor) {
        return list(actor).stream().map(Notice::kind).toList();
    }

    private ResultActions as(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(user(actor.username())).with(csrf()));
    }
}
