package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The catalogue of models read and kept, and exemplars asked for and proposed. */
class ModelE2E extends DemoE2E {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Test
    void a_kind_is_found_copied_and_kept() throws IOException {
        try (var reader = visitor("canbo.cdp-48-haichau", Visitor.DESK)) {
            var page = reader.goTo("/models").page();
            assertThat(page.locator("h1")).hasText("Mô hình");
            reader.lookOnBoth("models-catalogue");
            page.fill("input#q", "nha tro tu quan");
            page.locator("form[role=search] button", new Page.LocatorOptions().setHasText("Lọc"))
                    .click();
            page.locator("a", new Page.LocatorOptions().setHasText("Tổ tự quản khu nhà trọ công nhân"))
                    .first()
                    .click();
            page.locator("h1:has-text('Tổ tự quản khu nhà trọ công nhân')").waitFor();
            assertThat(page.locator("a[href*='/models/adoptions/new?kind=']")).hasText("Áp dụng mô hình này");
            reader.lookOnBoth("models-kind");
            reader.hasNoComplaint();
        }
        try (var keeper = visitor("canbo.tld", Visitor.DESK)) {
            var page = keeper.goTo("/models/kinds/new").page();
            page.fill("#name", "Công nhân khu nhà trọ tự quản");
            page.fill("#purpose", "Người ở trọ cùng giữ gìn trật tự");
            page.locator("main form button.button--primary").click();
            assertThat(page.locator("main [role=alert]")).containsText("tên gần giống");
            keeper.lookOnBoth("models-kind-near");
            page.locator("input[name=another]").check();
            page.locator("main form button.button--primary").click();
            page.locator("h1:has-text('Công nhân khu nhà trọ tự quản')").waitFor();
            var picture = Files.createTempFile("mo-hinh", ".png");
            ImageIO.write(drawn(), "png", picture.toFile());
            page.locator("summary:has-text('Đặt hình ảnh')").click();
            keeper.upload("#picture", picture);
            page.fill("#caption", "Cổng khu nhà trọ có bảng nội quy");
            page.locator("form[action$='/picture'] button").click();
            page.locator("img[alt='Cổng khu nhà trọ có bảng nội quy']").waitFor();
            keeper.lookOnBoth("models-kind-picture");
            keeper.hasNoComplaint();
            Files.deleteIfExists(picture);
        }
    }

    @Test
    void who_has_no_exemplar_is_asked_and_proposes_one() {
        var endOfYear =
                LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).withMonth(12).withDayOfMonth(31);
        try (var asking = visitor("canbo.tld", Visitor.DESK)) {
            var page = asking.goTo("/models/exemplars").page();
            assertThat(page.locator("main")).containsText("chưa có điển hình");
            asking.lookOnBoth("models-exemplars");
            page.fill("#due", endOfYear.toString());
            page.locator("form[action$='/requests'] button").click();
            page.locator("a:has-text('Đang đề nghị')").first().waitFor();
            asking.hasNoComplaint();
        }
        try (var officer = visitor("canbo.ldld-01", Visitor.PHONE)) {
            var page = officer.goTo("/models/exemplars").page();
            page.locator("a[href*='/dossiers/exemplar-request/']").first().click();
            page.locator("lantoa-form .fjs-form").waitFor();
            officer.look("models-exemplar-propose-phone");
            officer.hasNoComplaint();
        }
    }

    @Test
    void a_site_is_reviewed_on_a_phone_from_the_task_list() {
        try (var officer = visitor("canbo.cdp-11-muongthanh", Visitor.PHONE)) {
            var page = officer.goTo("/tasks").page();
            page.locator("[data-row]:has-text('Rà soát mô hình')").first().waitFor();
            officer.look("models-review-tasks-phone");
            page.locator("[data-row]:has-text('Rà soát mô hình') a").first().click();
            page.locator("lantoa-form .fjs-form").waitFor();
            officer.look("models-review-form-phone");
            var record = page.locator("a[href$='/record']").getAttribute("href");
            var day = page.locator(".fjs-form-field-datetime input").first();
            day.fill(DAY.format(LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"))));
            day.press("Tab");
            page.getByLabel("Số buổi sinh hoạt, tuyên truyền từ lần rà soát trước")
                    .fill("6");
            page.getByLabel("Lượt người dự").fill("150");
            page.getByLabel("Số bản cam kết đã ký").fill("31");
            page.getByLabel("Số tiêu chí không đạt").fill("1");
            page.locator(".draft--saved").waitFor();
            officer.look("models-review-filled-phone");
            page.locator("#completion button[value=record]").click();
            page.locator("#completion").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            officer.look("models-reviewed-phone");
            officer.goTo(record);
            page.locator("h1:has-text('Lý lịch')").waitFor();
            assertThat(page.locator("main")).containsText("Giữ vững");
            officer.look("models-reviewed-record-phone");
            officer.hasNoComplaint();
        }
    }

    @Test
    void sites_and_who_took_over_from_whom_are_read_on_both_widths() {
        try (var officer = visitor("canbo.ldld-79", Visitor.DESK)) {
            var page = officer.goTo("/models/sites").page();
            assertThat(page.locator(".tabs [aria-current=page]")).hasText("Điểm mô hình");
            officer.lookOnBoth("models-sites");
            var site = page.locator("tr:has-text('Bàu Cát') a").first().getAttribute("href");
            officer.goTo(site.replaceFirst(".*/model-site/", "/models/sites/") + "/record")
                    .lookOnBoth("models-site-record");
            officer.goTo(site.replaceFirst(".*/model-site/", "/models/sites/") + "/measures")
                    .lookOnBoth("models-site-measures");
            officer.goTo(site).lookOnBoth("models-site");
            officer.goTo("/models").page().fill("input#q", "nha tro tu quan");
            page.locator("form[role=search] button", new Page.LocatorOptions().setHasText("Lọc"))
                    .click();
            page.locator("a[href*='/models/kinds/']", new Page.LocatorOptions().setHasText("Tổ tự quản khu nhà trọ"))
                    .first()
                    .click();
            page.locator("a[href$='/spread']").first().click();
            assertThat(page.locator("h1")).hasText("Ai học theo ai");
            officer.lookOnBoth("models-spread");
            officer.goTo("/models/adoptions").lookOnBoth("models-adoptions");
            officer.hasNoComplaint();
        }
    }

    private static BufferedImage drawn() {
        var picture = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(0xD9E4EC));
        pen.fillRect(0, 0, 1280, 720);
        pen.setColor(new Color(0x2F5D7C));
        for (var door = 0; door < 6; door++) {
            pen.fillRect(90 + door * 190, 300, 110, 260);
        }
        pen.setColor(new Color(0xB5502E));
        pen.fillRect(60, 220, 1160, 50);
        pen.dispose();
        return picture;
    }
}
