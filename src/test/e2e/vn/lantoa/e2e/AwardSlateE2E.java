package vn.lantoa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.commendation.AwardFixtures;
import vn.lantoa.commendation.CommendationOutcome;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NominationProgress;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.engine.EngineTime;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.TestDatabase;

/**
 * A leader decides on thirty nominations on one screen, and each is answered for. On a house of its own: days must pass until an attestation
 * has run out.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.job-execution.enabled=false")
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
class AwardSlateE2E {

    private static final int MANY = 30;
    private static final int LAPSED = 3;
    private static final List<String> FAMILIES = List.of("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ");
    private static final List<String> GIVEN =
            List.of("Thị Bích Liễu", "Văn Quyết", "Thị Nhàn", "Đình Khuê", "Thị Mười");
    private static final List<String> DEEDS = List.of(
            "Nòng cốt của tổ tự quản khu nhà trọ công nhân, vận động 40 phòng trọ ký cam kết",
            "Tổ chức 6 buổi tuyên truyền về phòng cháy và an ninh trật tự trong ca làm việc",
            "Sáng kiến sổ tay an toàn bỏ túi cho công nhân mới, được toàn công ty dùng");

    static Chromium chromium;

    @Autowired
    ApplicationContext context;

    @Autowired
    HouseClock house;

    @Autowired
    EngineTime engine;

    @LocalServerPort
    int port;

    AwardFixtures award;

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

    @AfterEach
    void todayAgain() {
        ahead(Duration.ZERO);
    }

    @Test
    void a_leader_decides_thirty_on_one_screen_and_each_is_answered_for() {
        award = new AwardFixtures(context);
        var commune = award.branch.a1;
        var leader = award.branch.leader(commune);
        var ids = IntStream.range(0, MANY).mapToObj(this::toSign).toList();
        ahead(Duration.ofDays(12));
        try (var desk = visitor(leader, Visitor.DESK)) {
            var page = desk.goTo("/awards/slates/" + commune + "/approvals").page();
            var rows = page.locator("tbody input[name=nomination]");
            assertThat(rows).hasCount(MANY);
            assertThat(page.locator("tbody input[name=nomination]:checked")).hasCount(MANY - LAPSED);
            assertThat(page.locator("tbody tr").first()).containsText("xác nhận");
            assertThat(page.locator("[data-chosen]")).hasText(String.valueOf(MANY - LAPSED));
            desk.lookOnBoth("award-approvals");

            rows.nth(MANY - 1).uncheck();
            page.fill("#reason", "Đã xem từng hồ sơ");
            decide(page, "approve", MANY);
            assertThat(page.locator(".notice--error")).containsText("đang chọn " + (MANY - LAPSED - 1) + " hồ sơ");
            assertThat(rows.nth(MANY - 1)).not().isChecked();
            assertThat(page.locator("#reason")).hasValue("Đã xem từng hồ sơ");

            meanwhile(leader, ids.get(10), ids.get(11));
            page.locator("[data-choose-all]").check();
            assertThat(page.locator("[data-chosen]")).hasText(String.valueOf(MANY));
            decide(page, "approve", MANY);
            var results = page.locator("section[role=status]");
            assertThat(results.locator("summary")).containsText((MANY - LAPSED - 2) + " hồ sơ đã xong");
            assertThat(results).containsText((LAPSED + 2) + " hồ sơ chưa thực hiện được");
            assertThat(line(results, ids.get(10))).containsText("Đã rút");
            assertThat(line(results, ids.get(11))).containsText("Đang lập hồ sơ");
            for (var lapsed : ids.subList(0, LAPSED)) {
                assertThat(line(results, lapsed)).containsText("đã hết giá trị");
            }
            desk.lookOnBoth("award-approvals-result");

            assertThat(rows).hasCount(LAPSED);
            page.locator("[data-choose-all]").check();
            page.fill("#reason", "Bổ sung xác nhận còn hiệu lực.");
            decide(page, "return", LAPSED);
            assertThat(results.locator("summary")).containsText(LAPSED + " hồ sơ đã xong: Đã trả lại để bổ sung.");
            desk.hasNoComplaint();
        }
        assertThat(ids.subList(0, LAPSED))
                .allSatisfy(id -> assertThat(award.state(id)).isEqualTo(NominationState.DRAFT));
        assertThat(ids.subList(LAPSED + 9, MANY))
                .allSatisfy(id -> assertThat(award.state(id)).isIn(NominationState.DECIDING, NominationState.REVIEW));
    }

    @Test
    void a_committees_meeting_is_entered_once_for_all_it_decided() {
        award = new AwardFixtures(context);
        var union = award.branch.a12;
        for (var given : GIVEN) {
            var id = award.nominate(union, "GK_CDCS", "Bùi " + given);
            award.propose(id);
            context.getBean(NominationProgress.class).postingClosed(id, false);
        }
        try (var desk = visitor(award.branch.leader(union), Visitor.DESK)) {
            var page = desk.goTo("/awards/slates/" + union + "/approvals").page();
            assertThat(page.locator("tbody tr")).hasCount(GIVEN.size());
            desk.lookOnBoth("award-committee");
            page.locator("tbody input").last().uncheck();
            page.fill("#members", "9");
            page.fill("#present", "8");
            page.fill("#inFavour", "7");
            page.fill("#metOn", LocalDate.now(context.getBean(Clock.class)).toString());
            page.fill("#committee-count", String.valueOf(GIVEN.size() - 1));
            page.locator("form[action$='/committee'] button").click();
            assertThat(page.locator("section[role=status] summary")).containsText("4 hồ sơ đã xong");
            assertThat(page.locator("form[action$='/approvals'] tbody tr")).hasCount(GIVEN.size() - 1);
            assertThat(page.locator("form[action$='/committee'] tbody tr")).hasCount(1);
            desk.hasNoComplaint();
        }
    }

    /** One passed its own union and everything at the commune but the signature; the attestation of the first ones runs out in ten days. */
    private NominationId toSign(int one) {
        var union = one % 2 == 0 ? award.branch.a11 : award.branch.a12;
        var id = award.draft(union);
        award.complete(award.branch.officer(union), id, "DraftNomination", "submit", answers(one));
        award.through(id);
        award.propose(id);
        var progress = context.getBean(NominationProgress.class);
        assertThat(progress.postingClosed(id, false)).isTrue();
        progress.voted(id, true);
        assertThat(award.state(id)).isEqualTo(NominationState.SIGNING);
        return id;
    }

    private Map<String, Object> answers(int one) {
        var title = one % 5 == 4 ? "BK_LDLD" : "GK_CTTT";
        var answers = one % 7 == 6
                ? award.collectiveAnswers(title, "Tổ tự quản khu nhà trọ số " + one)
                : award.answers(title, name(one));
        answers.put("achievement", DEEDS.get(one % DEEDS.size()));
        if (one < LAPSED) {
            answers.put(
                    "attestedUntil",
                    LocalDate.now(context.getBean(Clock.class)).plusDays(10).toString());
        }
        return answers;
    }

    private static String name(int one) {
        return FAMILIES.get(one % FAMILIES.size()) + " " + GIVEN.get(one / FAMILIES.size() % GIVEN.size());
    }

    /** While the page lies open: a union takes one back, and the leader returns another from a telephone. */
    private void meanwhile(Actor leader, NominationId withdrawn, NominationId returned) {
        var proposer = award.branch.officer(unitOf(withdrawn));
        assertThat(context.getBean(Nominations.class).withdraw(proposer, withdrawn, "Đơn vị xin rút"))
                .isInstanceOf(CommendationOutcome.Done.class);
        award.complete(leader, returned, "SignProposal", "return", Map.of("reason", "Bổ sung số liệu"));
    }

    private UnitId unitOf(NominationId id) {
        return award.nomination(id).proposer();
    }

    private Locator line(Locator results, NominationId id) {
        return results.locator(
                "li",
                new Locator.LocatorOptions().setHasText(award.nomination(id).number()));
    }

    private static void decide(Page page, String outcome, int count) {
        page.check("input[name=outcome][value=" + outcome + "]");
        page.fill("#count", String.valueOf(count));
        page.locator("form[action$='/approvals'] button").click();
        page.waitForLoadState();
    }

    private void ahead(Duration offset) {
        house.setOffset(offset);
        engine.setOffset(offset);
    }

    private Visitor visitor(Actor actor, int width) {
        return new Visitor(chromium.browser(), "http://127.0.0.1:" + port, width)
                .signIn(actor.username(), Branch.PASSWORD);
    }
}
