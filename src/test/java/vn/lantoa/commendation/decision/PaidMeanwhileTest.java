package vn.lantoa.commendation.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.organization.UnitId;
import vn.lantoa.testing.IntegrationTest;

/** Sums that another decision changes, a namesake, a body outside: who is paid what in the end, and who approved it. */
@IntegrationTest
class PaidMeanwhileTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    AwardDecisions decisions;

    @Autowired
    Namesakes namesakes;

    DecisionFixtures on;
    UnitId commune;
    UnitId root;

    @BeforeEach
    void aTreeOfItsOwn() {
        on = new DecisionFixtures(context);
        commune = on.branch.a1;
        root = on.branch.root;
    }

    @Test
    void sums_changed_after_the_approval_are_approved_again_before_the_release() throws Exception {
        person("GK_CTTT");
        person("BK_TLD");
        var high = on.draft(root, "BK_TLD");
        on.approve(high);
        on.number(high);
        assertThat(on.view(high).paidMeanwhile()).isFalse();
        on.released(commune, "GK_CTTT");
        assertThat(on.releaseOnly(high)).isEqualTo(DecisionOutcome.Conflict.of("paid-meanwhile"));
        var leader = user(on.branch.leader(root).username());
        web.perform(get("/awards/decisions/{id}", high).with(leader))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Xin xem lại và duyệt lại")));
        web.perform(post("/awards/decisions/{id}/approval", high).with(leader).with(csrf()))
                .andExpect(status().is3xxRedirection());
        DecisionFixtures.done(on.releaseOnly(high));
        assertThat(on.first(high).amount()).isEqualTo(2_800_000);
        assertThat(decisions.approve(on.branch.leader(root), high)).isEqualTo(DecisionOutcome.Conflict.of("not-draft"));
    }

    @Test
    void a_namesake_is_paid_in_full_once_the_officer_says_how_it_is_known() throws Exception {
        person("GK_CTTT");
        person("BK_TLD");
        on.released(commune, "GK_CTTT");
        var high = on.draft(root, "BK_TLD");
        var line = on.first(high).id();
        on.approve(high);
        var officer = on.officer(high);
        assertThat(namesakes.apart(officer, high, line, " ")).isInstanceOf(DecisionOutcome.Refused.class);
        web.perform(post("/awards/decisions/{id}/namesakes", high)
                        .param("line", String.valueOf(line))
                        .param("reason", "Khác đơn vị công tác, đã đối chiếu danh sách đoàn viên")
                        .with(user(officer.username()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(on.view(high).decision().state()).isEqualTo(Decision.State.DRAFT);
        assertThat(on.first(high).amount()).isEqualTo(3_510_000);
        assertThat(namesakes.apart(officer, high, line, "Lần nữa"))
                .isEqualTo(DecisionOutcome.Conflict.of("not-reduced"));
        on.release(high);
        assertThat(on.first(high).amount()).isEqualTo(3_510_000);
        assertThat(namesakes.apart(officer, high, line, "Lần nữa")).isEqualTo(DecisionOutcome.Conflict.of("released"));
        web.perform(get("/awards/decisions/{id}", high).with(user(officer.username())))
                .andExpect(content().string(containsString("đã xác định là người khác")));
    }

    @Test
    void what_a_body_outside_pays_for_the_same_theme_counts() {
        var outside = on.waiting(on.branch.a, "BK_BCA", "Hồ Thị Hai", Map.of());
        on.waiting(on.branch.a, "BK_TLD_CD", "Hồ Thị Hai", Map.of());
        assertThat(on.awards.state(outside)).isEqualTo(NominationState.OUTSIDE);
        on.awards.complete(
                on.branch.officer(root),
                outside,
                "EnterOutsideDecision",
                "granted",
                Map.of(
                        "number",
                        "88/QĐ-BCA",
                        "date",
                        LocalDate.now().minusDays(1).toString(),
                        "issuer",
                        "Bộ trưởng Bộ Công an"));
        var own = on.first(on.draft(root, "BK_TLD_CD"));
        assertThat(own.full()).isEqualTo(3_510_000);
        assertThat(own.amount()).isZero();
        assertThat(own.paidBy()).startsWith("88/QĐ-BCA (");
    }

    @Test
    void of_two_decisions_released_at_one_moment_one_sees_the_other() throws Exception {
        person("GK_CTTT");
        person("BK_TLD");
        var both = List.of(on.draft(commune, "GK_CTTT"), on.draft(root, "BK_TLD"));
        both.forEach(id -> {
            on.approve(id);
            on.number(id);
        });
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(2);
        var answers = both.stream()
                .map(id -> pool.submit(() -> {
                    start.await();
                    return on.releaseOnly(id);
                }))
                .toList();
        start.countDown();
        var done = 0;
        for (var answer : answers) {
            if (answer.get() instanceof DecisionOutcome.Done) {
                done++;
            } else {
                assertThat(answer.get()).isEqualTo(DecisionOutcome.Conflict.of("paid-meanwhile"));
            }
        }
        pool.shutdown();
        assertThat(done).isEqualTo(1);
    }

    private void person(String title) {
        on.waiting(commune, title, "Hồ Thị Hai", Map.of());
    }
}
