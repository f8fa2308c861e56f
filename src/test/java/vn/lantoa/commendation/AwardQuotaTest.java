package vn.lantoa.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.Post;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** "A few large ones more" (DOMAIN 2.4): a unit's own quota goes before its level's, from the day of its row. */
@IntegrationTest
class AwardQuotaTest {

    private static final String BASIS = "Công văn 12/TLĐ-CĐ ngày 01/6/2026";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    AwardTitles titles;

    AwardFixtures awards;
    Branch branch;

    @BeforeEach
    void aTreeOfItsOwn() {
        awards = new AwardFixtures(context);
        branch = awards.branch;
    }

    @Test
    void a_unit_with_a_quota_of_its_own_proposes_as_many_and_the_counters_say_by_what() throws Exception {
        var today = LocalDate.now();
        save("BK_TLD_CD", branch.unit(branch.a).code(), "5", today);
        var ids = IntStream.rangeClosed(1, 6)
                .mapToObj(one -> awards.nominate(branch.a, "BK_TLD_CD", "Mai Thị Suất " + awards.season + "-" + one))
                .toList();
        web.perform(get("/awards/slates/{id}", branch.a)
                        .with(user(branch.officer(branch.a).username())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("trên 5 chỉ tiêu")))
                .andExpect(content().string(containsString("chỉ tiêu riêng của đơn vị: " + BASIS)));
        ids.subList(0, 5).forEach(awards::propose);
        assertThat(awards.attempt(branch.officer(branch.a), ids.get(5), Words.REVIEW_STEP, "propose", Map.of()))
                .isInstanceOf(Completion.Refused.class);
        assertThat(titles.quota("BK_TLD_CD", branch.b, today)).contains(levelsQuota());
        assertThat(titles.quota("BK_TLD_CD", branch.a, today.minusDays(1))).contains(levelsQuota());
    }

    @Test
    void an_exception_names_a_unit_and_a_title_that_there_are() throws Exception {
        var code = branch.unit(branch.a).code();
        for (var wrong : List.of(List.of("BK_TLD_CD", "KHONG-CO"), List.of("KHONG_CO", code))) {
            var answer = web.perform(change(wrong.get(0), wrong.get(1), "5", LocalDate.now()))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).isEqualTo(422);
        }
        assertThat(titles.quota("BK_TLD_CD", branch.a, LocalDate.now())).contains(levelsQuota());
    }

    private AwardQuota levelsQuota() {
        return new AwardQuota(4, false, "QĐ 1689/QĐ-TLĐ ngày 12/11/2019 Điều 15: mỗi đơn vị đề nghị tối đa 4");
    }

    private void save(String title, String unit, String places, LocalDate from) throws Exception {
        web.perform(change(title, unit, places, from)).andExpect(status().is3xxRedirection());
    }

    private MockHttpServletRequestBuilder change(String title, String unit, String places, LocalDate from) {
        return post("/rules/change")
                .param("table", "award-quota-exceptions")
                .param("v-unit_code", unit)
                .param("v-code", title)
                .param("v-places", places)
                .param("from", from.toString())
                .param("basis", BASIS)
                .param("act", "save")
                .with(user(branch.username(Post.ADMINISTRATOR, branch.root)))
                .with(csrf());
    }
}
