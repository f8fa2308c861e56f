package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import vn.lantoa.commendation.council.CouncilFixtures;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.TestDatabase;

/** A council meets: its chair runs it on a desk, its members vote on their phones. On a house of its own, since posting takes working days. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.job-execution.enabled=false")
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
class CouncilE2E {

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
    void a_council_is_held() {
        var on = new CouncilFixtures(context, 3);
        var agenda =
                List.of(on.waiting("Nguyễn Thị Hoà"), on.waiting("Trần Văn Bình"), on.waitingFlag("Tập thể May A11"));
        var session = on.planned(1, agenda);
        try (var manager = visitor(on.manager().username(), Visitor.DESK)) {
            manager.goTo("/awards/councils").lookOnBoth("councils");
            manager.goTo("/awards/councils/" + on.council + "?q=Nguyễn").lookOnBoth("council");
        }
        try (var chair = visitor(on.chair().username(), Visitor.DESK);
                var member = visitor(on.members.get(2).username(), Visitor.PHONE)) {
            var page = chair.goTo("/awards/councils/sessions/" + session + "/chair")
                    .page();
            chair.lookOnBoth("council-agenda");
            press(page, "form[action$='/opening'] button.button--primary");
            page.locator("select[name^='presence-']").first().waitFor();
            for (var place = 0; place < 3; place++) {
                page.locator("select[name^='presence-']").nth(place).selectOption("PRESENT");
            }
            press(page, "form[action$='/attendance'] button");
            assertThat(page.locator("form[action$='/attendance'] h2")).containsText("3/3");
            press(page, "section form[action$='/ballots'] >> nth=0 >> button");
            page.locator(".voted").first().waitFor();
            chair.lookOnBoth("council-chair");

            member.page().locator(".site__menu summary").click();
            member.page().locator(".site__menu a[href='/awards/councils']").click();
            member.page().locator(".row__title a").first().click();
            member.page().locator("#declaration").waitFor();
            member.lookOnBoth("council-declaration");
            press(member.page(), "#declaration button");
            member.page().locator("#ballot").waitFor();
            member.lookOnBoth("council-ballot");
            member.page().setViewportSize(Visitor.PHONE, 780);
            for (var choice : member.page().locator("#ballot input[value=YES]").all()) {
                choice.check();
            }
            press(member.page(), "#ballot button");
            assertThat(member.page().locator(".row .badge--done")).hasCount(3);
            member.lookOnBoth("council-voted");
            member.page().locator(".row__title a").first().click();
            member.lookOnBoth("council-case");
            member.hasNoComplaint();

            assertThat(page.locator(".voted").first()).containsText("1/3");
            for (var left = 3; left > 0; left--) {
                press(page, "form[action$='/count'] >> nth=0 >> button");
                assertThat(page.locator("form[action$='/count']")).hasCount(left - 1);
            }
            press(page, "form[action$='/closing'] button.button--primary");
            assertThat(page.locator("form[action$='/conclusions']")).hasCount(1);
            chair.lookOnBoth("council-closed");
            chair.hasNoComplaint();
        }
    }

    private Visitor visitor(String username, int width) {
        return new Visitor(chromium.browser(), "http://127.0.0.1:" + port, width).signIn(username, Branch.PASSWORD);
    }

    private static void press(Page page, String selector) {
        page.locator(selector).first().click();
        page.waitForLoadState();
    }
}
