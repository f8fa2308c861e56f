package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** A draft is tried before it is released: on past cases, and by moving tokens through its drawing. */
class TrialE2E extends DemoE2E {

    @Test
    void a_draft_is_tried_on_past_cases_and_its_tokens_are_moved_by_hand() {
        try (var administrator = visitor("quantri1", Visitor.DESK)) {
            var page = administrator.goTo("/processes").page();
            page.getByText("Báo cáo định kỳ của đơn vị").first().click();
            page.fill("#title", "Thử bước kiểm tra");
            page.locator("form:has(#title) button").click();
            page.locator("h1:has-text('Thử bước kiểm tra')").waitFor();
            page.locator("nav.tabs a:has-text('Chạy thử')").click();
            page.locator("form[action$='/trial'] button").click();
            page.locator("#summary").waitFor(new Locator.WaitForOptions().setTimeout(180_000));
            page.locator("lantoa-simulation[data-ready]").waitFor();
            administrator.look("process-trial-desk");
            page.locator("[data-container-id=ReportOpened] .bts-context-pad:visible")
                    .first()
                    // It pulses for as long as it waits, and so never stands still.
                    .click(new Locator.ClickOptions().setForce(true));
            assertThat(page.locator(".simulation__story")).containsText("Lập báo cáo");
            administrator.look("process-simulation-desk");
            administrator.at(Visitor.PHONE);
            administrator.look("process-trial-phone");
            administrator.hasNoComplaint();
        }
    }
}
