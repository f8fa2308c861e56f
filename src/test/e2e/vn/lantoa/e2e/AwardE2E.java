package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** A workplace proposes somebody for an award on a phone, and the officer weighs it there. */
class AwardE2E extends DemoE2E {

    @Test
    void proposed_and_weighed_on_a_phone() {
        var name = "Lê Thị Thử Điện Thoại";
        try (var officer = visitor("canbo.cdcs-79-cuchi-2", Visitor.PHONE)) {
            var page = officer.goTo("/awards").page();
            assertThat(page.locator("h1")).hasText("Khen thưởng");
            officer.look("award-season-phone");
            officer.hasNoComplaint();
            officer.goTo("/awards/nominations");
            page.locator("form[action$='/nominations'] button").click();
            page.locator("lantoa-form .fjs-form").waitFor();
            officer.look("award-draft-empty-phone");
            officer.hasNoComplaint();

            page.getByLabel("Cá nhân", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                    .check();
            page.getByLabel("Họ và tên, hoặc tên tập thể").fill(name);
            page.getByLabel("Năm sinh").fill("1990");
            page.getByLabel("Là người lao động trực tiếp").check();
            page.getByLabel("Tóm tắt thành tích").fill("Nòng cốt của tổ tự quản khu nhà trọ công nhân");
            page.locator(".draft--saved").waitFor();
            page.locator(
                            "button",
                            new com.microsoft.playwright.Page.LocatorOptions().setHasText("Lưu và kiểm tra điều kiện"))
                    .click();
            page.waitForLoadState();
            page.locator("lantoa-form .fjs-form").waitFor();
            assertThat(page.locator("lantoa-form")).containsText("phiếu đồng ý");
            assertThat(page.getByLabel("Họ và tên, hoặc tên tập thể")).hasValue(name);
            officer.look("award-draft-checked-phone");
            officer.hasNoComplaint();
            officer.goTo("/awards/nominations");
            assertThat(page.locator("table")).containsText(name);
            officer.look("award-nominations-phone");
        }
        try (var reviewer = visitor("canbo.cdp-48-haichau", Visitor.PHONE)) {
            var page = reviewer.goTo("/awards/nominations").page();
            page.locator("tr:has-text('Đang xét') a").first().click();
            page.locator("#completion button[value=propose]").waitFor();
            page.locator("lantoa-form .fjs-form").waitFor();
            reviewer.look("award-review-phone");
            reviewer.hasNoComplaint();
        }
        try (var reviewer = visitor("canbo.cdp-48-haichau", Visitor.DESK)) {
            reviewer.goTo("/awards");
            reviewer.look("award-season-desk");
            reviewer.hasNoComplaint();
            var page = reviewer.goTo("/awards/nominations").page();
            reviewer.look("award-nominations-desk");
            reviewer.hasNoComplaint();
            page.locator("a[href*='/dossiers/nomination/']").first().click();
            page.locator("main h1").waitFor();
            reviewer.look("award-dossier-desk");
            reviewer.hasNoComplaint();
        }
        try (var officer = visitor("canbo.cdcs-48-haichau-2", Visitor.DESK)) {
            var page = officer.goTo("/awards/nominations").page();
            page.locator("a[href*='consent-slips']").click();
            page.locator(".consent").first().waitFor();
            officer.look("award-consent-desk");
            officer.hasNoComplaint();
            page.goBack();
            page.locator("a[href$='/list']").click();
            officer.look("award-list-desk");
            officer.hasNoComplaint();
        }
    }
}
