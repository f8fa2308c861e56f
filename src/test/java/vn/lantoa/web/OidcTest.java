package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.Accounts;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Branch;
import vn.lantoa.web.FakeProvider.Lie;

/** Signing in by a foreign service, spoken to over real HTTP. */
class OidcTest extends SignInWalk {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    OidcLinks links;

    Branch branch;
    String officer;
    String subject;

    @BeforeEach
    void grow() {
        branch = Branch.grow(context);
        officer = branch.username(Post.OFFICER, branch.a1);
        subject = "sub-of-" + officer;
    }

    @Test
    void who_linked_the_own_account_comes_in_by_it_with_the_rights_held_here_and_no_others() throws Exception {
        mvc.perform(get("/login")).andExpect(content().string(containsString("Đăng nhập bằng tài khoản cơ quan")));
        back(get("/login/oidc"), subject, Lie.NONE, null).andExpect(redirectedUrl("/login?oidc=unknown"));
        mvc.perform(get("/login?oidc=unknown")).andExpect(content().string(containsString("chưa liên kết với ai")));

        back(get("/account/oidc").with(user(officer)), subject, Lie.NONE, officer)
                .andExpect(redirectedUrl("/account"));
        mvc.perform(get("/account").with(user(officer)))
                .andExpect(content().string(allOf(containsString("Bỏ liên kết"), not(containsString("??")))));

        var session = back(get("/login/oidc?next=/account"), subject, Lie.NONE, null)
                .andExpect(redirectedUrl("/account"))
                .andReturn()
                .getResponse()
                .getCookie("lantoa-session");
        mvc.perform(get("/account").cookie(session)).andExpect(content().string(containsString("Nguyễn Thử Cán A1")));
        mvc.perform(get("/actuator/metrics").cookie(session)).andExpect(status().isForbidden());
        mvc.perform(get("/audit").cookie(session)).andExpect(status().isForbidden());

        accounts.block(
                branch.actor(Post.UNIT_ADMINISTRATOR, branch.a),
                branch.officer(branch.a1).id(),
                true);
        back(get("/login/oidc"), subject, Lie.NONE, null).andExpect(redirectedUrl("/login?oidc=blocked"));
    }

    @ParameterizedTest
    @EnumSource(value = Lie.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void an_answer_that_lies_lets_nobody_in(Lie lie) throws Exception {
        links.link(branch.officer(branch.a1), branch.officer(branch.a1).id(), subject);
        var response = back(get("/login/oidc"), subject, lie, null)
                .andExpect(redirectedUrl("/login?oidc=failed"))
                .andReturn()
                .getResponse();
        assertThat(response.getCookie("lantoa-session")).isNull();
    }

    @Test
    void state_and_cookie_must_be_of_this_browser_and_serve_once() throws Exception {
        links.link(branch.officer(branch.a1), branch.officer(branch.a1).id(), subject);
        var begun = mvc.perform(get("/login/oidc")).andReturn().getResponse();
        var asked = FakeProvider.query(URI.create(begun.getRedirectedUrl()).getRawQuery());
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("scope", "openid")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://localhost/login/oidc/callback")
                .containsKeys("nonce", "state", "code_challenge");
        assertThat(begun.getHeaders("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("lantoa-oidc=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax"));
        var cookie = begun.getCookie("lantoa-oidc");

        var code = PROVIDER.signIn(begun.getRedirectedUrl(), subject, Lie.NONE);
        callback(code, asked.get("state"), null).andExpect(redirectedUrl("/login?oidc=failed"));
        callback(code, "another-state", cookie).andExpect(redirectedUrl("/login?oidc=failed"));
        callback(code, asked.get("state"), new Cookie("lantoa-oidc", "%%%"))
                .andExpect(redirectedUrl("/login?oidc=failed"));
        callback(code, asked.get("state"), cookie).andExpect(redirectedUrl("/"));
        callback(code, asked.get("state"), cookie).andExpect(redirectedUrl("/login?oidc=failed"));
        back(get("/login/oidc?next=//evil.example"), subject, Lie.NONE, null).andExpect(redirectedUrl("/"));
    }

    @Test
    void a_subject_is_one_person_and_an_administrator_links_in_the_own_branch_only() throws Exception {
        var leader = branch.leader(branch.a1);
        var administrator = branch.username(Post.UNIT_ADMINISTRATOR, branch.a1);
        linkBy(administrator, leader.id().toString(), subject).andExpect(redirectedUrl("/units/" + branch.a1));
        assertThat(links.usernameOf(subject)).contains(leader.username());
        linkBy(administrator, branch.officer(branch.a1).id().toString(), subject)
                .andExpect(redirectedUrl("/units/" + branch.a1));
        assertThat(links.usernameOf(subject)).contains(leader.username());
        back(get("/account/oidc").with(user(officer)), subject, Lie.NONE, officer)
                .andExpect(redirectedUrl("/account"));
        assertThat(links.subjectOf(branch.officer(branch.a1).id())).isEmpty();

        linkBy(administrator, branch.leader(branch.a).id().toString(), "x" + subject)
                .andExpect(status().isNotFound());
        linkBy(officer, leader.id().toString(), "x" + subject).andExpect(status().isForbidden());
        mvc.perform(get("/account/oidc").with(user(officer)).header("Sec-Fetch-Site", "cross-site"))
                .andExpect(redirectedUrl("/account"));
        linkBy(administrator, leader.id().toString(), "").andExpect(status().is3xxRedirection());
        assertThat(links.usernameOf(subject)).isEmpty();
    }

    private ResultActions linkBy(String username, String person, String subject) throws Exception {
        return mvc.perform(post("/people/" + person + "/oidc")
                .with(user(username))
                .with(csrf())
                .param("subject", subject));
    }

    /** The whole way: from our page to the service and back. */
    private ResultActions back(MockHttpServletRequestBuilder start, String subject, Lie lie, String signedIn)
            throws Exception {
        var begun = mvc.perform(start).andReturn().getResponse();
        var code = PROVIDER.signIn(begun.getRedirectedUrl(), subject, lie);
        var state = FakeProvider.query(URI.create(begun.getRedirectedUrl()).getRawQuery())
                .get("state");
        var request = get("/login/oidc/callback")
                .param("code", code)
                .param("state", state)
                .cookie(begun.getCookie("lantoa-oidc"));
        return mvc.perform(signedIn == null ? request : request.with(user(signedIn)));
    }

    private ResultActions callback(String code, String state, Cookie cookie) throws Exception {
        var request = get("/login/oidc/callback").param("code", code).param("state", state);
        return mvc.perform(cookie == null ? request : request.cookie(cookie));
    }
}
