package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What somebody typed outlives the session, and another window. */
class DraftE2E extends DemoE2E {

    @Test
    void a_session_that_ends_while_typing_loses_nothing() {
        var unit = "LĐLĐ tỉnh Sơn La";
        openReport(unit);
        try (var officer = visitor("canbo.ldld-14", Visitor.PHONE)) {
            var page = DossierPage.open(officer, unit);
            page.locator("#figure-O2").fill("1.234");
            saved(page);
            page.context().clearCookies();
            page.locator("#figure-O3").fill("98.765");
            assertThat(page.locator(".draft--signedOut")).isVisible();
            officer.look("draft-signed-out-phone");

            var other = page.context()
                    .waitForPage(() -> page.locator(".draft--signedOut a").click());
            other.fill("input[name=username]", "canbo.ldld-14");
            other.fill("input[name=password]", "lantoa-demo-2026");
            other.click("form[action$='/login'] button[type=submit]");
            other.waitForURL(url -> !url.contains("/login"));
            other.close();
            page.locator(".draft--signedOut button").click();
            saved(page);

            page.reload();
            page.locator("lantoa-form .figures").waitFor();
            assertThat(page.locator("#figure-O2")).hasValue("1.234");
            assertThat(page.locator("#figure-O3")).hasValue("98.765");
        }
    }

    @Test
    void of_two_windows_none_overwrites_the_other_unasked() {
        var unit = "LĐLĐ tỉnh Lai Châu";
        openReport(unit);
        try (var desk = visitor("canbo.ldld-12", Visitor.DESK);
                var phone = visitor("canbo.ldld-12", Visitor.PHONE)) {
            var first = DossierPage.open(desk, unit);
            var second = DossierPage.open(phone, unit);
            first.locator("#figure-O2").fill("111");
            saved(first);
            second.locator("#figure-O2").fill("222");
            assertThat(second.locator(".draft--conflict")).isVisible();
            phone.look("draft-conflict-phone");
            second.locator(".draft--conflict button").last().click();
            assertThat(second.locator("#figure-O2")).hasValue("111");
            second.locator("#figure-O2").fill("333");
            saved(second);
            phone.hasNoComplaint();

            first.locator("#figure-O2").fill("444");
            assertThat(first.locator(".draft--conflict")).isVisible();
            first.locator(".draft--conflict button").first().click();
            saved(first);
            second.reload();
            second.locator("lantoa-form .figures").waitFor();
            assertThat(second.locator("#figure-O2")).hasValue("444");
        }
    }

    private static void saved(Page page) {
        page.locator(".draft--saved").waitFor();
    }
}
