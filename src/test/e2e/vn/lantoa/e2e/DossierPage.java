package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What people do on the page of a report's dossier. */
final class DossierPage {

    private DossierPage() {}

    /** From the task list into the dossier of this unit, with the form there. */
    static Page open(Visitor visitor, String unit) {
        var page = visitor.page();
        page.locator(".row__title a", new Page.LocatorOptions().setHasText(unit))
                .first()
                .click();
        page.locator("lantoa-form .figures").waitFor();
        return page;
    }

    /** Presses the button of an outcome. */
    static void choose(Page page, String outcome) {
        page.locator("form#completion")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(outcome))
                .click();
    }

    /** "Phần còn lại: không phát sinh", confirmed once. */
    static void restIsNil(Page page) {
        page.locator(".figures__rest > button").click();
        page.locator(".figures__rest fieldset button.button--primary").click();
        assertThat(page.locator(".figures__progress .progress__text"))
                .containsText(java.util.regex.Pattern.compile("(\\d+)/\\1\\b"));
    }

    /** The step left the page. */
    static void gone(Page page, String step) {
        assertThat(page.locator("#step", new Page.LocatorOptions().setHasText(step)))
                .hasCount(0);
    }
}
