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

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;

/** A person's own views of the list, and what an empty list says. */
class SavedFiltersTest extends TaskWalk {

    @Autowired
    MockMvc mvc;

    @Autowired
    SavedFilters filters;

    @Test
    void a_view_is_saved_opened_renamed_and_removed_with_its_count() throws Exception {
        papers.open("Giấy Bắc Ninh", branch.a1, today().minusDays(1));
        papers.open("Giấy khác", branch.a1, today().plusDays(30));
        as(
                        officer,
                        post("/tasks/filters")
                                .param("name", "Quá hạn")
                                .param("address", "/tasks?q=bac%20ninh&group=overdue"))
                .andExpect(redirectedUrl("/tasks?q=bac%20ninh&group=overdue"));
        var saved = filters.of(officer).get(0);
        as(officer, get("/tasks"))
                .andExpect(
                        content().string(containsString("href=\"/tasks?q=bac%20ninh&amp;group=overdue\">Quá hạn</a>")))
                .andExpect(content().string(containsString("saved-count-" + saved.id() + "\">1</span>")));
        as(officer, get("/tasks").header("HX-Request", "true").param("q", "khac"))
                .andExpect(content().string(containsString("hx-swap-oob=\"true\"")))
                .andExpect(content().string(containsString("value=\"/tasks?q=khac\"")));

        as(leader, post("/tasks/filters/" + saved.id()).param("name", "Của tôi"))
                .andExpect(status().isNotFound());
        as(officer, post("/tasks/filters/" + saved.id()).param("name", "Trễ"));
        assertThat(filters.of(officer)).extracting(SavedFilters.Saved::name).containsExactly("Trễ");
        as(leader, post("/tasks/filters/" + saved.id() + "/removal")).andExpect(status().isNotFound());
        as(officer, post("/tasks/filters/" + saved.id() + "/removal")).andExpect(status().is3xxRedirection());
        assertThat(filters.of(officer)).isEmpty();
    }

    @Test
    void names_and_numbers_have_limits_and_a_view_of_a_process_that_is_gone_counts_nothing() throws Exception {
        assertThat(filters.save(officer, "  ", "/tasks")).contains("tasklist.saved.nameless");
        assertThat(filters.save(officer, "x".repeat(300), "/tasks")).contains("tasklist.saved.name-too-long");
        assertThat(filters.save(officer, "dài", "/tasks?q=" + "x".repeat(2000))).contains("tasklist.saved.too-long");
        assertThat(filters.save(officer, "cũ", "/tasks?process=quy-trinh-cu&group=lastyear"))
                .isEmpty();
        assertThat(filters.save(officer, "cũ", "/tasks")).contains("tasklist.saved.taken");
        as(officer, get("/tasks")).andExpect(status().isOk());
        as(officer, post("/tasks/filters").param("name", "ngoài").param("address", "https://example.org/x?q=1"))
                .andExpect(redirectedUrl("/tasks"));
        for (var i = filters.of(officer).size(); i < SavedFilters.MOST; i++) {
            assertThat(filters.save(officer, "Bộ lọc " + i, "/tasks?q=" + i)).isEmpty();
        }
        assertThat(filters.save(officer, "thừa", "/tasks")).contains("tasklist.saved.too-many");
    }

    @Test
    void an_empty_list_names_what_comes_next_to_those_to_whom_work_comes() throws Exception {
        as(officer, get("/tasks")).andExpect(content().string(containsString("Việc kế tiếp: Báo cáo ")));
        as(branch.actor(Post.ADMINISTRATOR, branch.root), get("/tasks"))
                .andExpect(content().string(not(containsString("Việc kế tiếp"))));
        papers.open("Giấy đến", branch.a1, null);
        as(officer, get("/tasks")).andExpect(content().string(not(containsString("Việc kế tiếp"))));
    }

    private ResultActions as(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(user(actor.username())).with(csrf()));
    }
}
