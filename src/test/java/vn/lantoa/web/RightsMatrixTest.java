package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.Route;
import vn.lantoa.testing.RouteFixture;

/** Every route of the table × every post × every place in the tree: who is let in, who is told 403, for whom it does not exist. */
@IntegrationTest
@Tag("once")
class RightsMatrixTest {

    /** Where the object stands, seen from the person. */
    private enum Relation {
        OWN,
        SUBORDINATE,
        SUPERIOR,
        SIBLING,
        FOREIGN
    }

    private enum Answer {
        ALLOWED,
        FORBIDDEN,
        NOT_FOUND,
        SIGN_IN
    }

    /** Each object made lengthens the lists of its branch, so that after so many routes another branch is grown. */
    private static final int ROUTES_OF_A_BRANCH = 20;

    /** For routes that name no object. */
    private static final RouteFixture NOTHING = new RouteFixture() {
        @Override
        public String of() {
            return "none";
        }

        @Override
        public Map<String, String> make(Branch branch, UnitId unit) {
            return Map.of();
        }
    };

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping table;

    @Autowired
    List<RouteFixture> fixtures;

    Branch branch;
    List<Route> routes;
    Map<String, List<RouteFixture>> makers;

    @BeforeEach
    void read() {
        routes = Route.all(table);
        makers = fixtures.stream().collect(Collectors.groupingBy(RouteFixture::of));
    }

    private void grow() {
        branch = Branch.grow(context);
        for (var unit : List.of(branch.a, branch.a1, branch.a2, branch.a11, branch.b)) {
            branch.appoint(branch.username(Post.ADMINISTRATOR, unit), "Nguyễn Thử Trị", Post.ADMINISTRATOR, unit);
        }
    }

    @Test
    void every_route_says_in_one_word_who_may_use_it() {
        assertThat(routes).hasSizeGreaterThan(20).allSatisfy(route -> assertThat(route.marks())
                .as(route + " carries exactly one of @Requires, @OpenToAll, @OpenToSignedIn")
                .hasSize(1));
    }

    @Test
    void every_kind_of_object_has_a_maker() {
        assertThat(routes).filteredOn(route -> route.requires() != null).allSatisfy(route -> assertThat(
                        Set.of("none").contains(route.requires().of())
                                || makers.containsKey(route.requires().of()))
                .as(route + ": no RouteFixture makes \"" + route.requires().of() + "\"")
                .isTrue());
    }

    @Test
    void each_post_at_each_place_gets_the_answer_that_its_rights_give() throws Exception {
        var deviations = new ArrayList<String>();
        var asked = 0;
        for (var route : routes) {
            if (route.requires() != null) {
                if (asked++ % ROUTES_OF_A_BRANCH == 0) {
                    grow();
                }
                for (var maker : makers.getOrDefault(route.requires().of(), List.of(NOTHING))) {
                    check(route, maker, deviations);
                }
            }
        }
        assertThat(deviations).isEmpty();
    }

    @Test
    void a_stranger_is_let_in_only_where_all_are() throws Exception {
        var deviations = new ArrayList<String>();
        for (var route : routes) {
            var answer = answer(route, NOTHING, Map.of("id", "1"), null);
            if (route.open() == (answer == Answer.SIGN_IN)) {
                deviations.add(route + " answers a stranger " + answer);
            }
        }
        assertThat(deviations).isEmpty();
    }

    @Test
    void no_page_changes_anything_without_a_token() throws Exception {
        grow();
        var deviations = new ArrayList<String>();
        for (var route : routes) {
            if (route.changes() && !route.api()) {
                var status = mvc.perform(
                                route.request(Map.of()).with(user(branch.username(Post.ADMINISTRATOR, branch.root))))
                        .andReturn()
                        .getResponse()
                        .getStatus();
                if (status != 403) {
                    deviations.add(route + " without a token: " + status);
                }
            }
        }
        assertThat(deviations).isEmpty();
    }

    private void check(Route route, RouteFixture maker, List<String> deviations) throws Exception {
        var object = maker.make(branch, branch.a1);
        for (var place : people().entrySet()) {
            for (var post : Post.values()) {
                var username = branch.username(post, place.getValue());
                var found = compare(route, maker, object, post, place.getKey(), username, deviations);
                object = found == Answer.ALLOWED && route.changes() ? maker.make(branch, branch.a1) : object;
            }
        }
        compare(route, maker, object, null, Relation.OWN, branch.nobody(), deviations);
    }

    private Answer compare(
            Route route,
            RouteFixture maker,
            Map<String, String> object,
            Post post,
            Relation relation,
            String username,
            List<String> deviations)
            throws Exception {
        var expected = expected(route, maker, post, relation);
        var found = answer(route, maker, object, username);
        if (found != expected) {
            deviations.add(route + " of a " + maker.of() + " ("
                    + maker.getClass().getSimpleName() + "): " + (post == null ? "nobody" : post.code()) + " × "
                    + relation + " gets " + found + " instead of " + expected);
        }
        return found;
    }

    /** The object stands in commune A1; these are the units of the persons who ask. */
    private Map<Relation, UnitId> people() {
        var people = new LinkedHashMap<Relation, UnitId>();
        people.put(Relation.OWN, branch.a1);
        people.put(Relation.SUBORDINATE, branch.a);
        people.put(Relation.SUPERIOR, branch.a11);
        people.put(Relation.SIBLING, branch.a2);
        people.put(Relation.FOREIGN, branch.b);
        return people;
    }

    private static Answer expected(Route route, RouteFixture maker, Post post, Relation relation) {
        var requires = route.requires();
        if (requires.of().equals("none")) {
            var somewhere =
                    post != null && (requires.value().posts().contains(post) || administers(requires.value(), post));
            return somewhere ? Answer.ALLOWED : Answer.FORBIDDEN;
        }
        var narrowed =
                post == null || maker.posts(requires.value()).contains(post) || administers(requires.value(), post);
        if (narrowed && has(requires.value(), post, relation)) {
            return Answer.ALLOWED;
        }
        return has(requires.sight(), post, relation) ? Answer.FORBIDDEN : Answer.NOT_FOUND;
    }

    private static boolean has(Right right, Post post, Relation relation) {
        if (post == null) {
            return false;
        }
        return administers(right, post) || right.posts().contains(post) && reaches(right.reach(post), relation);
    }

    private static boolean administers(Right right, Post post) {
        return right.administrators() && post == Post.ADMINISTRATOR;
    }

    private static boolean reaches(Right.Reach reach, Relation relation) {
        return switch (reach) {
            case OWN -> relation == Relation.OWN;
            case DIRECT_SUBORDINATE -> relation == Relation.SUBORDINATE;
            case BRANCH -> relation == Relation.OWN || relation == Relation.SUBORDINATE;
            case EVERYWHERE -> true;
        };
    }

    private Answer answer(Route route, RouteFixture maker, Map<String, String> object, String username)
            throws Exception {
        MockHttpServletRequestBuilder request = route.request(object);
        if (route.changes() && route.api()) {
            request.contentType(MediaType.APPLICATION_JSON).content("{}");
        }
        maker.fill(route, object, request);
        if (username != null) {
            request.with(user(username));
        }
        var response = mvc.perform(request.with(csrf())).andReturn().getResponse();
        var redirect = response.getRedirectedUrl();
        if (response.getStatus() == 401 || redirect != null && redirect.startsWith("/login")) {
            return Answer.SIGN_IN;
        }
        return switch (response.getStatus()) {
            case 403 -> Answer.FORBIDDEN;
            case 404 -> route.open() ? Answer.ALLOWED : Answer.NOT_FOUND;
            case 500 -> throw new AssertionError(route + " for " + username + " answers 500");
            default -> Answer.ALLOWED;
        };
    }
}
