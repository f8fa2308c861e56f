package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.Route;

/** Nobody is sent to another site, whichever parameter or header says so, by whichever route. */
class OpenRedirectsTest extends SignInWalk {

    /** Names under which anybody might take an address. */
    private static final List<String> NAMES = List.of(
            "next",
            "return",
            "returnTo",
            "returnUrl",
            "redirect",
            "redirect_uri",
            "continue",
            "back",
            "from",
            "to",
            "url",
            "uri",
            "address",
            "page",
            "path",
            "target",
            "referer",
            "state");

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping table;

    Branch branch;
    String officer;

    static List<String> elsewhere() {
        return List.of(
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "\t//evil.example",
                " //evil.example",
                "https:evil.example",
                "https://evil.example",
                "HTTPS:///evil.example",
                "http:\\\\evil.example",
                "%2f%2fevil.example",
                "/%2fevil.example/..",
                "/%09/evil.example",
                "/%5cevil.example",
                "/.//evil.example",
                "/..//evil.example",
                "/;//evil.example",
                "/@evil.example",
                "@evil.example",
                ".evil.example",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)//",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:msgbox(1)",
                "file:///etc/passwd",
                "/\u2215/evil.example",
                "/a\r\nLocation: https://evil.example",
                "/a%0d%0aLocation:%20https://evil.example");
    }

    @BeforeEach
    void grow() {
        branch = Branch.grow(context);
        officer = branch.username(Post.OFFICER, branch.a);
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void signing_in_leads_to_a_page_of_ours(String there) throws Exception {
        for (var password : List.of(Branch.PASSWORD, "sai")) {
            var answer = perform(post("/login")
                    .with(csrf())
                    .param("username", officer)
                    .param("password", password)
                    .param("next", there));
            assertThat(answer.getRedirectedUrl()).isNotNull();
            stays(answer, there);
        }
        stays(perform(get("/login").param("next", there)), there);
        stays(perform(get("/login/oidc").param("next", there)), there);
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void who_must_sign_in_first_is_not_sent_elsewhere_afterwards(String there) throws Exception {
        var clean = there.replaceAll("[\\r\\n]", "");
        for (var base : List.of("", "http://localhost", "https://evil.example")) {
            stays(perform(post("/account/language").with(csrf()).header("Referer", base + clean)), there);
            stays(perform(get("/tasks").header("HX-Request", "true").header("HX-Current-URL", base + clean)), there);
        }
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void a_saved_view_leads_to_the_list(String there) throws Exception {
        var answer = perform(post("/tasks/filters")
                .with(user(officer))
                .with(csrf())
                .param("name", "Của tôi")
                .param("address", there));
        assertThat(answer.getRedirectedUrl()).isEqualTo("/tasks");
        for (var trick : List.of("/tasks?q=" + there, "/tasks?q=x//" + there, "/tasks?size=" + there)) {
            stays(
                    perform(post("/tasks/filters")
                            .with(user(officer))
                            .with(csrf())
                            .param("name", "Của tôi")
                            .param("address", trick)),
                    there);
        }
    }

    @Test
    void no_route_takes_an_address_from_a_parameter_or_a_header() throws Exception {
        var administrator = branch.username(Post.ADMINISTRATOR, branch.root);
        var redirects = 0;
        // The stream of news stays open and leads nowhere.
        var routes = Route.all(table).stream()
                .filter(route -> !route.pattern().equals("/events"))
                .toList();
        for (var route : routes) {
            for (var there :
                    List.of("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)")) {
                for (var who : List.of(officer, administrator)) {
                    var request = route.request(Map.of("id", "1")).with(user(who));
                    NAMES.forEach(name -> request.param(name, there));
                    request.with(csrf()).header("Referer", there).header("HX-Current-URL", there);
                    request.header("X-Forwarded-Host", "evil.example").header("X-Original-URL", there);
                    if (route.api() && route.changes()) {
                        request.contentType(MediaType.APPLICATION_JSON).content("{}");
                    }
                    var answer = perform(request);
                    redirects += answer.getRedirectedUrl() == null ? 0 : 1;
                    if (!route.pattern().startsWith("/login/oidc")
                            && !route.pattern().equals("/account/oidc")) {
                        stays(answer, route + " " + there);
                    }
                }
            }
        }
        assertThat(redirects).as("some routes do redirect").isGreaterThan(100);
        System.out.println("open redirects: " + routes.size() + " routes × " + NAMES.size() + " names, " + redirects
                + " redirects, " + elsewhere().size() + " addresses at the doors that take one");
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    /** Fails when a browser that follows this answer, or signs in where it leads, arrives at another host. */
    private void stays(MockHttpServletResponse answer, String asked) throws Exception {
        for (var name : List.of("Location", "HX-Redirect", "HX-Location", "HX-Push-Url", "HX-Replace-Url", "Refresh")) {
            var where = answer.getHeader(name);
            if (where == null || where.startsWith(PROVIDER.issuer())) {
                continue;
            }
            assertThat(where).as(asked + " in " + name).doesNotContain("\r", "\n");
            assertThat(landing(where)).as(asked + " in " + name + ": " + where).isEqualTo("http://localhost");
            var next = where.indexOf("next=");
            if (next >= 0) {
                var then = URLDecoder.decode(where.substring(next + 5), StandardCharsets.UTF_8);
                assertThat(landing(then))
                        .as(asked + " after signing in: " + then)
                        .isEqualTo("http://localhost");
            }
        }
    }

    /** Scheme and host where a browser lands, read as the URL standard does: blanks around and line breaks within go, a backslash is a slash. */
    private static String landing(String address) {
        var plain = address.strip().replaceAll("[\\t\\r\\n]", "").replace('\\', '/');
        var scheme = plain.matches("(?i)[a-z][a-z0-9+.-]*:.*") ? plain.substring(0, plain.indexOf(':')) : null;
        if (scheme != null && !scheme.matches("(?i)https?")) {
            return scheme + ":";
        }
        var rest = scheme == null ? plain : plain.substring(scheme.length() + 1);
        if (scheme == null && !rest.startsWith("//")) {
            return "http://localhost";
        }
        return (scheme == null ? "http" : scheme.toLowerCase()) + "://"
                + rest.replaceAll("^/+", "").replaceAll("[/?#].*", "");
    }
}
