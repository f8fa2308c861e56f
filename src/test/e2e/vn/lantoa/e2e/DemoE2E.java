package vn.lantoa.e2e;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;

/** Scenarios on one running demo, started once for all of them: each takes units that no other one touches. */
abstract class DemoE2E {

    private static final String PASSWORD = "lantoa-demo-2026";

    static Chromium chromium;
    static RunningJar jar;

    @BeforeAll
    static void startOnce() throws Exception {
        if (jar == null) {
            chromium = Chromium.start();
            jar = RunningJar.demo(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "demo-"));
            Runtime.getRuntime().addShutdownHook(new Thread(jar::end));
        }
    }

    /** Somebody before a screen of this width, not signed in. */
    static Visitor visitor(int width) {
        return new Visitor(chromium.browser(), jar.address(), width);
    }

    /** Somebody of the demo's people, signed in. */
    static Visitor visitor(String username, int width) {
        return visitor(width).signIn(username, PASSWORD);
    }

    /** What the demo's people do off screen. */
    static ApiDesk api() {
        return new ApiDesk(jar.address(), PASSWORD);
    }

    /** The superior opens the report of the year 2026 for a unit of the demo. */
    static void openReport(String unit) {
        try (var officer = visitor("canbo.tld", Visitor.DESK)) {
            var page = officer.goTo("/reports").page();
            page.locator("details:has(#open-unit) > summary").click();
            page.selectOption("#open-unit", new com.microsoft.playwright.options.SelectOption().setLabel(unit));
            page.selectOption("#open-period", "2026-Y");
            page.locator("form:has(#open-unit) button").click();
            page.locator("h1", new Page.LocatorOptions().setHasText("Báo cáo năm 2026"))
                    .waitFor();
        }
    }
}
