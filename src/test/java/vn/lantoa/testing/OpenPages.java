package vn.lantoa.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lantoa.organization.Post;
import vn.lantoa.rulebook.RuleTable;

/** Every address that only reads, with an object of each kind to read, and somebody who may. */
public final class OpenPages {

    /**
     * An address somebody may open.
     *
     * @param who a username of the branch or of the demo; null where nobody need sign in
     * @param type what it answers with
     */
    public record Address(Route route, String path, String who, String type) {

        public boolean isPage() {
            return type.startsWith("text/html");
        }
    }

    private static final int PAGES_OF_A_PERSON = 150;
    private static final int ADDRESSES_OF_A_ROUTE = 2;
    private static final List<String> START = List.of(
            "/tasks", "/account", "/units", "/reports", "/reports/campaigns", "/awards", "/awards/councils", "/models");
    private static final Pattern LINK = Pattern.compile("(?:href|hx-get)=\"(/[^\"]*)\"");

    /** People of the demo who between them see most of it. */
    public static final List<String> DEMO = List.of(
            "canbo.tld",
            "lanhdao.tld",
            "canbo.ldld-48",
            "lanhdao.ldld-48",
            "kiemtra.ldld-48",
            "canbo.cdp-48-haichau",
            "lanhdao.cdp-48-haichau",
            "hoidong.cdp-48-haichau",
            "canbo.cdcs-48-haichau-3",
            "quantri1");

    private final ApplicationContext context;
    private final MockMvc mvc;
    private final Branch branch;
    private final Map<String, List<String>> values;

    public OpenPages(ApplicationContext context, MockMvc mvc) {
        this.context = context;
        this.mvc = mvc;
        this.branch = Branch.grow(context);
        this.values = Map.of(
                "table",
                context.getBeansOfType(RuleTable.class).values().stream()
                        .map(RuleTable::code)
                        .toList(),
                "topic",
                List.of("report", "operations", "awards"));
    }

    public Branch branch() {
        return branch;
    }

    /** Makes an object of each kind and state, and finds for each reading route of each a person who is let in; {@code missed} hears of the others. */
    public List<Address> find(List<String> missed) throws Exception {
        var table = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var makers = context.getBeansOfType(RouteFixture.class).values().stream()
                .collect(Collectors.groupingBy(RouteFixture::of, java.util.TreeMap::new, Collectors.toList()));
        var made = new LinkedHashMap<RouteFixture, Map<String, String>>();
        var found = new ArrayList<Address>();
        for (var route : Route.all(table)) {
            if (route.changes() || route.pattern().equals("/events")) {
                continue;
            }
            var kind = route.requires() == null ? "none" : route.requires().of();
            var any = addresses(route, found);
            for (var maker : makers.getOrDefault(kind, List.of(NOTHING))) {
                if (!made.containsKey(maker)) {
                    made.put(maker, maker.make(branch, branch.a1));
                }
                var address = open(route, maker, made.get(maker));
                if (address != null) {
                    found.add(address);
                    any = true;
                }
            }
            if (!any) {
                missed.add(route.pattern());
            }
        }
        return found;
    }

    /** People of the demo and of the branch, who between them see most of it. */
    public List<String> watchers() {
        return Stream.concat(
                        DEMO.stream(),
                        Stream.of(branch.root, branch.a, branch.a1).flatMap(unit -> Stream.of(Post.OFFICER, Post.LEADER)
                                .map(post -> branch.username(post, unit))))
                .toList();
    }

    /**
     * Follows the links of pages as these people see them, and adds what no address led to yet; no more than a few addresses of one route.
     *
     * @param known what was found already
     * @param missed the routes nothing led to; those found now are taken out
     */
    public List<Address> follow(List<String> people, List<Address> known, List<String> missed) throws Exception {
        var routes = reading();
        var seen = new HashMap<String, Integer>();
        known.forEach(address -> seen.merge(address.route().pattern(), 1, Integer::sum));
        var found = new ArrayList<Address>();
        for (var who : people) {
            var asked = new HashSet<String>();
            var waiting = new ArrayDeque<>(START);
            while (!waiting.isEmpty() && asked.size() < PAGES_OF_A_PERSON) {
                var path = waiting.poll();
                if (asked.add(path)) {
                    look(who, path, routes, seen, found, waiting);
                }
            }
        }
        missed.removeIf(seen::containsKey);
        return found;
    }

    /** Adds an address that needs more than its route tells, for the first person who is let in. */
    public void add(String path, List<Address> found, List<String> missed) throws Exception {
        for (var who : people().stream().filter(java.util.Objects::nonNull).toList()) {
            var seen = new HashMap<String, Integer>();
            var before = found.size();
            look(who, path, reading(), seen, found, new ArrayDeque<>());
            if (found.size() > before) {
                missed.removeIf(seen::containsKey);
                return;
            }
        }
        throw new IllegalStateException("nobody may open " + path);
    }

    private List<Route> reading() {
        return Route.all(context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)).stream()
                .filter(route ->
                        !route.changes() && !route.api() && !route.pattern().equals("/events"))
                .toList();
    }

    private void look(
            String who,
            String path,
            List<Route> routes,
            Map<String, Integer> seen,
            List<Address> found,
            Deque<String> waiting)
            throws Exception {
        var result = mvc.perform(
                        MockMvcRequestBuilders.get(java.net.URI.create(path)).with(user(who)))
                .andReturn();
        var response = result.getResponse();
        var own = response.getRedirectedUrl();
        if (own != null && own.startsWith("/")) {
            waiting.add(own.replaceAll("#.*", ""));
        }
        var pattern = (String) result.getRequest().getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var route = routes.stream().filter(one -> one.pattern().equals(pattern)).findFirst();
        if (response.getStatus() != 200 || route.isEmpty()) {
            return;
        }
        if (seen.merge(pattern, 1, Integer::sum) <= ADDRESSES_OF_A_ROUTE) {
            found.add(new Address(route.get(), path, who, String.valueOf(response.getContentType())));
        }
        if (String.valueOf(response.getContentType()).startsWith("text/html")) {
            LINK.matcher(response.getContentAsString())
                    .results()
                    .forEach(link ->
                            waiting.add(link.group(1).replace("&amp;", "&").replaceAll("#.*", "")));
        }
    }

    /** Routes without an object of their own, once for each value of their variable. */
    private boolean addresses(Route route, List<Address> found) throws Exception {
        var any = false;
        for (var variable : values.entrySet()) {
            if (route.pattern().contains("{" + variable.getKey() + "}")) {
                for (var value : variable.getValue()) {
                    var address = open(route, NOTHING, Map.of(variable.getKey(), value));
                    if (address != null) {
                        found.add(address);
                        any = true;
                    }
                }
            }
        }
        return any;
    }

    private Address open(Route route, RouteFixture maker, Map<String, String> object) throws Exception {
        var path = path(route, maker, object);
        for (var who : people()) {
            var request = MockMvcRequestBuilders.get(java.net.URI.create(path));
            if (who != null) {
                request.with(user(who));
            }
            var response = mvc.perform(request).andReturn().getResponse();
            if (response.getStatus() == 200) {
                return new Address(route, path, who, String.valueOf(response.getContentType()));
            }
        }
        return null;
    }

    private static String path(Route route, RouteFixture maker, Map<String, String> object) {
        var request = route.request(object);
        maker.fill(route, object, request);
        var built = request.buildRequest(new MockServletContext());
        var address = UriComponentsBuilder.fromPath(built.getRequestURI());
        built.getParameterMap().forEach((name, values) -> address.queryParam(name, (Object[]) values));
        return address.encode().toUriString();
    }

    private List<String> people() {
        var people = new ArrayList<String>();
        people.add(null);
        Stream.of(branch.a1, branch.a, branch.a11, branch.root).forEach(unit -> {
            for (var post : Post.values()) {
                if (post != Post.ADMINISTRATOR || unit.equals(branch.root)) {
                    people.add(branch.username(post, unit));
                }
            }
        });
        return people;
    }

    private static final RouteFixture NOTHING = new RouteFixture() {
        @Override
        public String of() {
            return "none";
        }

        @Override
        public Map<String, String> make(Branch branch, vn.lantoa.organization.UnitId unit) {
            return Map.of();
        }
    };
}
