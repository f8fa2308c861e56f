package vn.lantoa.audit.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

@IntegrationTest
class AuditPagesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    AuditTrail trail;

    Branch branch;

    @BeforeEach
    void an_act_in_each_of_two_branches() {
        branch = Branch.grow(context);
        record("nk-a:" + branch.a, branch.a1);
        record("nk-b:" + branch.b, branch.b1);
    }

    private void record(String object, UnitId unit) {
        trail.record(
                "task.completed",
                branch.officer(unit),
                object,
                unit,
                Map.of("step", "DraftReport"),
                Map.of("note", "Đủ số liệu"));
    }

    @Test
    void the_page_tells_the_acts_of_the_branch_as_sentences() throws Exception {
        as(Post.UNIT_ADMINISTRATOR, "/audit")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Hoàn thành việc")))
                .andExpect(content().string(containsString("nk-a:" + branch.a)))
                .andExpect(content().string(containsString("note: Đủ số liệu")))
                .andExpect(content().string(not(containsString("nk-b:" + branch.b))))
                .andExpect(content().string(not(containsString("/audit/verification"))));
        as(Post.UNIT_ADMINISTRATOR, "/audit?action=signin")
                .andExpect(content().string(containsString("Không có dòng nhật ký nào")));
    }

    @Test
    void the_administrator_verifies_the_chain_on_a_page_and_through_the_api() throws Exception {
        as(administrator(), "/audit").andExpect(content().string(containsString("/audit/verification")));
        as(administrator(), "/audit/verification")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Nhật ký nguyên vẹn")));
        as(administrator(), "/api/v1/audit/verification")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.ok", is(true)))
                .andExpect(jsonPath("$.entries").isNumber())
                .andExpect(jsonPath("$.firstBroken").hasJsonPath());
    }

    @Test
    void the_api_answers_the_same_entries() throws Exception {
        as(Post.UNIT_ADMINISTRATOR, "/api/v1/audit?object=nk-a:" + branch.a)
                .andExpect(jsonPath("$.items.length()", is(1)))
                .andExpect(jsonPath("$.items[0].action", is("task.completed")))
                .andExpect(jsonPath("$.items[0].unit", is((int) branch.a1.value())))
                .andExpect(jsonPath("$.items[0].at", containsString("+07:00")))
                .andExpect(jsonPath("$.items[0].facts.step", is("DraftReport")));
        as(Post.UNIT_ADMINISTRATOR, "/api/v1/audit?object=nk-b:" + branch.b)
                .andExpect(jsonPath("$.items.length()", is(0)));
        as(Post.UNIT_ADMINISTRATOR, "/api/v1/audit?from=not-a-day").andExpect(status().isBadRequest());
    }

    @Test
    void officers_and_leaders_have_no_business_here() throws Exception {
        as(Post.OFFICER, "/audit").andExpect(status().isForbidden());
        as(Post.LEADER, "/api/v1/audit").andExpect(status().isForbidden());
        as(Post.UNIT_ADMINISTRATOR, "/audit/verification").andExpect(status().isForbidden());
    }

    private ResultActions as(Post post, String address) throws Exception {
        return as(branch.username(post, branch.a), address);
    }

    private String administrator() {
        return branch.username(Post.ADMINISTRATOR, branch.root);
    }

    private ResultActions as(String username, String address) throws Exception {
        return web.perform(get(address).with(user(username)));
    }
}
