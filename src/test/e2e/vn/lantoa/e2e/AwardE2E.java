package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

/** A workplace proposes somebody for an award on a phone, and the officer weighs it there. */
class AwardE2E extends DemoE2E {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

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

            page.getByLabel("Cá nhân", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.getByLabel("Họ và tên, hoặc tên tập thể").fill(name);
            page.getByLabel("Năm sinh").fill("1990");
            page.getByLabel("Là người lao động trực tiếp").check();
            page.getByLabel("Tóm tắt thành tích").fill("Nòng cốt của tổ tự quản khu nhà trọ công nhân");
            page.locator(".draft--saved").waitFor();
            page.locator("button", new Page.LocatorOptions().setHasText("Lưu và kiểm tra điều kiện"))
                    .click();
            page.waitForLoadState();
            page.locator("lantoa-form .fjs-form").waitFor();
            assertThat(page.locator("lantoa-form")).containsText("phiếu đồng ý");
            assertThat(page.getByLabel("Họ và tên, hoặc tên tập thể")).hasValue(name);
            officer.look("award-draft-checked-phone");
            officer.hasNoComplaint();
            choose(page, "Giới tính", "Nữ");
            page.getByLabel("Chức vụ, công việc").fill("Công nhân may");
            choose(page, "Hình thức khen đề nghị", "Giấy khen của Ban Chấp hành công đoàn cấp trên");
            day(page, "Thành tích từ ngày", 300);
            day(page, "Thành tích đến ngày", 20);
            choose(page, "Đăng ký thi đua đầu năm", "Đã đăng ký");
            page.getByLabel("Không vướng mắc").check();
            page.getByLabel("Nơi xác nhận").fill("Công đoàn cấp trên trực tiếp");
            day(page, "Ngày xác nhận", 5);
            choose(page, "Cách đồng ý", "Phiếu giấy có chữ ký");
            day(page, "Ngày ký phiếu đồng ý", 6);
            page.locator(".draft--saved").waitFor();
            officer.look("award-draft-full-phone");
            page.locator("#completion button[value=submit]").click();
            page.waitForLoadState();
            officer.goTo("/awards/nominations");
            assertThat(page.locator("tr:has-text('" + name + "')")).containsText("Đang xét");
            officer.look("award-nominations-phone");
            officer.hasNoComplaint();
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

    private static void choose(Page page, String label, String option) {
        var field = page.locator(".fjs-form-field-select")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first();
        field.locator("input, .fjs-select-display, .fjs-input-group").first().click();
        page.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
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
