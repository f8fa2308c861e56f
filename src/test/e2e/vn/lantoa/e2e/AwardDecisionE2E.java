package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIRequest;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Thirty nominations decided on one screen; a decision drafted, approved, numbered, released, verified and found in the roll of honour. */
class AwardDecisionE2E extends DemoE2E {

    private static final String COMMUNE = "cdx-11-tuangiao";
    private static final String WORKPLACE = "cdcs-48-haichau-3";
    private static final int MANY = 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void thirty_are_decided_on_one_screen() throws IOException {
        try (var playwright = Playwright.create()) {
            var officer = program(playwright, "canbo." + COMMUNE);
            var unit = json(officer.get("/api/v1/me")).at("/posts/0/unit/id").asText();
            for (var one = 1; one <= MANY; one++) {
                nominate(officer, unit, one);
            }
        }
        try (var officer = visitor("canbo." + COMMUNE, Visitor.DESK)) {
            var page = officer.goTo("/awards/slates").page();
            assertThat(page.locator("tbody tr")).hasCount(MANY);
            page.locator("tbody select").first().selectOption("PROPOSE");
            assertThat(page.locator("#counters")).containsText("1/1 (100%)");
            officer.lookOnBoth("award-slate");
            for (var row = 0; row < MANY; row++) {
                page.locator("tbody select").nth(row).selectOption(row == MANY - 1 ? "RESERVE" : "PROPOSE");
                page.locator("tbody input[type=checkbox]").nth(row).check();
            }
            page.locator("button[formaction$='/closing']").click();
            assertThat(page.locator("section[role=status] summary")).containsText(MANY + " hồ sơ đã xong");
            officer.look("award-slate-closed-desk");
            page = officer.goTo("/awards/postings").page();
            page.locator("form[action*='/postings'] button.button--primary").click();
            page.locator("a[href*='/awards/postings/']").first().click();
            assertThat(page.locator("tbody tr")).hasCount(MANY - 1);
            officer.lookOnBoth("award-posting");
            officer.hasNoComplaint();
        }
        try (var leader = visitor("lanhdao." + COMMUNE, Visitor.DESK)) {
            leader.goTo("/awards/slates")
                    .page()
                    .locator("nav a[href$='/approvals']")
                    .click();
            leader.lookOnBoth("award-approvals-none");
            leader.hasNoComplaint();
        }
    }

    @Test
    void a_decision_is_released_and_verified() {
        try (var officer = visitor("canbo." + WORKPLACE, Visitor.DESK);
                var leader = visitor("lanhdao." + WORKPLACE, Visitor.DESK)) {
            var page = officer.goTo("/awards/decisions").page();
            officer.lookOnBoth("award-decisions");
            page.locator("form[action*='/decisions'] button.button--primary")
                    .first()
                    .click();
            page.locator("main code").waitFor();
            var code = page.locator("main code").innerText();
            var address = page.url().replaceAll("^https?://[^/]+", "");

            leader.goTo(address)
                    .page()
                    .locator("form[action$='/approval'] button")
                    .click();
            assertThat(leader.page().locator("main")).containsText("Đã duyệt, chưa công bố");
            try (var records = visitor("vanthu." + WORKPLACE, Visitor.DESK)) {
                records.goTo("/documents")
                        .page()
                        .locator("form[action$='/number'] button")
                        .first()
                        .click();
                assertThat(records.page().locator("main")).containsText("/QĐ-CĐCS");
            }
            leader.goTo(address).lookOnBoth("award-decision");
            leader.page().locator("form[action$='/release'] button").click();
            assertThat(leader.page().locator("main")).containsText("Đã công bố");
            officer.goTo(address).page().locator("details summary").last().click();
            officer.lookOnBoth("award-decision-released");
            officer.goTo("/awards/honours").lookOnBoth("award-honours");
            assertThat(officer.page().locator("tbody tr").first()).isVisible();
            officer.hasNoComplaint();
            leader.hasNoComplaint();
            try (var anybody = visitor(Visitor.PHONE)) {
                anybody.goTo("/verify").page().fill("#code", code.toLowerCase());
                anybody.page().locator("form button").click();
                assertThat(anybody.page().locator("main")).containsText("đang có hiệu lực");
                anybody.lookOnBoth("award-verify");
                anybody.hasNoComplaint();
            }
        }
    }

    private static void nominate(APIRequestContext officer, String unit, int one) throws IOException {
        var nomination = json(officer.post("/api/v1/nominations", body(Map.of("unit", unit))))
                .get("id")
                .asText();
        var task = "";
        for (var open :
                json(officer.get("/api/v1/tasks?process=nomination&size=100")).get("items")) {
            task = open.at("/dossier/id").asText().equals(nomination)
                    ? open.get("id").asText()
                    : task;
        }
        var done = officer.post(
                "/api/v1/tasks/" + task + "/completion", body(Map.of("outcome", "submit", "answers", answers(one))));
        org.assertj.core.api.Assertions.assertThat(done.status())
                .as(done.text())
                .isEqualTo(204);
    }

    private static Map<String, Object> answers(int one) {
        var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        var answers = new HashMap<String, Object>();
        answers.put("title", one % 3 == 0 ? "BK_LDLD" : "GK_CTTT");
        answers.put("whom", "person");
        answers.put("name", (one % 2 == 0 ? "Lò Thị Mẫu " : "Quàng Văn Mẫu ") + (char) ('A' + one % 26) + one);
        answers.put("sex", one % 2 == 0 ? "FEMALE" : "MALE");
        answers.put("birthYear", 1960 + one);
        answers.put("post", one % 4 == 0 ? "Tổ trưởng sản xuất" : "Công nhân chế biến chè");
        answers.put("directWorker", one % 4 != 0);
        answers.put("periodFrom", today.minusYears(1).toString());
        answers.put("periodTo", today.minusDays(20).toString());
        answers.put("achievement", "Nòng cốt của tổ tự quản khu nhà trọ công nhân, vận động 40 phòng trọ ký cam kết");
        answers.put("results", "Giữ vững an ninh, trật tự tại nơi làm việc; phong trào được duy trì đều.");
        answers.put("registration", "DONE");
        answers.put("clear", "yes");
        answers.put("attestedBy", "Công đoàn cấp trên trực tiếp");
        answers.put("attestedOn", today.minusDays(5).toString());
        answers.put("consentOn", today.minusDays(6).toString());
        answers.put("consentChannel", "PAPER");
        answers.put("publicName", true);
        return answers;
    }

    private static JsonNode json(APIResponse answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private static RequestOptions body(Map<String, ?> json) {
        return RequestOptions.create().setData(json);
    }

    private static APIRequestContext program(Playwright playwright, String username) {
        var basic = Base64.getEncoder().encodeToString((username + ":lantoa-demo-2026").getBytes());
        return playwright
                .request()
                .newContext(new APIRequest.NewContextOptions()
                        .setBaseURL(jar.address())
                        .setExtraHTTPHeaders(Map.of("Authorization", "Basic " + basic)));
    }
}
