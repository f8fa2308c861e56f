package vn.lantoa.commendation.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.testing.IntegrationTest;

/** The pages of a decision, and the one where anybody asks whether a decision is genuine. */
@IntegrationTest
class DecisionDoorTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    Verifications verifications;

    DecisionWalk on;

    @BeforeEach
    void nominationsThatWaitForADecision() {
        on = new DecisionWalk(context);
    }

    @Test
    void anybody_verifies_a_code_and_learns_nothing_more_and_cannot_guess() throws Exception {
        var id = on.released();
        var code = on.decision(id).shownCode();
        web.perform(get("/verify/{code}", code.toLowerCase()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("đang có hiệu lực")))
                .andExpect(content().string(not(containsString(on.anh))))
                .andExpect(content().string(not(containsString("Công đoàn xã A1"))));
        web.perform(get("/verify").param("code", "Đ' or 1=1")).andExpect(status().is3xxRedirection());
        for (var attempt = 0; attempt < 20; attempt++) {
            assertThat(verifications.ask("22222-2222" + "ABCDEFGHJKMNPQRSTUVWXYZ".charAt(attempt), "10.9.9.9"))
                    .isEqualTo(Verifications.Answer.UNKNOWN);
        }
        assertThat(verifications.ask(code, "10.9.9.9")).isEqualTo(Verifications.Answer.WAIT);
        assertThat(verifications.ask(code, "10.9.9.8")).isEqualTo(Verifications.Answer.IN_FORCE);
    }

    @Test
    void the_pages_show_what_each_may_do() throws Exception {
        var id = on.draft();
        web.perform(get("/awards/units/{id}/decisions", on.branch.a1).with(user(on.officer.username())))
                .andExpect(status().isOk());
        web.perform(get("/awards/decisions/{id}", id).with(user(on.leader.username())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Duyệt quyết định")));
        web.perform(post("/awards/decisions/{id}/approval", id)
                        .with(user(on.leader.username()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(post("/awards/decisions/{id}/release", id)
                        .with(user(on.leader.username()))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        on.number(id);
        web.perform(post("/awards/decisions/{id}/release", id)
                        .with(user(on.leader.username()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(get("/awards/decisions/{id}", id).with(user(on.officer.username())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Đính chính, hủy bỏ")));
        web.perform(get("/awards/honours")
                        .param("q", "ngoc anh " + on.awards.season)
                        .with(user(on.branch.officer(on.branch.b).username())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(on.anh)))
                .andExpect(content().string(not(containsString(on.huong))));
        web.perform(get("/awards/honours.xlsx").with(user(on.officer.username())))
                .andExpect(status().isOk());
        web.perform(get("/verify")).andExpect(status().isOk());
    }
}
