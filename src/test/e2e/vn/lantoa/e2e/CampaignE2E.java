package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;

/** A branch is asked in one act; its officers find the task, its superior sees how far each is. */
class CampaignE2E extends DemoE2E {

    private static final String PROVINCE = "LĐLĐ tỉnh Điện Biên";

    @Test
    void a_branch_is_asked_followed_and_reminded() {
        try (var superior = visitor("canbo.tld", Visitor.DESK)) {
            var page = superior.goTo("/reports/campaigns").page();
            page.locator("details:has(#unit) > summary").click();
            page.selectOption("#unit", new SelectOption().setLabel(PROVINCE));
            page.selectOption("#period", "2026-Y");
            page.locator("form:has(#unit) button").click();
            page.locator("h1", new Page.LocatorOptions().setHasText("Đợt báo cáo năm 2026"))
                    .waitFor();
            assertThat(page.locator("#opening"))
                    .hasCount(
                            0,
                            new com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions()
                                    .setTimeout(60_000));
            assertThat(page.locator("main .progress__text").first()).containsText("/15 đơn vị đã gửi");
            superior.lookOnBoth("campaign");
            page.locator("a[href$='/owing']").first().click();
            page.locator("textarea#reminder").waitFor();
            superior.lookOnBoth("campaign-owing");
            superior.hasNoComplaint();
        }
        try (var officer = visitor("canbo.ldld-11", Visitor.PHONE)) {
            assertThat(officer.page()
                            .locator(".row__title a", new Page.LocatorOptions().setHasText(PROVINCE))
                            .first())
                    .containsText("Báo cáo năm 2026");
        }
    }
}
