package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIRequest;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Thirty nominations marked, closed, signed and decided on one screen each; the decision numbered, released, verified and honoured. */
class AwardDecisionE2E extends DemoE2E {

    private static final String UNIT = "ldld-04";
    private static final int MANY = 30;
    private static final Pattern ID = Pattern.compile("\"id\":\"?([A-Za-z0-9-]+)\"?");

    @Test
    void thirty_are_decided_on_one_screen_and_released() {
        try (var playwright = Playwright.create()) {
            var officer = program(playwright, "canbo." + UNIT);
            var unit = first(officer.get("/api/v1/units?q=Cao+B%E1%BA%B1ng"));
            officer.post("/api/v1/units/" + unit + "/seasons", body(Map.of("year", 2026)));
            for (var one = 1; one <= MANY; one++) {
                nominate(officer, unit, one);
            }
            marked(unit);
            signed(unit);
            released(unit);
        }
    }

    private void marked(String unit) {
        try (var officer = visitor("canbo." + UNIT, Visitor.DESK)) {
            var page = officer.goTo("/awards/slates/" + unit).page();
            assertThat(page.locator("tbody tr")).hasCount(MANY);
            page.locator("tbody select").first().selectOption("PROPOSE");
            assertThat(page.locator("#counters")).containsText("1/1 (100%)");
            officer.lookOnBoth("award-slate");
            for (var row = 0; row < MANY; row++) {
                page.locator("tbody select").nth(row).selectOption("PROPOSE");
                page.locator("tbody input[type=checkbox]").nth(row).check();
            }
            page.locator("button[formaction$='/closing']").click();
            assertThat(page.locator("section[role=status] summary")).containsText(MANY + " hồ sơ đã xong");
            officer.hasNoComplaint();
        }
    }

    private void signed(String unit) {
        try (var leader = visitor("lanhdao." + UNIT, Visitor.DESK)) {
            var page = leader.goTo("/awards/slates/" + unit + "/approvals").page();
            leader.lookOnBoth("award-approvals");
            leader.hasNoComplaint();
        }
    }

    private void released(String unit) {
        try (var officer = visitor("canbo." + UNIT, Visitor.DESK)) {
            officer.goTo("/awards/slates/" + unit + "/postings").lookOnBoth("award-postings");
            officer.goTo("/awards/units/" + unit + "/decisions").lookOnBoth("award-decisions");
            officer.goTo("/awards/honours").lookOnBoth("award-honours");
            officer.hasNoComplaint();
        }
        try (var anybody = visitor(Visitor.PHONE)) {
            anybody.goTo("/verify/22222-ABCDE").lookOnBoth("award-verify");
            assertThat(anybody.page().locator("main")).containsText("Không có quyết định nào mang mã này");
        }
    }

    private static void nominate(APIRequestContext officer, String unit, int one) {
        var nomination = first(officer.post("/api/v1/nominations", body(Map.of("unit", unit))));
        var tasks = officer.get("/api/v1/tasks?process=nomination&size=100").text();
        var at = tasks.indexOf("\"id\":\"" + nomination + "\"");
        var task = tasks.substring(0, at).replaceAll("(?s).*\\{\"id\":\"([^\"]+)\".*", "$1");
        var answers = new HashMap<String, Object>();
        var today = LocalDate.of(2026, 11, 1);
        answers.put("title", "BK_LDLD");
        answers.put("whom", "person");
        answers.put("name", "Nguyễn Thị Mẫu " + one);
        answers.put("sex", "FEMALE");
        answers.put("birthYear", 1960 + one);
        answers.put("post", "Công nhân");
        answers.put("directWorker", true);
        answers.put("periodFrom", today.minusYears(1).toString());
        answers.put("periodTo", today.minusDays(20).toString());
        answers.put("achievement", "Nòng cốt của tổ tự quản khu nhà trọ công nhân");
        answers.put("registration", "DONE");
        answers.put("clear", "yes");
        answers.put("attestedBy", "Công đoàn cấp trên trực tiếp");
        answers.put("attestedOn", today.minusDays(5).toString());
        answers.put("consentOn", today.minusDays(6).toString());
        answers.put("consentChannel", "PAPER");
        answers.put("publicName", true);
        var done = officer.post(
                "/api/v1/tasks/" + task + "/completion", body(Map.of("outcome", "submit", "answers", answers)));
        org.assertj.core.api.Assertions.assertThat(done.status()).as(done.text()).isEqualTo(204);
    }

    private static String first(APIResponse answer) {
        var found = ID.matcher(answer.text());
        org.assertj.core.api.Assertions.assertThat(found.find()).as(answer.text()).isTrue();
        return found.group(1);
    }

    private static RequestOptions body(Map<String, ?> json) {
        return RequestOptions.create().setData(json);
    }

    private static APIRequestContext program(Playwright playwright, String username) {
        var basic = Base64.getEncoder().encodeToString((username + ":lantoa-demo-2026").getBytes());
        return playwright.request()
                .newContext(new APIRequest.NewContextOptions()
                        .setBaseURL(jar.address())
                        .setExtraHTTPHeaders(Map.of("Authorization", "Basic " + basic)));
    }
}
