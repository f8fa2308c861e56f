package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process with 500 running cases is drawn anew, checked, compared, released by a second person, its cases moved, and the earlier version
 * brought back. It changes what everybody works by, and so has an installation of its own.
 */
class ProcessReleaseE2E {

    private static final String PASSWORD = "lantoa-demo-2026";
    private static final String TITLE = "Thêm bước soát thể thức";
    private static final String STEP = "Soát thể thức báo cáo";
    private static final String PROCESS = "unit-report";

    /** With the demo's own units and reports a little more than 500 cases. */
    private static final int UNITS = 400;

    private static final String COMMUNE = "CDP-48-HAICHAU";

    /** It starts an installation of its own, fills it, and looks at thirty pictures. */
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    @Test
    void a_step_is_drawn_released_by_a_second_person_and_taken_back_with_500_cases_running(@TempDir Path folder)
            throws Exception {
        var installation = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "release-");
        try (var chromium = Chromium.start();
                var jar = RunningJar.demo(installation)) {
            var home = jar.address();
            var desk = new ApiDesk(home, PASSWORD);
            String draft;
            try (var author = visitor(chromium, home, "quantri1")) {
                units(author, FirstAfternoonFiles.units(folder, COMMUNE, UNITS));
                campaign(desk);
                draft = draw(author);
                mend(author, draft);
                compare(author, draft);
                offer(author, draft);
                assertThatThrownBy(() -> desk.post(
                                "quantri1", "/api/v1/process-drafts/" + draft + "/release", "{\"version\":0}"))
                        .as("nobody releases what they drew")
                        .hasMessageContaining(": 409 ");
            }
            try (var leader = visitor(chromium, home, "lanhdao.tld")) {
                release(leader);
            }
            try (var other = visitor(chromium, home, "quantri2")) {
                move(other);
                desk.complete("canbo.cdp-48-haichau", report(desk), "nil", "{}");
                restore(other);
            }
        }
    }

    private static Visitor visitor(Chromium chromium, String home, String username) {
        return new Visitor(chromium.browser(), home, Visitor.DESK).signIn(username, PASSWORD);
    }

    private static void units(Visitor administrator, Path file) {
        var page = administrator.goTo("/units").page();
        page.locator("main a", new Page.LocatorOptions().setHasText("Tổng Liên đoàn"))
                .first()
                .click();
        page.locator("a[href$='/imports']").click();
        administrator.upload("#file", file);
        page.locator("form[enctype] button").click();
        page.waitForURL(url -> url.contains("/imports/"));
        page.locator("form[action$='/application'] button").click();
        assertThat(page.locator("form[action$='/undoing']")).hasCount(1);
    }

    private static void campaign(ApiDesk desk) throws InterruptedException {
        String campaign = JsonPath.read(
                desk.post("canbo.tld", "/api/v1/campaigns", "{\"period\":\"2026-Y\",\"root\":\"TLD\"}"), "$.id");
        desk.post("canbo.tld", "/api/v1/campaigns/" + campaign + "/launch", "");
        while (!"OPEN".equals(JsonPath.read(desk.get("canbo.tld", "/api/v1/campaigns/" + campaign), "$.state"))) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static String draw(Visitor author) {
        var page = author.goTo("/processes").page();
        page.getByText("Báo cáo định kỳ của đơn vị").first().click();
        page.fill("#title", TITLE);
        page.locator("form:has(#title) button").click();
        page.locator("h1:has-text('" + TITLE + "')").waitFor();
        var draft = page.url().replaceFirst(".*/process-drafts/(\\d+).*", "$1");
        open(page);
        page.locator("lantoa-process-editor").scrollIntoViewIfNeeded();
        page.locator("[data-action='create.task']").click();
        var way = page.locator("[data-element-id=NotNeeded_Approve] .djs-visual > path")
                .first()
                .boundingBox();
        var x = way.x + way.width / 2;
        var y = way.y + way.height - 2;
        page.mouse().move(x - 30, y + 30);
        page.mouse().move(x, y, new Mouse.MoveOptions().setSteps(8));
        page.mouse().click(x, y);
        page.keyboard().type(STEP);
        page.keyboard().press("Enter");
        page.locator(".draft--saved").waitFor();
        assertThat(page.locator(".editor__found")).containsText("Bước «" + STEP + "» chưa có chức danh xử lý.");
        author.lookOnBoth("release-drawn");
        author.at(Visitor.DESK).hasNoComplaint();
        return draft;
    }

    private static void open(Page page) {
        page.locator("nav.tabs a:has-text('Sửa')").click();
        page.locator("lantoa-process-editor[data-ready]").waitFor();
    }

    private static void mend(Visitor author, String draft) {
        var page = author.page();
        page.locator("nav.tabs a:has-text('Kiểm tra')").click();
        assertThat(page.locator("#errors ~ ul")).containsText("Bước «" + STEP + "» chưa có chức danh xử lý.");
        assertThat(page.locator("#errors ~ ul")).containsText("Bước «" + STEP + "» chưa có biểu mẫu.");
        author.lookOnBoth("release-findings").at(Visitor.DESK);
        page.locator("#errors ~ ul li:has-text('chưa có chức danh') a").click();
        page.selectOption("#bio-properties-panel-post", new SelectOption().setLabel("Văn thư"));
        page.selectOption("#bio-properties-panel-formRef", "unit-report-check");
        page.locator(".editor__add").click();
        page.locator("[id='bio-properties-panel-outcome:outcome1']").fill("Đã soát");
        page.locator(".draft--saved").waitFor();
        assertThat(page.locator("lantoa-process-editor")).hasAttribute("data-found", "0");
        author.lookOnBoth("release-mended").at(Visitor.DESK);
        page.locator("nav.tabs a:has-text('Kiểm tra')").click();
        page.locator(".notice--ok").waitFor();
        author.hasNoComplaint();
    }

    private static void compare(Visitor author, String draft) {
        var page = author.page();
        page.locator("nav.tabs a:has-text('Thay đổi gì')").click();
        assertThat(page.locator("section:has(#sentences)")).containsText(STEP);
        page.locator("lantoa-diagram[data-ready]").waitFor();
        author.lookOnBoth("release-changes").at(Visitor.DESK).hasNoComplaint();
    }

    private static void offer(Visitor author, String draft) {
        var page = author.page();
        page.locator("nav.tabs a:has-text('Ban hành')").click();
        author.lookOnBoth("release-offer").at(Visitor.DESK);
        page.fill("#reason", "Văn thư soát thể thức trước khi lãnh đạo ký");
        page.locator("form[action$='/offer'] button").click();
        assertThat(page.locator("main")).containsText("không tự ban hành");
        assertThat(page.locator("form[action$='/release']")).hasCount(0);
        author.lookOnBoth("release-own").at(Visitor.DESK).hasNoComplaint();
    }

    private static void release(Visitor leader) {
        var page = leader.goTo("/notices").page();
        leader.lookOnBoth("release-notice").at(Visitor.DESK);
        page.locator("button.row__open", new Page.LocatorOptions().setHasText(TITLE))
                .first()
                .click();
        page.locator("form[action$='/release'] button").waitFor();
        leader.lookOnBoth("release-decide").at(Visitor.DESK);
        page.locator("form[action$='/release'] button").click();
        assertThat(page.locator("main")).containsText("đã được ban hành");
        leader.lookOnBoth("release-released").at(Visitor.DESK).hasNoComplaint();
    }

    private static void move(Visitor other) {
        var page = other.goTo("/processes/" + PROCESS + "/versions").page();
        other.lookOnBoth("release-versions").at(Visitor.DESK);
        page.fill("#move-1", "Áp dụng bước soát thể thức cho kỳ này");
        page.locator("form[action$='/moves'] button").click();
        page.locator("#move-progress").waitFor();
        other.look("release-moving-desk")
                .at(Visitor.PHONE)
                .look("release-moving-phone")
                .at(Visitor.DESK);
        var moved = page.locator("#move-progress:not([hx-get])");
        moved.waitFor(new Locator.WaitForOptions().setTimeout(300_000));
        assertThat(moved).containsText("Giữ phiên bản cũ: 0");
        other.lookOnBoth("release-moved").at(Visitor.DESK).hasNoComplaint();
        page.locator("a[href$='/versions']").first().click();
        page.locator("a[href*='/changes']").first().click();
        page.locator("lantoa-diagram[data-ready]").waitFor();
        other.lookOnBoth("release-version-changes").at(Visitor.DESK);
    }

    /** The open report of a unit whose reports nobody checks, so that it comes to the new step. */
    private static String report(ApiDesk desk) {
        List<String> reports = JsonPath.read(
                desk.get("canbo.cdp-48-haichau", "/api/v1/tasks?size=100"),
                "$.items[?(@.step == 'DraftReport')].dossier.id");
        return reports.get(0);
    }

    private static void restore(Visitor other) {
        var page = other.goTo("/processes/" + PROCESS + "/versions").page();
        var earlier = page.locator("section:has(#restore-1)");
        earlier.locator("summary").click();
        page.fill("#restore-1", "Bước mới làm chậm việc gửi báo cáo");
        other.lookOnBoth("release-restore").at(Visitor.DESK);
        earlier.locator("form[action$='/restorations'] button").click();
        page.locator("#move-2").waitFor();
        other.lookOnBoth("release-restored").at(Visitor.DESK);
        page.fill("#move-2", "Chuyển về phiên bản trước");
        page.locator("form:has(#move-2) button").click();
        var moved = page.locator("#move-progress:not([hx-get])");
        moved.waitFor(new Locator.WaitForOptions().setTimeout(300_000));
        assertThat(moved).containsText("Giữ phiên bản cũ: 1");
        assertThat(page.locator("section:has(#stayed)")).containsText(STEP);
        other.lookOnBoth("release-stayed").at(Visitor.DESK).hasNoComplaint();
    }
}
