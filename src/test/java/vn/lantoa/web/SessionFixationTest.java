package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.organization.Accounts;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.CookieJar;
import vn.lantoa.testing.RealCookies;

/** A cookie somebody planted, kept or stole is worth nothing: each sign-in has an id of its own, and each end of it is an end everywhere. */
@RealCookies
class SessionFixationTest {

    private static final String SESSION = "lantoa-session";
    private static final String FRESH = "một câu rất dễ nhớ";

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    Branch branch;
    String officer;

    @BeforeEach
    void grow() {
        branch = Branch.grow(context);
        officer = branch.username(Post.OFFICER, branch.a);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000000000000000000000000000000000000000000000000000000000000000", "x", "", "../../etc"})
    void an_invented_cookie_is_not_the_one_after_signing_in(String planted) throws Exception {
        var victim = new CookieJar(mvc).keep(new Cookie(SESSION, planted));
        victim.signIn(officer, Branch.PASSWORD);
        assertThat(victim.cookie(SESSION)).matches("[0-9a-f]{64}").isNotEqualTo(planted);
        assertThat(victim.look("/account").getStatus()).isEqualTo(200);
        assertThat(opens(planted)).isFalse();
    }

    @Test
    void a_living_session_of_the_attackers_ends_where_the_victim_signs_in_and_never_becomes_the_victims()
            throws Exception {
        var attacker = CookieJar.of(mvc, branch.username(Post.OFFICER, branch.b));
        var planted = attacker.cookie(SESSION);
        var victim = new CookieJar(mvc).keep(new Cookie(SESSION, planted));
        victim.signIn(officer, Branch.PASSWORD);
        assertThat(victim.cookie(SESSION)).isNotEqualTo(planted);
        assertThat(victim.look("/account").getContentAsString()).contains("Nguyễn Thử Cán A");
        assertThat(opens(planted)).isFalse();
    }

    @Test
    void a_token_of_forms_planted_before_signing_in_is_of_no_use_after_it() throws Exception {
        var attacker = new CookieJar(mvc);
        attacker.look("/login");
        var victim = new CookieJar(mvc).keep(new Cookie("lantoa-csrf", attacker.cookie("lantoa-csrf")));
        victim.signIn(officer, Branch.PASSWORD);
        victim.look("/account");
        assertThat(victim.cookie("lantoa-csrf")).isNotEqualTo(attacker.cookie("lantoa-csrf"));
        var forged = post("/account/language").param("locale", "en").param("_csrf", attacker.token());
        assertThat(victim.send(forged).getResponse().getStatus()).isEqualTo(403);
    }

    @Test
    void nothing_before_signing_in_is_a_session() throws Exception {
        var stranger = new CookieJar(mvc);
        var answer = stranger.look("/login");
        assertThat(stranger.cookie(SESSION)).isNull();
        assertThat(answer.getHeaders("Set-Cookie")).allMatch(cookie -> cookie.startsWith("lantoa-csrf="));
        assertThat(opens(stranger.cookie("lantoa-csrf"))).isFalse();
    }

    @Test
    void a_copy_of_the_cookie_dies_with_the_sign_out() throws Exception {
        var victim = CookieJar.of(mvc, officer);
        var stolen = victim.cookie(SESSION);
        assertThat(opens(stolen)).isTrue();
        victim.send(post("/logout").param("_csrf", victim.token()));
        assertThat(victim.cookie(SESSION)).isNull();
        assertThat(opens(stolen)).isFalse();
    }

    @Test
    void a_new_password_ends_every_session_but_the_one_it_was_chosen_in_and_that_has_a_new_id() throws Exception {
        var stolen = CookieJar.of(mvc, officer).cookie(SESSION);
        var owner = CookieJar.of(mvc, officer);
        var before = owner.cookie(SESSION);
        owner.look("/account/password");
        owner.send(post("/account/password")
                .param("_csrf", owner.token())
                .param("current", Branch.PASSWORD)
                .param("password", FRESH)
                .param("repeated", FRESH));
        assertThat(opens(stolen)).isFalse();
        assertThat(opens(before)).isFalse();
        assertThat(owner.look("/account").getStatus()).isEqualTo(200);
    }

    @Test
    void who_is_blocked_is_out_with_every_cookie_and_stays_out_when_unblocked() throws Exception {
        var one = CookieJar.of(mvc, officer).cookie(SESSION);
        var other = CookieJar.of(mvc, officer).cookie(SESSION);
        var administrator = branch.actor(Post.UNIT_ADMINISTRATOR, branch.a);
        var person = branch.officer(branch.a).id();
        accounts.block(administrator, person, true);
        assertThat(opens(one)).isFalse();
        assertThat(opens(other)).isFalse();
        accounts.block(administrator, person, false);
        assertThat(opens(one)).isFalse();
        assertThat(opens(other)).isFalse();
    }

    @Test
    void a_session_is_in_its_cookie_and_nowhere_else() throws Exception {
        var secret = CookieJar.of(mvc, officer).cookie(SESSION);
        for (var name : new String[] {"JSESSIONID", "lantoa", "SESSION", "__Host-lantoa-session"}) {
            assertThat(shows(get("/account").cookie(new Cookie(name, secret))))
                    .as(name)
                    .isFalse();
        }
        assertThat(shows(get("/account").param(SESSION, secret))).isFalse();
        assertThat(shows(get("/account").header("X-Auth-Token", secret))).isFalse();
        assertThat(shows(get("/account").header("Authorization", "Bearer " + secret)))
                .isFalse();
        assertThat(shows(get("/account;" + SESSION + "=" + secret))).isFalse();
        assertThat(shows(get("/account").secure(true).cookie(new Cookie(SESSION, secret))))
                .as("a neighbour could have planted it")
                .isFalse();
    }

    private boolean opens(String session) throws Exception {
        return shows(get("/account").cookie(new Cookie(SESSION, session)));
    }

    private boolean shows(org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request)
            throws Exception {
        return mvc.perform(request).andReturn().getResponse().getStatus() == 200;
    }
}
