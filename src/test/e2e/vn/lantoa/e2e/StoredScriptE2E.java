package vn.lantoa.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.commendation.council.CouncilFixtures;
import vn.lantoa.organization.Actor;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.OpenPages;
import vn.lantoa.testing.OpenPages.Address;
import vn.lantoa.testing.PlantedText;
import vn.lantoa.testing.TestDatabase;

/**
 * Fifty scripts in every text of the database, then every page in a real browser: nothing runs, nothing of theirs becomes an element or an
 * attribute, nobody else's server is asked, and the content security policy has nothing to stop, since it is the second wall and not the first.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.job-execution.enabled=false")
@AutoConfigureMockMvc
@ActiveProfiles({"test", "demo"})
@ContextConfiguration(initializers = TestDatabase.class)
class StoredScriptE2E {

    private static final String DEMO_PASSWORD = "lantoa-demo-2026";

    /** Told to the page before anything of its own. */
    private static final String WATCH =
            "window.__stopped = []; document.addEventListener('securitypolicyviolation', e => window.__stopped.push("
                    + "e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));";

    /** What of the scripts' stands in the page, in islands too; empty when they are only text. */
    private static final String BECAME =
            """
            () => {
              const found = [];
              const tags = ['marquee', 'object', 'embed', 'base', 'iframe', 'math', 'audio', 'video'];
              const walk = root => root.querySelectorAll('*').forEach(one => {
                const name = one.localName;
                if (tags.includes(name) && !one.closest('.bjs-container, .djs-container')) found.push('<' + name + '>');
                if (name === 'meta' && one.httpEquiv.toLowerCase() === 'refresh') found.push('<meta refresh>');
                if (name === 'script' && !one.src && one.type !== 'application/json') found.push('<script>');
                if (name === 'lantoa-live' && one.getAttribute('href') !== '/events') found.push('<lantoa-live>');
                for (const attribute of one.attributes) {
                  const address = ['href', 'src', 'action', 'formaction', 'data', 'srcdoc', 'xlink:href', 'style', 'hx-get', 'hx-post'];
                  if (/^on|^hx-on/.test(attribute.name)
                      || address.includes(attribute.name) && /^\\s*javascript:|evil\\.example|__xss/i.test(decodeURIComponent(attribute.value.replace(/%(?![0-9a-f]{2})/gi, '%25')).replace(/^\\/[^/].*/, '')))
                    found.push(name + '[' + attribute.name + '=' + attribute.value + ']');
                }
                if (one.shadowRoot) walk(one.shadowRoot);
              });
              walk(document);
              return found;
            }""";

    static Chromium chromium;

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    DataSource database;

    @LocalServerPort
    int port;

    private final List<String> wrong = new ArrayList<>();
    private final Set<String> routes = new TreeSet<>();
    private int shown;
    private int stopped;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void no_script_that_anybody_stored_runs_on_any_page() throws Exception {
        var missed = new ArrayList<String>();
        var pages = new OpenPages(context, mvc);
        var council = new CouncilFixtures(context, 3);
        council.opened(1, List.of(council.waiting("Nguyễn Thị Hoà")), 3);
        var addresses = pages.find(missed);
        addresses.addAll(pages.follow(pages.watchers(), addresses, missed));
        addresses.addAll(
                pages.follow(council.members.stream().map(Actor::username).toList(), addresses, missed));
        for (var path : List.of(
                "/process-drafts/" + openDraft() + "/editor",
                "/rules/change?table=deadlines",
                "/rules/units/" + pages.branch().a + "/change?table=cut-offs")) {
            pages.add(path, addresses, missed);
        }
        var payloads = payloads();
        var planted = PlantedText.everywhere(database, payloads);
        assertThat(payloads).hasSize(50);
        assertThat(planted.untouched()).isEmpty();

        var byPerson = addresses.stream()
                .filter(Address::isPage)
                .collect(Collectors.groupingBy(
                        address -> String.valueOf(address.who()), LinkedHashMap::new, Collectors.toList()));
        for (var person : byPerson.entrySet()) {
            visit(person.getKey(), person.getValue());
        }
        System.out.println("stored script: " + payloads.size() + " payloads in " + planted.values() + " values of "
                + planted.columns().size() + " columns; "
                + byPerson.values().stream().mapToInt(List::size).sum()
                + " pages of " + routes.size() + " routes as " + byPerson.size() + " people, a payload shown on "
                + shown
                + "; stopped by the policy " + stopped + "; not opened: " + missed);
        System.out.println("columns: " + planted.columns());
        assertThat(wrong).isEmpty();
        assertThat(stopped).isZero();
        assertThat(routes).hasSizeGreaterThan(100);
        assertThat(shown).as("pages on which a payload is to be read").isGreaterThan(100);
    }

    /** The other half of the proof: the same texts, put into a page as HTML, are all noticed. */
    @Test
    void what_would_become_an_element_is_noticed() throws Exception {
        var unnoticed = new ArrayList<String>();
        var tried = 0;
        try (var browser = chromium.browser().newContext()) {
            browser.addInitScript(WATCH);
            var page = browser.newPage();
            var asked = new ArrayList<String>();
            page.onRequest(request -> {
                if (request.url().contains("evil.example")) {
                    asked.add(request.url());
                }
            });
            for (var payload : payloads()) {
                // Within a page there is no second body: only what is sent as a page of its own could run that one.
                if (payload.matches("(?s).*<[a-zA-Z].*") && !payload.startsWith("<body")) {
                    tried++;
                    asked.clear();
                    page.navigate(home() + "/login");
                    page.evaluate("text => { document.querySelector('main').innerHTML = text + '<p>x</p>'; }", payload);
                    page.waitForTimeout(100);
                    if (became(page).isEmpty() && reports(page).isEmpty() && asked.isEmpty()) {
                        unnoticed.add(payload);
                    }
                }
            }
            page.close();
        }
        assertThat(tried).isGreaterThan(30);
        assertThat(unnoticed).isEmpty();
    }

    /** One of the drafts that were made, with a real diagram in it, whose names are planted too. */
    private long openDraft() throws java.io.IOException {
        var jdbc = context.getBean(JdbcClient.class);
        var draft = jdbc.sql("select max(id) from process_draft where title = 'Bản sửa tuyến'")
                .query(Long.class)
                .single();
        jdbc.sql("update process_draft set state = 'OPEN' where id = ?")
                .param(draft)
                .update();
        jdbc.sql("update process_draft_file set content = ? where draft_id = ?")
                .param(new ClassPathResource("bpmn/reporting/unit-report.bpmn")
                        .getContentAsString(StandardCharsets.UTF_8))
                .param(draft)
                .update();
        return draft;
    }

    private static List<String> payloads() throws java.io.IOException {
        return new ClassPathResource("attacks/script.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<String> became(Page page) {
        return (List<String>) page.evaluate(BECAME);
    }

    @SuppressWarnings("unchecked")
    private static List<String> reports(Page page) {
        return (List<String>) page.evaluate("() => window.__stopped");
    }

    private void visit(String who, List<Address> addresses) {
        try (var browser = chromium.browser().newContext()) {
            browser.addInitScript(WATCH);
            var page = browser.newPage();
            page.setDefaultTimeout(Chromium.PATIENCE);
            var asked = new ArrayList<String>();
            page.onRequest(request -> {
                if (request.url().contains("evil.example")) {
                    asked.add(request.url());
                }
            });
            page.onDialog(dialog -> {
                asked.add("dialog " + dialog.message());
                dialog.dismiss();
            });
            page.route("**/events", route -> route.abort());
            if (!who.equals("null")) {
                signIn(page, who);
            }
            for (var address : addresses) {
                asked.clear();
                look(page, address, asked);
            }
            page.close();
        }
    }

    private void signIn(Page page, String who) {
        page.navigate(home() + "/login");
        page.fill("input[name=username]", who);
        page.fill("input[name=password]", OpenPages.DEMO.contains(who) ? DEMO_PASSWORD : Branch.PASSWORD);
        page.click("form[action$='/login'] button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
    }

    private void look(Page page, Address address, List<String> asked) {
        try {
            var answer = page.navigate(
                    home() + address.path(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
            routes.add(address.route().pattern());
            if (answer != null && answer.status() >= 500) {
                wrong.add(address.path() + " answers " + answer.status());
            }
            if ((Boolean)
                    page.evaluate(
                            "() => !!document.querySelector('lantoa-form, lantoa-diagram, lantoa-grid, lantoa-process-editor, lantoa-simulation')")) {
                page.waitForTimeout(700);
            }
            if ((Boolean) page.evaluate("() => document.documentElement.textContent.includes('__xss')"
                    + " || document.documentElement.textContent.includes('evil.example')")) {
                shown++;
            }
            if ((Boolean) page.evaluate("() => window.__xss !== undefined")) {
                wrong.add(address.path() + " ran a script");
            }
            became(page).forEach(one -> wrong.add(address.path() + " holds " + one));
            var reports = reports(page);
            stopped += reports.size();
            reports.forEach(one -> wrong.add(address.path() + " was stopped: " + one));
            asked.forEach(one -> wrong.add(address.path() + " asked " + one));
        } catch (PlaywrightException trouble) {
            wrong.add(address.path() + ": " + trouble.getMessage());
        }
    }

    private String home() {
        return "http://127.0.0.1:" + port;
    }
}
