package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One campaign of one province from its opening to its closing: who asks, who follows, who accepts, who opens a total down. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CampaignE2E extends DemoE2E {

    private static final String PROVINCE = "LĐLĐ tỉnh Điện Biên";

    static String campaign;
    static String province;
    static List<ApiDesk.Sub> communes;

    @Test
    @Order(1)
    void a_branch_is_asked_followed_and_reminded() {
        try (var superior = visitor("canbo.tld", Visitor.DESK)) {
            var page = superior.goTo("/reports/campaigns").page();
            page.locator("details:has(#unit) > summary").click();
            page.selectOption("#unit", new SelectOption().setLabel(PROVINCE));
            page.selectOption("#period", "2026-Y");
            page.locator("form:has(#unit) button").click();
            page.locator("h1", new Page.LocatorOptions().setHasText("Đợt báo cáo năm 2026"))
                    .waitFor();
            assertThat(page.locator("#opening")).hasCount(0, new HasCountOptions().setTimeout(60_000));
            assertThat(page.locator("main .progress__text").first()).containsText("/15 đơn vị đã gửi");
            superior.lookOnBoth("campaign");
            page.locator("a[href$='/owing']").first().click();
            page.locator("textarea#reminder").waitFor();
            superior.lookOnBoth("campaign-owing");
            superior.hasNoComplaint();
            var at = page.url()
                    .replaceFirst(".*/campaigns/(\\d+)/units/(\\d+)/owing.*", "$1 $2")
                    .split(" ");
            campaign = at[0];
            province = at[1];
        }
        try (var officer = visitor("canbo.ldld-11", Visitor.PHONE)) {
            assertThat(officer.page()
                            .locator(".row__title a", new Page.LocatorOptions().setHasText(PROVINCE))
                            .first())
                    .containsText("Báo cáo năm 2026");
        }
        communes = api().below("canbo.tld", campaign, province);
    }

    @Test
    @Order(2)
    void what_has_no_warning_is_accepted_in_one_act_and_the_sum_opens_down_to_its_units() {
        var commune = communes.get(0);
        var below = api().below("canbo.tld", campaign, commune.unit());
        api().send(below.get(0), figures(4, "\"exact\""));
        api().send(below.get(1), figures(7, "\"about\""));
        api().send(
                        below.get(2),
                        "{\"A1\":{\"value\":1},\"D3\":{\"value\":2,\"reason\":\"Sáp nhập hai tổ ít hoạt động\"},\"D4\":{\"value\":21},"
                                + "\"B2\":{\"notStated\":true}}");
        try (var officer = visitor("canbo." + commune.code(), Visitor.DESK)) {
            var page = officer.goTo(of(commune.unit())).page();
            page.locator("a[href$='/acceptances']").first().click();
            page.locator("#count").waitFor();
            officer.lookOnBoth("campaign-acceptances");
            page.fill("#count", "2");
            page.locator("form:has(#count) button").click();
            assertThat(page.locator("main")).containsText("Đã tiếp nhận.");
            officer.lookOnBoth("campaign-accepted");

            officer.goTo("/reports/" + commune.report() + "/consolidation");
            assertThat(page.locator("main")).containsText("11 tổ");
            officer.lookOnBoth("consolidation");
            page.locator("a[href$='/consolidation/D3']").click();
            page.locator("h1", new Page.LocatorOptions().setHasText("Tổ tự quản"))
                    .waitFor();
            officer.lookOnBoth("consolidation-figure");
            officer.hasNoComplaint();
        }
    }

    @Test
    @Order(3)
    void a_leader_gives_a_flooded_branch_more_time_and_sees_the_trend() {
        try (var leader = visitor("lanhdao.ldld-11", Visitor.DESK)) {
            var page = leader.goTo(of(communes.get(1).unit())).page();
            page.locator("a[href$='/extension']").click();
            page.fill("#until", "2026-01-02");
            page.fill("#reason", "Lũ quét, mất điện nhiều ngày");
            page.locator("form:has(#until) button").click();
            assertThat(page.locator(".error:not(:empty)").first()).isVisible();
            leader.lookOnBoth("campaign-extension");
            leader.goTo(of(province) + "/trend");
            page.locator("svg").first().waitFor();
            leader.lookOnBoth("campaign-trend");
            leader.hasNoComplaint();
        }
    }

    @Test
    @Order(4)
    void accepted_reports_leave_and_come_in_as_a_signed_package() {
        try (var officer = visitor("canbo.tld", Visitor.DESK)) {
            var page = officer.goTo("/reports/packages").page();
            page.selectOption("#unit", new SelectOption().setLabel(PROVINCE));
            page.selectOption("#period", "2026-Y");
            officer.lookOnBoth("packages");
            var file = Path.of("target", "goi-bao-cao.zip");
            page.waitForDownload(() -> page.locator("form:has(#unit) button").click())
                    .saveAs(file);
            officer.upload("#file", file);
            page.locator("form:has(#file) button").click();
            page.locator("h1", new Page.LocatorOptions().setHasText(PROVINCE)).waitFor();
            officer.lookOnBoth("package");
            officer.hasNoComplaint();
        }
    }

    @Test
    @Order(5)
    void the_leader_closes_it_with_gaps_only_with_a_reason() {
        try (var leader = visitor("lanhdao.tld", Visitor.DESK)) {
            var page = leader.goTo(of(province)).page();
            page.locator("a[href$='/closing']").click();
            page.locator("form:has(#reason) button").click();
            assertThat(page.locator("#reason-error")).containsText("phải ghi lý do");
            leader.lookOnBoth("campaign-closing");
            page.fill("#reason", "Đã đôn đốc ba lần; các đơn vị còn lại báo cáo bổ sung trong quý I");
            page.locator("form:has(#reason) button").click();
            assertThat(page.locator("main")).containsText("Đã chốt");
            leader.lookOnBoth("campaign-closed");
            leader.hasNoComplaint();
        }
    }

    private static String figures(int groups, String qualifier) {
        return "{\"A1\":{\"value\":2},\"B1\":{\"value\":6},\"B2\":{\"value\":" + 120 * groups + ",\"qualifier\":"
                + qualifier
                + "},\"D1\":{\"value\":2},\"D2\":{\"value\":" + groups + "},\"D3\":{\"value\":" + groups
                + "},\"D4\":{\"value\":" + 12 * groups + "}}";
    }

    private static String of(String unit) {
        return "/reports/campaigns/" + campaign + "/units/" + unit;
    }
}
