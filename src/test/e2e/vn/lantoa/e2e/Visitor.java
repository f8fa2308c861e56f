package vn.lantoa.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** One person before one screen: signs in, looks, and notes whatever the browser complains of. */
final class Visitor implements AutoCloseable {

    static final int PHONE = 360;
    static final int DESK = 1440;

    private static final Path PICTURES = Path.of("src", "docs", "screens");

    private final BrowserContext context;
    private final Page page;
    private final String home;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final AtomicInteger clicks = new AtomicInteger();
    private final AtomicInteger keys = new AtomicInteger();

    /** While axe and the camera work they put style elements of their own into the page: those are not the page's. */
    private volatile boolean measuring;

    Visitor(Browser browser, String home, int width) {
        this.home = home;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height(width))
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh"));
        context.addInitScript(
                "document.addEventListener('securitypolicyviolation', e =>"
                        + " console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile + ':' + e.lineNumber));");
        context.exposeBinding("lantoaCounts", (source, what) -> {
            if (!measuring) {
                (what[0].equals("click") ? clicks : keys).incrementAndGet();
            }
            return null;
        });
        context.addInitScript("['click', 'keydown'].forEach(what => document.addEventListener(what,"
                + " event => event.isTrusted && window.lantoaCounts(what), true));");
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (!measuring
                    && (message.text().startsWith("CSP ") || message.text().contains("Content Security Policy"))) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        page.setDefaultTimeout(Chromium.PATIENCE);
    }

    Page page() {
        return page;
    }

    /** Before a screen of another width from now on. */
    Visitor at(int width) {
        page.setViewportSize(width, height(width));
        return this;
    }

    private static int height(int width) {
        return width == PHONE ? 780 : 900;
    }

    Visitor goTo(String path) {
        page.navigate(home + path);
        return this;
    }

    Visitor signIn(String username, String password) {
        goTo("/login");
        page.fill("input[name=username]", username);
        page.fill("input[name=password]", password);
        page.click("form[action$='/login'] button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
        return this;
    }

    /** Keeps a picture for the documentation, and asks axe what it thinks of the page. */
    Visitor look(String name) {
        page.waitForLoadState();
        measuring = true;
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true)
                // Hiding the caret would put a style element into the page, which the policy refuses.
                .setCaret(com.microsoft.playwright.options.ScreenshotCaret.INITIAL));
        var found = new AxeBuilder(page).options(asked()).analyze();
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))");
        measuring = false;
        assertThat(found.getViolations())
                .as("axe on " + name)
                .extracting(rule -> rule.getId() + " "
                        + rule.getNodes().stream()
                                .map(node -> node.getTarget() + " " + node.getHtml())
                                .toList())
                .isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name + " does not scroll sideways")
                .isTrue();
        return this;
    }

    /** The rules of WCAG, and that all content stands in a landmark. */
    private static AxeRunOptions asked() {
        var tags = new AxeRunOnlyOptions();
        tags.setType("tag");
        tags.setValues(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));
        var on = new AxeRuleOptions();
        on.setEnabled(true);
        var options = new AxeRunOptions();
        options.setRunOnly(tags);
        options.setRules(Map.of("region", on));
        return options;
    }

    /** Writes as a person does, key by key. */
    Visitor type(String selector, String text) {
        page.locator(selector).click();
        page.locator(selector).pressSequentially(text);
        return this;
    }

    /** Chooses a file in the system's own window: open it, choose, confirm. */
    Visitor upload(String selector, Path file) {
        page.setInputFiles(selector, file);
        clicks.addAndGet(3);
        return this;
    }

    /** The same page on a phone and on a desk. */
    Visitor lookOnBoth(String name) {
        for (var width : new int[] {PHONE, DESK}) {
            at(width).look(name + (width == PHONE ? "-phone" : "-desk"));
        }
        return this;
    }

    int clicks() {
        return clicks.get();
    }

    int keys() {
        return keys.get();
    }

    /** Fails when the browser reported a breach of the content security policy or an error in a script since it was asked last. */
    void hasNoComplaint() {
        var heard = List.copyOf(complaints);
        complaints.removeAll(heard);
        assertThat(heard).isEmpty();
    }

    /** The page goes first: Chromium never answers when a context is taken away whose page is still on its way to another. */
    @Override
    public void close() {
        page.close();
        context.close();
    }
}
