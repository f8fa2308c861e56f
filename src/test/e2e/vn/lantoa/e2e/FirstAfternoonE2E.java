package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From an empty installation to the first accepted report of a commune with 43 grassroots units, all of them from one XLSX. What each person
 * clicks and types on the way is counted and written to {@code src/docs/first-afternoon.md}.
 */
class FirstAfternoonE2E {

    private static final int UNITS = 43;
    private static final String COMMUNE = "Công đoàn xã Hòa Bình";
    private static final String PASSWORD = "mùa xuân nho nhỏ 2026";
    private static final Pattern ONE_TIME = Pattern.compile("one-time password (\\S+) \\(shown");

    private final List<String> counts = new ArrayList<>();

    @Test
    void a_province_starts_alone_in_an_afternoon(@TempDir Path folder) throws Exception {
        try (var chromium = Chromium.start();
                var jar = RunningJar.in(
                        folder,
                        "--lantoa.organization.seed=none",
                        "--lantoa.organization.root-code=LDLD-99",
                        "--lantoa.organization.root-name=LĐLĐ tỉnh Thử Nghiệm",
                        "--lantoa.organization.root-kind=PROVINCIAL_FEDERATION")) {
            assertThat(jar.startedIn())
                    .as("seconds to start, or of processor time where others had the machine")
                    .isLessThan(RunningJar.PROMISED_START);
            var codes = new Codes(new ArrayList<>());
            try (var administrator = new Visitor(chromium.browser(), jar.address(), Visitor.DESK)) {
                setUp(administrator, jar, FirstAfternoonFiles.unitsAndPeople(folder, COMMUNE, UNITS), codes);
                count("Quản trị", "đặt mật khẩu, nhập tệp 45 đơn vị và 3 cán bộ, in phiếu kích hoạt", administrator);
            }
            try (var officer = new Visitor(chromium.browser(), jar.address(), Visitor.DESK);
                    var leader = new Visitor(chromium.browser(), jar.address(), Visitor.PHONE);
                    var province = new Visitor(chromium.browser(), jar.address(), Visitor.DESK)) {
                activate(province, codes.of("Phạm Thị Hoa"));
                ask(province);
                activate(officer, codes.of("Trần Văn An"));
                answerForAll(officer, folder);
                answerForTheCommune(officer);
                activate(leader, codes.of("Nguyễn Thị Bình"));
                approve(leader);
                accept(province);
                count("Cán bộ xã", "kích hoạt, mở 43 báo cáo, điền bằng Excel, trình; báo cáo của xã", officer);
                count(
                        "Lãnh đạo xã",
                        "kích hoạt, duyệt 43 báo cáo nhập thay một lần, duyệt báo cáo của xã (điện thoại)",
                        leader);
                count("Cán bộ tỉnh", "kích hoạt, mở báo cáo cho xã, tiếp nhận", province);
                officer.hasNoComplaint();
                leader.hasNoComplaint();
                province.hasNoComplaint();
            }
        }
        Files.writeString(Path.of("src", "docs", "first-afternoon.md"), written());
    }

    private void setUp(Visitor administrator, RunningJar jar, Path file, Codes codes) throws IOException {
        var password = ONE_TIME.matcher(jar.log());
        assertThat(password.find())
                .as("the one-time password stands in the log")
                .isTrue();
        var page = administrator.goTo("/login").page();
        administrator.type("input[name=username]", "quantri1").type("input[name=password]", password.group(1));
        page.click("form[action$='/login'] button[type=submit]");
        administrator
                .type("#current", password.group(1))
                .type("#password", PASSWORD)
                .type("#repeated", PASSWORD);
        page.click("main form button[type=submit]");
        page.waitForURL(url -> url.endsWith("/welcome"));
        page.locator("a[href='/setup']:visible").first().click();
        administrator.lookOnBoth("first-setup");
        page.locator("a[href='/units']:visible").first().click();
        page.locator("main a", new Page.LocatorOptions().setHasText("LĐLĐ tỉnh Thử Nghiệm"))
                .first()
                .click();
        page.locator("a[href$='/imports']").click();
        administrator.upload("#file", file);
        page.locator("form[enctype] button").click();
        page.waitForURL(url -> url.contains("/imports/"));
        var apply = page.locator("form[action$='/application'] button");
        apply.waitFor();
        administrator.lookOnBoth("first-import-preview");
        apply.click();
        page.locator("a[href*='/slips']").click();
        page.locator("main form button.button--primary").last().click();
        page.locator(".slip").first().waitFor();
        administrator.lookOnBoth("first-slips");
        for (var slip : page.locator(".slip").all()) {
            codes.add(
                    slip.locator(".slip__name").innerText(),
                    slip.locator("code").innerText());
        }
        administrator.hasNoComplaint();
    }

    /** The code of the slip, as the QR code opens it. */
    private void activate(Visitor visitor, String code) {
        var page = visitor.goTo("/activation?code=" + code).page();
        page.click("main form button.button--primary");
        visitor.type("#password", PASSWORD).type("#repeated", PASSWORD);
        page.click("main form button.button--primary");
        page.waitForURL(url -> url.endsWith("/welcome"));
    }

    private void ask(Visitor province) {
        var page = province.page();
        page.locator("a[href='/tasks']:visible").first().click();
        page.locator("a[href='/reports']:visible").first().click();
        page.locator("details:has(#open-unit) > summary").click();
        page.selectOption("#open-unit", new SelectOption().setLabel(COMMUNE));
        page.locator("form:has(#open-unit) button").click();
        assertThat(page.locator("h1")).containsText("Báo cáo");
    }

    private void answerForAll(Visitor officer, Path folder) throws IOException {
        officer.lookOnBoth("first-welcome");
        var page = officer.page();
        page.locator("a[href='/tasks']:visible").first().click();
        page.locator("a[href='/reports']:visible").first().click();
        page.locator("a[href='/reports/grid']:visible").click();
        page.locator("form[action*='/openings'] button").click();
        page.locator("table.entry-grid tbody tr").last().waitFor();
        assertThat(page.locator("table.entry-grid tbody tr")).hasCount(UNITS);
        Download download =
                page.waitForDownload(() -> page.locator("a[href*='grid.xlsx']").click());
        var filled = folder.resolve("bieu.xlsx");
        download.saveAs(filled);
        FirstAfternoonFiles.fill(filled);
        officer.upload("#file", filled);
        page.locator("form[action*='/grid/file'] button").click();
        page.locator("text=sẽ ghi").first().waitFor();
        officer.lookOnBoth("first-grid-preview");
        page.locator("main form button.button--primary").click();
        assertThat(page.locator("section[role=status] summary")).containsText(UNITS + " dòng đã xong");
        officer.lookOnBoth("first-grid");
        page.locator("button[name=submit-all]").click();
        page.locator("summary:has-text('Đã trình lãnh đạo duyệt')").waitFor();
    }

    private void answerForTheCommune(Visitor officer) {
        officer.page().locator("a[href='/tasks']:visible").first().click();
        var page = DossierPage.open(officer, COMMUNE);
        officer.type("#figure-O2", "43").type("#figure-O3", "2.150");
        DossierPage.restIsNil(page);
        DossierPage.choose(page, "Trình duyệt");
        DossierPage.gone(page, "Lập báo cáo");
    }

    private void approve(Visitor leader) {
        var page = leader.goTo("/reports/approvals").page();
        leader.lookOnBoth("first-approvals");
        page.setViewportSize(Visitor.PHONE, 780);
        leader.type("input[name=count]", String.valueOf(UNITS));
        page.locator("main form[method=post] button.button--primary").click();
        assertThat(page.locator("section[role=status] summary")).containsText(UNITS + " dòng đã xong");
        leader.goTo("/tasks");
        DossierPage.open(leader, COMMUNE);
        DossierPage.choose(page, "Duyệt và gửi");
        DossierPage.gone(page, "Duyệt và gửi báo cáo");
    }

    private void accept(Visitor province) {
        province.goTo("/tasks");
        var page = DossierPage.open(province, COMMUNE);
        DossierPage.choose(page, "Tiếp nhận");
        DossierPage.gone(page, "Tiếp nhận báo cáo");
        province.goTo("/reports").lookOnBoth("first-accepted");
        assertThat(page.locator("main")).containsText("Đã tiếp nhận");
    }

    private void count(String who, String what, Visitor visitor) {
        counts.add("| %s | %s | %d | %d |".formatted(who, what, visitor.clicks(), visitor.keys()));
    }

    private String written() {
        return """
                # The first afternoon, counted

                From an empty installation to the first accepted report of a commune with %d grassroots units. Written by `FirstAfternoonE2E`, in a real
                browser: clicks and keys as the pages received them, a file chosen in the system's window counted as three clicks. Passwords of 21 letters,
                typed twice, are most of the keys. What is typed into Excel (%d cells) is not counted.

                | who | what | clicks | keys |
                |---|---|---|---|
                %s
                """
                .formatted(UNITS, 3 * UNITS, String.join("\n", counts));
    }

    /** Names and the codes of their slips. */
    private record Codes(List<String[]> all) {

        void add(String name, String code) {
            all.add(new String[] {name, code});
        }

        String of(String name) {
            return all.stream()
                    .filter(slip -> slip[0].equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no slip for " + name))[1];
        }
    }
}
