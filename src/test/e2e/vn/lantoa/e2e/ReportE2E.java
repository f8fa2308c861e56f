package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One report from draft to acceptance in a real browser, by the people who do it, on the packaged jar with the demo. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportE2E extends DemoE2E {

    private static final String UNIT = "LĐLĐ tỉnh Lào Cai";
    private static final String CODE = "ldld-15";

    @Test
    @Order(1)
    void the_demo_starts_in_the_promised_time_and_says_who_can_sign_in() throws Exception {
        assertThat(jar.startedIn())
                .as("seconds to start, or of processor time where others had the machine")
                .isLessThan(RunningJar.PROMISED_START);
        assertThat(jar.log()).contains("lanhdao.ldld-48").contains(jar.address());
    }

    @Test
    @Order(2)
    void the_superior_opens_a_report() {
        try (var officer = visitor("canbo.tld", Visitor.DESK)) {
            officer.goTo("/reports");
            var page = officer.page();
            page.locator("details:has(#open-unit) > summary").click();
            page.selectOption("#open-unit", new com.microsoft.playwright.options.SelectOption().setLabel(UNIT));
            page.selectOption("#open-period", "2026-Y");
            officer.look("reports-desk");
            page.locator("form:has(#open-unit) button").click();
            assertThat(page.locator("h1")).containsText("Báo cáo năm 2026");
            officer.hasNoComplaint();
        }
    }

    @Test
    @Order(3)
    void an_officer_fills_and_submits_it_on_a_phone() {
        try (var officer = visitor("canbo." + CODE, Visitor.PHONE)) {
            officer.look("tasks-phone");
            var page = officer.page();
            page.locator(".row__title a").first().click();
            var number = page.locator("#figure-O2");
            number.waitFor();
            number.fill("1.385");
            page.locator("#figure-O3").fill("106.037");
            officer.look("report-draft-phone");
            DossierPage.restIsNil(page);
            page.locator("textarea").first().fill("Ban hành 02 kế hoạch, phối hợp với Công an tỉnh.");
            DossierPage.choose(page, "Trình duyệt");
            DossierPage.gone(page, "Lập báo cáo");
            officer.hasNoComplaint();
        }
    }

    @Test
    @Order(4)
    void a_checker_passes_it_and_the_leader_approves_on_a_phone() {
        passAndApprove();
    }

    @Test
    @Order(5)
    void the_superior_returns_it_with_a_reason() {
        try (var officer = visitor("canbo.tld", Visitor.DESK)) {
            var page = DossierPage.open(officer, UNIT);
            officer.look("report-accept-desk");
            DossierPage.choose(page, "Trả lại để bổ sung");
            assertThat(page.locator("lantoa-form")).containsText("bắt buộc");
            page.getByLabel("Lý do trả lại").fill("Đề nghị rà soát lại số đoàn viên.");
            DossierPage.choose(page, "Trả lại để bổ sung");
            DossierPage.gone(page, "Tiếp nhận báo cáo");
            officer.hasNoComplaint();
        }
    }

    @Test
    @Order(6)
    void the_officer_corrects_it_and_it_goes_up_again() {
        try (var officer = visitor("canbo." + CODE, Visitor.PHONE)) {
            var page = DossierPage.open(officer, UNIT);
            assertThat(page.locator("#story")).containsText("Đề nghị rà soát lại số đoàn viên.");
            page.locator("#figure-O3").fill("106.137");
            DossierPage.choose(page, "Trình duyệt");
            DossierPage.gone(page, "Lập báo cáo");
            officer.hasNoComplaint();
        }
        passAndApprove();
    }

    @Test
    @Order(7)
    void the_superior_accepts_it_and_the_dossier_tells_the_story() {
        try (var officer = visitor("canbo.tld", Visitor.PHONE)) {
            var page = DossierPage.open(officer, UNIT);
            DossierPage.choose(page, "Tiếp nhận");
            DossierPage.gone(page, "Tiếp nhận báo cáo");
            officer.hasNoComplaint();
        }
        try (var officer = visitor("canbo." + CODE, Visitor.DESK)) {
            officer.goTo("/reports");
            officer.page().locator("tr[data-row] a").first().click();
            var story = officer.page().locator("#story .timeline > li");
            assertThat(story.count()).isGreaterThanOrEqualTo(9);
            assertThat(officer.page().locator("main")).containsText("106.137");
            officer.look("dossier-accepted-desk");
            officer.page().locator("a[href$='/diagram']").click();
            assertThat(officer.page().locator("lantoa-diagram svg").first()).isVisible();
            officer.look("diagram-desk");
            officer.hasNoComplaint();
        }
    }

    private void passAndApprove() {
        try (var checker = visitor("kiemtra." + CODE, Visitor.DESK)) {
            var page = DossierPage.open(checker, UNIT);
            checker.look("report-check-desk");
            DossierPage.choose(page, "Đạt yêu cầu");
            DossierPage.gone(page, "Kiểm tra báo cáo");
            checker.hasNoComplaint();
        }
        try (var leader = visitor("lanhdao." + CODE, Visitor.PHONE)) {
            var page = DossierPage.open(leader, UNIT);
            leader.look("report-approve-phone");
            DossierPage.choose(page, "Duyệt và gửi");
            DossierPage.gone(page, "Duyệt và gửi báo cáo");
            leader.hasNoComplaint();
        }
    }
}
