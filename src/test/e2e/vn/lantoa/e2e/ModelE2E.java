package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The catalogue of models read and kept, and exemplars asked for and proposed. */
class ModelE2E extends DemoE2E {

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
