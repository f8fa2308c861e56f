package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** An administrator changes a process in the browser. */
class ProcessE2E extends DemoE2E {

    @Test
    void each_file_of_a_process_is_edited_in_the_page_and_kept_as_one_draws() {
        try (var administrator = visitor("quantri1", Visitor.DESK)) {
            var page = administrator.goTo("/processes").page();
            administrator.look("processes-desk");
            page.getByText("Báo cáo định kỳ của đơn vị").first().click();
            page.fill("#title", "Rút ngắn việc kiểm tra báo cáo");
            page.locator("form:has(#title) button").click();
            page.locator("h1:has-text('Rút ngắn việc kiểm tra báo cáo')").waitFor();
            administrator.look("process-draft-desk");
            page.getByText("Sửa", new Page.GetByTextOptions().setExact(true)).click();
            page.locator("lantoa-process-editor[data-ready]").waitFor();
            page.locator("[data-element-id=CheckReport]").first().click();
            page.locator("#bio-properties-panel-name").fill("Kiểm tra nhanh báo cáo");
            page.locator(".draft--saved").waitFor();
            administrator.look("process-editor-desk");
            administrator.hasNoComplaint();
            page.reload();
            page.locator("lantoa-process-editor[data-ready]").waitFor();
            assertThat(page.locator("[data-element-id=CheckReport]").first()).containsText("nhanh");

            page.locator("main nav a:has-text('check-required.dmn')").click();
            page.locator("lantoa-process-editor[data-ready]").waitFor();
            administrator.look("process-table-editor-desk");
            administrator.hasNoComplaint();
            page.locator("main nav a:has-text('unit-report-check.form')").click();
            page.locator("lantoa-process-editor[data-ready]").waitFor();
            administrator.look("process-form-editor-desk");
            administrator.hasNoComplaint();
        }
    }
}
