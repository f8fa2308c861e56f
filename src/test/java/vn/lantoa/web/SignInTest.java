package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.lantoa.organization.Accounts;
import vn.lantoa.organization.Change;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Tokens;
import vn.lantoa.testing.Branch;

class SignInTest extends SignInWalk {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WallClock clock;

    Branch branch;
    String officer;

    @BeforeEach
    void grow() {
        branch = Branch.grow(context);
        officer = branch.username(Post.OFFICER, branch.a);
    }

    @Test
    void a_stranger_is_asked_who_and_comes_back_to_the_page() throws Exception {
        mvc.perform(get("/account?a=1")).andExpect(redirectedUrl("/login?next=%2Faccount%3Fa%3D1"));
        mvc.perform(post("/login")
                        .with(csrf())
                        .param("username", officer)
                        .param("password", Branch.PASSWORD)
                        .param("next", "/account?a=1"))
                .andExpect(redirectedUrl("/account?a=1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "\\\\evil",
                "javascript:alert(1)",
                "/login",
                "/a\r\nSet-Cookie: x"
            })
    void nobody_is_sent_to_another_place(String next) throws Exception {
        mvc.perform(post("/login")
                        .with(csrf())
                        .param("username", officer)
                        .param("password", Branch.PASSWORD)
                        .param("next", next))
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void a_session_has_a_new_id_at_each_sign_in_and_ends_at_sign_out() throws Exception {
        var first = signIn(officer);
        var second = mvc.perform(post("/login")
                        .with(csrf())
                        .cookie(first)
                        .param("username", officer)
                        .param("password", Branch.PASSWORD))
                .andReturn()
                .getResponse()
                .getCookie("lantoa-session");

        assertThat(second.getValue()).isNotEqualTo(first.getValue());
        account(first).andExpect(status().is3xxRedirection());
        account(second)
                .andExpect(status().isOk())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("Nguyễn Thử Cán A")));
        mvc.perform(post("/logout").with(csrf()).cookie(second)).andExpect(redirectedUrl("/login?out"));
        account(second).andExpect(status().is3xxRedirection());
    }

    @Test
    void a_session_ends_after_half_an_hour_without_a_request() throws Exception {
        var session = signIn(officer);
        clock.moveAhead(Duration.ofMinutes(29));
        account(session).andExpect(status().isOk());
        clock.moveAhead(Duration.ofMinutes(29));
        account(session).andExpect(status().isOk());
        clock.moveAhead(Duration.ofMinutes(31));
        account(session).andExpect(redirectedUrl("/login?next=%2Faccount"));
    }

    @Test
    void a_session_ends_after_twelve_hours_at_the_latest() throws Exception {
        var session = signIn(officer);
        for (var i = 0; i < 28; i++) {
            clock.moveAhead(Duration.ofMinutes(25));
            account(session).andExpect(status().isOk());
        }
        clock.moveAhead(Duration.ofMinutes(25));
        account(session).andExpect(status().is3xxRedirection());
    }

    @Test
    void one_ends_ones_other_sessions_and_nobody_elses() throws Exception {
        var here = signIn(officer);
        var there = signIn(officer);
        var leaders = signIn(branch.username(Post.LEADER, branch.a));
        for (var id = 1; id < 60; id++) {
            mvc.perform(post("/account/sessions/" + id + "/revocation")
                            .with(csrf())
                            .cookie(leaders))
                    .andExpect(status().is3xxRedirection());
        }
        account(here).andExpect(status().isOk());
        account(there).andExpect(status().isOk());
    }

    @Test
    void five_wrong_passwords_shut_the_account_for_this_address_for_a_while() throws Exception {
        for (var i = 0; i < 5; i++) {
            attempt(officer, "mat-khau-sai-" + i).andExpect(redirectedUrl("/login?error"));
        }
        attempt(officer, Branch.PASSWORD).andExpect(redirectedUrl("/login?wait=1"));
        attempt(branch.username(Post.LEADER, branch.a), Branch.PASSWORD).andExpect(redirectedUrl("/"));
        clock.moveAhead(Duration.ofMinutes(1).plusSeconds(1));
        attempt(officer, "mat-khau-sai").andExpect(redirectedUrl("/login?error"));
        attempt(officer, Branch.PASSWORD).andExpect(redirectedUrl("/login?wait=2"));
        clock.moveAhead(Duration.ofMinutes(15));
        attempt(officer, Branch.PASSWORD).andExpect(redirectedUrl("/"));
        attempt(officer, "mat-khau-sai").andExpect(redirectedUrl("/login?error"));
        attempt(officer, Branch.PASSWORD).andExpect(redirectedUrl("/"));
    }

    @Test
    void names_nobody_has_are_shut_out_alike() throws Exception {
        for (var i = 0; i < 5; i++) {
            attempt("khong.co.ai" + officer, "sai").andExpect(redirectedUrl("/login?error"));
        }
        attempt("khong.co.ai" + officer, "sai").andExpect(redirectedUrl("/login?wait=1"));
    }

    @Test
    void a_one_time_password_must_be_changed_before_anything_else() throws Exception {
        var oneTime = Branch.PASSWORD;
        jdbc.sql("update account set must_change = true where person_id = ?")
                .param(branch.officer(branch.a).id().value())
                .update();

        var session = attempt(officer, oneTime).andReturn().getResponse().getCookie("lantoa-session");
        account(session).andExpect(redirectedUrl("/account/password"));
        mvc.perform(get("/tasks").cookie(session).header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/account/password"));
        mvc.perform(get("/api/v1/me").with(httpBasic(officer, oneTime))).andExpect(status().isUnauthorized());
        change(session, oneTime, "ngan", "ngan").andExpect(status().isUnprocessableEntity());
        change(session, oneTime, "Mat Khau 2026", "Mat Khau 2026").andExpect(status().isUnprocessableEntity());
        change(session, "sai", "một câu dễ nhớ", "một câu dễ nhớ").andExpect(status().isUnprocessableEntity());
        change(session, oneTime, "một câu dễ nhớ", "một câu khó nhớ").andExpect(status().isUnprocessableEntity());

        var renewed = change(session, oneTime, "một câu dễ nhớ", "một câu dễ nhớ")
                .andExpect(redirectedUrl("/welcome"))
                .andReturn()
                .getResponse()
                .getCookie("lantoa-session");
        account(session).andExpect(status().is3xxRedirection());
        account(renewed).andExpect(status().isOk());
        attempt(officer, java.text.Normalizer.normalize("một câu dễ nhớ", java.text.Normalizer.Form.NFD))
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void a_blocked_person_is_out_at_once() throws Exception {
        var administrator = branch.actor(Post.UNIT_ADMINISTRATOR, branch.a);
        var person = branch.officer(branch.a).id();
        var session = signIn(officer);
        mvc.perform(get("/api/v1/me").with(httpBasic(officer, Branch.PASSWORD))).andExpect(status().isOk());
        accounts.block(administrator, person, true);

        account(session).andExpect(status().is3xxRedirection());
        mvc.perform(get("/api/v1/me").with(httpBasic(officer, Branch.PASSWORD))).andExpect(status().isUnauthorized());
        attempt(officer, Branch.PASSWORD).andExpect(redirectedUrl("/login?error"));
    }

    @Test
    void programs_sign_in_with_each_request_by_password_or_token() throws Exception {
        mvc.perform(get("/api/v1/me")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/v1/me").with(httpBasic(officer, "sai"))).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/v1/me").header("Authorization", "Basic ???")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/v1/me").with(httpBasic(officer, Branch.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.username").value(officer))
                .andExpect(jsonPath("$.posts[0].post").value("canbo"))
                .andExpect(jsonPath("$.posts[0].unit.level").value(2));

        var secret = ((Change.Done) tokens.issue(branch.officer(branch.a), "thử")).secret();
        mvc.perform(get("/api/v1/me").header("Authorization", "Bearer " + secret))
                .andExpect(status().isOk());
        tokens.revoke(
                branch.leader(branch.a),
                tokens.of(branch.officer(branch.a).id()).get(0).id());
        mvc.perform(get("/api/v1/me").header("Authorization", "Bearer " + secret))
                .andExpect(status().isOk());
        tokens.revoke(
                branch.officer(branch.a),
                tokens.of(branch.officer(branch.a).id()).get(0).id());
        mvc.perform(get("/api/v1/me").header("Authorization", "Bearer " + secret))
                .andExpect(status().isUnauthorized());
        mvc.perform(get("/api/v1/me").cookie(signIn(officer))).andExpect(status().isUnauthorized());
    }

    @Test
    void a_changed_password_is_believed_nowhere_a_moment_longer() throws Exception {
        mvc.perform(get("/api/v1/me").with(httpBasic(officer, Branch.PASSWORD))).andExpect(status().isOk());
        mvc.perform(get("/api/v1/me").with(httpBasic(officer, Branch.PASSWORD))).andExpect(status().isOk());
        // As another node does it: this one hears nothing.
        jdbc.sql("update account set password_hash = ?, password_version = password_version + 1 where person_id = ?")
                .params(
                        accounts.hash("một câu khác hẳn"),
                        branch.officer(branch.a).id().value())
                .update();
        mvc.perform(get("/api/v1/me").with(httpBasic(officer, Branch.PASSWORD))).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/v1/me").with(httpBasic(officer, "một câu khác hẳn")))
                .andExpect(status().isOk());
    }

    @Test
    void the_token_of_forms_cannot_be_planted_by_a_neighbouring_host() {
        assertThat(csrfCookie(true))
                .startsWith("__Host-lantoa-csrf=")
                .contains("; Secure", "; HttpOnly", "Path=/;")
                .doesNotContain("Domain");
        assertThat(csrfCookie(false))
                .startsWith("lantoa-csrf=")
                .contains("; HttpOnly")
                .doesNotContain("Secure");
    }

    /** Asked directly: Spring's test support puts a token store of its own in front of ours. */
    private static String csrfCookie(boolean tls) {
        var request = new MockHttpServletRequest();
        request.setSecure(tls);
        var response = new MockHttpServletResponse();
        var tokens = new CsrfCookie();
        tokens.saveToken(tokens.generateToken(request), request, response);
        return response.getHeader("Set-Cookie") + ";";
    }

    @Test
    void only_an_administrator_sees_metrics_and_all_see_health() throws Exception {
        var administrator = branch.username(Post.ADMINISTRATOR, branch.root);
        mvc.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.components").doesNotExist());
        mvc.perform(get("/actuator/metrics")).andExpect(status().isUnauthorized());
        mvc.perform(get("/actuator/metrics").with(httpBasic(officer, Branch.PASSWORD)))
                .andExpect(status().isForbidden());
        mvc.perform(get("/actuator/metrics").with(httpBasic(administrator, Branch.PASSWORD)))
                .andExpect(status().isOk());
        mvc.perform(get("/v3/api-docs")).andExpect(status().isUnauthorized());
        mvc.perform(get("/v3/api-docs").cookie(signIn(officer))).andExpect(status().isOk());
    }

    @Test
    void every_page_carries_the_strict_policy_and_a_correlation_id() throws Exception {
        mvc.perform(get("/login").header("X-Correlation-Id", "abcdef-123456"))
                .andExpect(header().string("X-Correlation-Id", "abcdef-123456"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                org.hamcrest.Matchers.containsString("script-src 'self'; style-src 'self'; img-src")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().doesNotExist("Strict-Transport-Security"));
        mvc.perform(get("/login").header("X-Correlation-Id", "<script>"))
                .andExpect(header().string("X-Correlation-Id", org.hamcrest.Matchers.matchesPattern("[0-9a-f-]{36}")));
        mvc.perform(get("/login").secure(true)).andExpect(header().exists("Strict-Transport-Security"));
        var secure = mvc.perform(post("/login")
                        .secure(true)
                        .with(csrf())
                        .param("username", officer)
                        .param("password", Branch.PASSWORD))
                .andReturn()
                .getResponse();
        assertThat(secure.getHeaders("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("__Host-lantoa-session=")
                        && cookie.contains("; Secure")
                        && cookie.contains("; HttpOnly")
                        && cookie.contains("; SameSite=Lax")
                        && cookie.contains("; Path=/;"));
    }

    @Test
    void a_change_asked_for_by_another_site_is_refused() throws Exception {
        var session = signIn(officer);
        mvc.perform(post("/account/language")
                        .cookie(session)
                        .with(csrf())
                        .param("locale", "en")
                        .header("Sec-Fetch-Site", "cross-site"))
                .andExpect(status().isForbidden());
        mvc.perform(post("/account/language").cookie(session).param("locale", "en"))
                .andExpect(status().isForbidden());
        mvc.perform(post("/account/language")
                        .cookie(session)
                        .with(csrf())
                        .param("locale", "en")
                        .header("Sec-Fetch-Site", "same-origin"))
                .andExpect(redirectedUrl("/account"));
        account(session).andExpect(content().string(org.hamcrest.Matchers.containsString("<html lang=\"en\">")));
    }

    @Test
    void the_sign_in_page_says_only_what_happened() throws Exception {
        mvc.perform(get("/login"))
                .andExpect(content()
                        .string(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("class=\"notice"))));
        mvc.perform(get("/login").param("error", ""))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("không đúng")));
    }

    @Test
    void too_much_text_is_told_so() throws Exception {
        mvc.perform(post("/account/language").with(csrf()).content(new byte[3 * 1024 * 1024]))
                .andExpect(status().isPayloadTooLarge());
    }

    @Test
    void the_audit_hears_of_sign_ins_and_an_unknown_page_is_not_found() throws Exception {
        var session = signIn(officer);
        mvc.perform(get("/khong-co").cookie(session))
                .andExpect(status().isNotFound())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("Không tìm thấy")));
        mvc.perform(get("/api/v1/khong-co").with(httpBasic(officer, Branch.PASSWORD)))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.correlation").exists());
        mvc.perform(post("/account/tokens").cookie(session).with(csrf()).param("name", " "))
                .andExpect(status().isUnprocessableEntity());
    }

    private Cookie signIn(String username) throws Exception {
        var cookie = attempt(username, Branch.PASSWORD)
                .andExpect(redirectedUrl("/"))
                .andReturn()
                .getResponse()
                .getCookie("lantoa-session");
        assertThat(cookie).isNotNull();
        return cookie;
    }

    private ResultActions attempt(String username, String password) throws Exception {
        return mvc.perform(
                post("/login").with(csrf()).param("username", username).param("password", password));
    }

    private ResultActions account(Cookie session) throws Exception {
        return mvc.perform(get("/account").cookie(session));
    }

    private ResultActions change(Cookie session, String current, String fresh, String repeated) throws Exception {
        return mvc.perform(post("/account/password")
                .cookie(session)
                .with(csrf())
                .param("current", current)
                .param("password", fresh)
                .param("repeated", repeated));
    }
}
