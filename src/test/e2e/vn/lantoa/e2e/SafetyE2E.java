package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

/** A workplace registers on a phone and goes through its checklist there; the superior looks at the branch. */
class SafetyE2E extends DemoE2E {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Test
    void registered_and_assessed_on_a_phone_and_seen_from_above() {
        try (var officer = visitor("canbo.cdcs-79-cuchi-3", Visitor.PHONE)) {
            var page = officer.goTo("/models/safety").page();
            assertThat(page.locator("h1")).hasText("An toàn về an ninh, trật tự");
            officer.look("safety-empty-phone");
            officer.hasNoComplaint();
            page.locator("form[action$='/files'] button").click();
            page.locator("lantoa-form .fjs-form").waitFor();

            page.getByLabel("Doanh nghiệp", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.getByLabel("Nhỏ", new Page.GetByLabelOptions().setExact(true)).check();
            page.getByLabel("Số bản đăng ký").fill("01/ĐK-CĐCS");
            day(page, "Ngày đăng ký", 0);
            page.locator(".draft--saved").waitFor();
            officer.look("safety-register-phone");
            officer.hasNoComplaint();
            page.locator("#completion button[value=register]").click();
            page.locator("#completion button[value=correct]").waitFor();
            page.locator("lantoa-form .fjs-form").waitFor();
            assertThat(page.locator("lantoa-form")).containsText("Doanh nghiệp nhỏ không thuộc đối tượng");
            officer.look("safety-not-object-phone");
            officer.hasNoComplaint();
            page.locator("#completion button[value=correct]").click();
            page.locator("#completion button[value=register]").waitFor();
            page.getByLabel("Vừa", new Page.GetByLabelOptions().setExact(true)).check();
            page.locator(".draft--saved").waitFor();
            page.locator("#completion button[value=register]").click();
            page.locator("#completion button[value=check]").waitFor();
            page.locator("lantoa-form .fjs-form").waitFor();
            officer.look("safety-checklist-empty-phone");
            officer.hasNoComplaint();

            answer(page, "Kế hoạch về an ninh, trật tự của năm", "Có");
            page.getByLabel("Số kế hoạch").fill("03/KH");
            day(page, "Ngày kế hoạch", 0);
            answer(page, "Phòng cháy và chữa cháy", "Có");
            page.getByLabel("Tổng số người của đơn vị").fill("240");
            page.getByLabel("Số người đã được phổ biến").fill("236");
            page.locator(".draft--saved").waitFor();
            page.locator("#completion button[value=check]").click();
            page.locator("lantoa-form:has-text('chưa đủ 100%')").waitFor();
            officer.look("safety-checklist-phone");
            officer.hasNoComplaint();
        }
        try (var superior = visitor("canbo.ldld-79", Visitor.DESK)) {
            superior.goTo("/models/safety");
            superior.lookOnBoth("safety-overview");
            superior.hasNoComplaint();
            var page = superior.page();
            page.locator("a[href*='/list']").first().click();
            assertThat(page.locator("h1")).hasText("Nhập danh sách của một quyết định");
            superior.lookOnBoth("safety-list");
            superior.hasNoComplaint();
        }
    }

    private static void answer(Page page, String question, String answer) {
        page.locator(".fjs-form-field-radio")
                .filter(new Locator.FilterOptions().setHasText(question))
                .first()
                .getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    /** Written as people write it: day, month, year. */
    private static void day(Page page, String label, int daysAgo) {
        var input = page.locator(".fjs-form-field-datetime")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .locator("input")
                .first();
        input.fill(DAY.format(LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusDays(daysAgo)));
        input.press("Tab");
    }
}
