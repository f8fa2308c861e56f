package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** A process at work is watched on its drawing; a case is opened from its step and set back by hand with a reason. */
class WatchE2E extends DemoE2E {

    @Test
    void a_process_is_watched_and_a_case_is_set_back_by_hand() {
        try (var administrator = visitor("quantri1", Visitor.DESK)) {
            var page = administrator.goTo("/processes").page();
            administrator.lookOnBoth("processes-running");
            page.locator("tr:has-text('Báo cáo định kỳ của đơn vị') td a[href$='/watch']")
                    .click();
            page.locator("lantoa-diagram[data-ready]").waitFor();
            assertThat(page.locator(".diagram__load").first()).containsText("hồ sơ");
            administrator.lookOnBoth("process-watch");
            page.locator("tr:has-text('Kiểm tra báo cáo') a, tr:has-text('Duyệt và gửi báo cáo') a")
                    .first()
                    .click();
            page.locator("tbody a").first().waitFor();
            administrator.lookOnBoth("process-cases");
            page.locator("tbody a").first().click();
            page.locator("h2:has-text('Chuyển bước bằng tay')").waitFor();
            administrator.lookOnBoth("process-case");
            page.selectOption("select[name=step]", "DraftReport");
            page.fill("textarea[name=reason]", "Người kiểm tra nghỉ dài ngày, đơn vị đề nghị lập lại");
            page.locator("form[action$='/step-moves'] button").click();
            assertThat(page.locator("section:has(#places) li")).containsText("Lập báo cáo");
            administrator.look("process-case-moved-desk");
            administrator.hasNoComplaint();
        }
    }
}
