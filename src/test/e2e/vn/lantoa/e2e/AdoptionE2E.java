package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import vn.lantoa.models.adoption.AdoptionFixtures;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.TestDatabase;

/** A model spreads: a superior invites on a desk, a unit answers on a phone, and both look at the tree. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.job-execution.enabled=false")
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
class AdoptionE2E {

    static Chromium chromium;

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void units_are_invited_and_one_writes_its_plan_on_a_phone() {
        var on = new AdoptionFixtures(context);
        var kind = on.kind("Tổ tự quản khu nhà trọ công nhân");
        try (var superior = visitor(on.branch.officer(on.branch.a1).username(), Visitor.DESK)) {
            superior.goTo("/models/adoptions/invitation");
            superior.page().selectOption("select[name=kind]", kind.toString());
            superior.page().locator("input[name=ticked]").first().check();
            superior.page().fill("#units", on.branch.unit(on.branch.a11).code() + "\nKHONG-CO");
            superior.lookOnBoth("model-invitation");
            superior.page()
                    .locator("form[action$='/invitation'] button.button--primary")
                    .click();
            assertThat(superior.page().locator("#results tbody tr")).hasCount(3);
            superior.lookOnBoth("model-invited");
            superior.goTo("/models/adoptions?whose=sent").lookOnBoth("model-adoptions");
            superior.hasNoComplaint();
        }
        try (var unit = visitor(on.branch.officer(on.branch.a11).username(), Visitor.PHONE)) {
            unit.goTo("/models/adoptions");
            unit.page().locator("tr[data-row] a").first().click();
            unit.page().locator("button[value=accept]").click();
            unit.page().waitForLoadState();
            unit.goTo("/models/adoptions");
            unit.page().locator("tr[data-row] a").first().click();
            unit.page().locator("lantoa-form textarea").first().waitFor();
            assertThat(unit.page().locator("lantoa-form textarea").first())
                    .hasValue("Giữ gìn an ninh, trật tự khu nhà trọ");
            unit.lookOnBoth("model-adoption-plan");
            unit.hasNoComplaint();
        }
    }

    @Test
    void the_tree_is_read_on_a_phone_and_unfolded_by_key() {
        var on = new AdoptionFixtures(context);
        var kind = on.kind("Tổ tự quản khu nhà trọ công nhân");
        var first = on.site(kind, on.branch.a, "Tổ tự quản khu nhà trọ Hòa Khánh", null, on.today.minusMonths(30));
        for (var n = 1; n <= 4; n++) {
            var second = on.site(kind, on.branch.a1, "Tổ tự quản số " + n, first, on.today.minusMonths(20 - n));
            for (var m = 1; m <= 5 * n; m++) {
                on.site(kind, on.branch.a11, "Tổ tự quản số " + n + "." + m, second, on.today.minusMonths(n));
            }
        }
        on.site(kind, on.branch.b, "Khu nhà trọ tự quản Tân Hương", null, on.today.minusMonths(8));
        try (var reader = visitor(on.branch.officer(on.branch.b1).username(), Visitor.PHONE)) {
            reader.goTo("/models/kinds/" + kind + "/spread");
            reader.lookOnBoth("model-spread");
            var folded = reader.page().locator(".spread details:not([open])").first();
            assertThat(folded).hasCount(1);
            var inside = reader.page().getByText("Tổ tự quản số 4.20");
            assertThat(inside).not().isVisible();
            folded.locator("summary").first().focus();
            reader.page().keyboard().press("Enter");
            assertThat(inside).isVisible();
            assertThat(reader.page().locator("#curve svg.trend__chart polyline"))
                    .hasCount(2);
            reader.hasNoComplaint();
        }
    }

    private Visitor visitor(String username, int width) {
        return new Visitor(chromium.browser(), "http://127.0.0.1:" + port, width).signIn(username, Branch.PASSWORD);
    }
}
