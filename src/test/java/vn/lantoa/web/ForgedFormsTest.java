package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lantoa.organization.Change;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Tokens;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.CookieJar;
import vn.lantoa.testing.EveryRow;
import vn.lantoa.testing.RealCookies;
import vn.lantoa.testing.Route;

/**
 * What another site's page can make a browser send, at every route that changes anything: it reaches no controller and writes no row. The
 * browser is a signed-in person's, with real cookies.
 */
@RealCookies
@Tag("once")
class ForgedFormsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)[^}]*}");

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    DataSource database;

    @Autowired
    Tokens tokens;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping table;

    Branch branch;
    CookieJar victim;
    CookieJar attacker;
    String secret;
    List<Route> pages;
    List<Route> programs;

    @BeforeEach
    void open() throws Exception {
        branch = Branch.grow(context);
        victim = CookieJar.of(mvc, branch.username(Post.ADMINISTRATOR, branch.root));
        attacker = CookieJar.of(mvc, branch.username(Post.OFFICER, branch.b));
        secret = ((Change.Done) tokens.issue(branch.actor(Post.ADMINISTRATOR, branch.root), "thử")).secret();
        var routes = Route.all(table).stream().filter(Route::changes).collect(Collectors.partitioningBy(Route::api));
        pages = routes.get(false);
        programs = routes.get(true);
        assertThat(pages).hasSizeGreaterThan(150);
        assertThat(programs).hasSizeGreaterThan(50);
    }

    @Test
    void no_page_of_another_site_changes_anything() throws Exception {
        var forgeries = new TreeMap<String, UnaryOperator<MockHttpServletRequestBuilder>>();
        forgeries.put("without a token", request -> request);
        forgeries.put("with the attacker's own token", request -> request.param("_csrf", attacker.token()));
        forgeries.put("with it in the header", request -> request.header("X-CSRF-TOKEN", attacker.token())
                .header("X-XSRF-TOKEN", attacker.token()));
        forgeries.put(
                "with the cookie's value for a token", request -> request.param("_csrf", victim.cookie("lantoa-csrf")));
        forgeries.put("with the token, from another site", request -> request.param("_csrf", victim.token())
                .header("Sec-Fetch-Site", "cross-site"));
        forgeries.put("with the token, from a neighbouring host", request -> request.param("_csrf", victim.token())
                .header("Sec-Fetch-Site", "same-site"));
        var before = EveryRow.of(database);
        var let = new ArrayList<String>();
        for (var route : pages) {
            for (var forgery : forgeries.entrySet()) {
                refused(
                        route,
                        forgery.getKey(),
                        403,
                        victim.send(forgery.getValue().apply(request(route))),
                        let);
            }
        }
        assertThat(let).isEmpty();
        assertThat(EveryRow.of(database)).isEqualTo(before);
        assertThat(victim.look("/account").getStatus())
                .as("and the victim is still signed in")
                .isEqualTo(200);
        System.out.println("forged pages: " + pages.size() + " routes, " + forgeries.size() + " ways each");
    }

    @Test
    void no_browser_is_made_to_speak_as_a_program() throws Exception {
        var before = EveryRow.of(database);
        var let = new ArrayList<String>();
        for (var route : programs) {
            refused(route, "with cookies", 401, victim.send(request(route)), let);
            refused(route, "with cookies and token", 401, victim.send(withToken(request(route))), let);
            for (var site : List.of("cross-site", "same-site")) {
                var forged = victim.send(request(route)
                        .header("Authorization", "Bearer " + secret)
                        .header("Sec-Fetch-Site", site));
                refused(route, "with credentials, " + site, 403, forged, let);
            }
        }
        assertThat(let).isEmpty();
        assertThat(EveryRow.of(database)).isEqualTo(before);
        System.out.println("forged calls: " + programs.size() + " routes, 4 ways each");
    }

    /** The other half of the proof: what is refused above for want of a token is not refused for anything else. */
    @Test
    void the_same_with_the_token_of_the_page_reaches_the_controller() throws Exception {
        var stopped = new ArrayList<String>();
        for (var route : pages) {
            var sent = victim.send(withToken(request(route)).header("Sec-Fetch-Site", "same-origin"));
            if (sent.getHandler() == null && sent.getResponse().getStatus() == 403) {
                stopped.add(route + " " + sent.getResponse().getStatus());
            }
        }
        for (var route : programs) {
            var sent = mvc.perform(request(route).header("Authorization", "Bearer " + secret))
                    .andReturn();
            if (sent.getHandler() == null && sent.getResponse().getStatus() != 415) {
                stopped.add(route + " " + sent.getResponse().getStatus());
            }
        }
        assertThat(stopped).isEmpty();
    }

    @Test
    void no_reading_route_changes_anything() throws Exception {
        for (var route : Route.all(table)) {
            if (!route.changes()) {
                assertThat(route.method().name()).as(route.toString()).isEqualTo("GET");
            }
        }
        for (var method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            var request = org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get("/account/language")
                    .param("_method", method)
                    .param("locale", "en")
                    .header("X-HTTP-Method-Override", method);
            assertThat(victim.send(request).getResponse().getStatus())
                    .as(method)
                    .isEqualTo(405);
        }
    }

    private MockHttpServletRequestBuilder withToken(MockHttpServletRequestBuilder request) {
        return request.param("_csrf", victim.token());
    }

    private static MockHttpServletRequestBuilder request(Route route) {
        var request = route.request(VARIABLE.matcher(route.pattern())
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> "999999999", (one, same) -> one)));
        return route.api() ? request.contentType(MediaType.APPLICATION_JSON).content("{}") : request;
    }

    private static void refused(Route route, String how, int status, MvcResult sent, List<String> let) {
        if (sent.getHandler() != null || sent.getResponse().getStatus() != status) {
            let.add(route + " " + how + ": " + sent.getResponse().getStatus());
        }
    }
}
