package vn.lantoa.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.testing.Branch;

/** What the holder of a post in a unit is answered. */
final class AwardVisits {

    private final MockMvc mvc;
    private final Branch branch;

    AwardVisits(MockMvc mvc, Branch branch) {
        this.mvc = mvc;
        this.branch = branch;
    }

    MockHttpServletResponse answer(MockHttpServletRequestBuilder request, Post post, UnitId unit) throws Exception {
        return mvc.perform(request.with(user(branch.username(post, unit))))
                .andReturn()
                .getResponse();
    }

    /** The same, which must be a page. */
    String seen(MockHttpServletRequestBuilder request, Post post, UnitId unit) throws Exception {
        var answer = answer(request, post, unit);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }
}
