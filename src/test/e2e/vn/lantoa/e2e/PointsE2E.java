package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A deadline is changed without drawing. */
class PointsE2E extends DemoE2E {

    private static final String DAYS = "[name='point:bpmn/reporting/unit-report.bpmn#CheckReport#WORKING_DAYS']";

    @Test
    void a_deadline_is_changed_in_under_ten_clicks() {
        try (var administrator = visitor("quantri2", Visitor.DESK)) {
            var page = administrator.goTo("/processes").page();
            var before = administrator.clicks();
            page.getByText("Báo cáo định kỳ của đơn vị").first().click();
            page.getByText("Điều chỉnh nhanh", new Page.GetByTextOptions().setExact(true))
                    .click();
            administrator.type(DAYS, "nhiều");
            page.locator("form:has(" + DAYS + ") .actions button").click();
            page.locator(".error-summary").waitFor();
            administrator.lookOnBoth("process-points-refused");
            assertThat(page.locator(DAYS)).hasValue("nhiều");
            page.fill(DAYS, "");
            administrator.type(DAYS, "7");
            page.locator("form:has(" + DAYS + ") .actions button").click();
            page.locator("h1:has-text('Điều chỉnh nhanh ngày')").waitFor();
            Assertions.assertThat(administrator.clicks() - before).isLessThan(10);
            administrator.goTo("/processes/unit-report/points");
            assertThat(page.locator(DAYS)).hasValue("7");
            administrator.lookOnBoth("process-points");
            administrator.hasNoComplaint();
        }
    }
}
