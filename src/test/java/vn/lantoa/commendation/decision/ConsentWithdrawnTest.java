package vn.lantoa.commendation.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.commendation.CommendationOutcome;
import vn.lantoa.commendation.Consents;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.commendation.NomineeErasure;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.testing.IntegrationTest;

/** The proposing unit records on the nomination's page that the nominee took the consent back: what stops, and what is hidden at once. */
@IntegrationTest
class ConsentWithdrawnTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    Consents consents;

    @Autowired
    JdbcClient jdbc;

    DecisionFixtures on;
    UnitId unit;
    Actor officer;
    LocalDate today;

    @BeforeEach
    void aTreeOfItsOwn() {
        on = new DecisionFixtures(context);
        unit = on.branch.a11;
        officer = on.branch.officer(unit);
        today = LocalDate.now();
    }

    @Test
    void a_level_goes_on_with_it_only_after_a_new_consent() throws Exception {
        var id = on.awards.nominate(unit, "GK_CTTT", on.name("Vũ Thị Thuận"));
        on.awards.through(id);
        var above = on.branch.officer(on.branch.a1);
        web.perform(get("/dossiers/nomination/{id}", id).with(user(officer.username())))
                .andExpect(content().string(containsString("Ghi nhận rút lại sự đồng ý")));
        withdraw(id, today);
        web.perform(get("/dossiers/nomination/{id}", id).with(user(above.username())))
                .andExpect(content().string(containsString("Rút lại sự đồng ý ngày")))
                .andExpect(content().string(containsString("rút lại sự đồng ý ngày " + WrittenDay.of(today))))
                .andExpect(content().string(not(containsString("consent-withdrawal"))));
        assertThat(told(above)).isEqualTo(1);
        assertThat(on.awards.attempt(above, id, "ReviewNomination", "propose", Map.of()))
                .isInstanceOf(Completion.Refused.class);

        on.awards.complete(above, id, "ReviewNomination", "return", Map.of("reason", "Cần phiếu đồng ý mới"));
        var answers = on.awards.answers("GK_CTTT", on.name("Vũ Thị Thuận"));
        answers.put("consentOn", today.minusDays(6).toString());
        assertThat(on.awards.attempt(officer, id, "DraftNomination", "submit", answers))
                .as("the old slip is no new consent")
                .isInstanceOf(Completion.Refused.class);
        assertThat(consents.withdrawnOn(id)).contains(today);
        answers.put("consentOn", today.toString());
        on.awards.complete(officer, id, "DraftNomination", "submit", answers);
        assertThat(consents.withdrawnOn(id)).isEmpty();
        on.awards.through(id);
        on.awards.through(id);
        assertThat(on.awards.state(id)).isEqualTo(NominationState.DECIDING);
    }

    @Test
    void a_decision_is_not_released_with_it() {
        var id = waiting("Vũ Thị Dừng");
        waiting("Vũ Thị Tiếp");
        var decision = on.draft(on.branch.a1, "GK_CTTT");
        on.approve(decision);
        on.number(decision);
        assertThat(consents.withdraw(officer, id, today)).isInstanceOf(CommendationOutcome.Done.class);
        assertThat(on.releaseOnly(decision))
                .isEqualTo(DecisionOutcome.Conflict.of(
                        "consent-withdrawn", on.awards.nomination(id).number()));
        var line = on.view(decision).items().stream()
                .filter(one -> one.nomination().equals(id))
                .findFirst()
                .orElseThrow();
        DecisionFixtures.done(context.getBean(AwardDecisions.class)
                .strike(on.officer(decision), decision, line.id(), "Rút lại sự đồng ý"));
        on.approve(decision);
        DecisionFixtures.done(on.releaseOnly(decision));
    }

    @Test
    void the_roll_of_honour_hides_the_name_at_once_by_the_page_and_by_a_request() throws Exception {
        var byPage = waiting("Vũ Thị Trang");
        var byRequest = waiting("Vũ Thị Yêu Cầu");
        on.released(on.branch.a1, "GK_CTTT");
        assertThat(honours()).contains("Vũ Thị Trang", "Vũ Thị Yêu Cầu");
        withdraw(byPage, today.minusDays(1));
        assertThat(honours()).doesNotContain("Vũ Thị Trang").contains("Vũ Thị Yêu Cầu");
        context.getBean(NomineeErasure.class).erase(null, byRequest, "request");
        assertThat(honours()).doesNotContain("Vũ Thị Yêu Cầu");
    }

    @Test
    void the_day_lies_between_consent_and_today_and_there_is_a_consent_to_withdraw() {
        var id = on.awards.nominate(unit, "GK_CTTT", on.name("Vũ Thị Ngày"));
        for (var day : new LocalDate[] {null, today.plusDays(1), today.minusDays(7)}) {
            assertThat(consents.withdraw(officer, id, day)).isInstanceOf(CommendationOutcome.Refused.class);
        }
        assertThat(consents.withdraw(officer, id, today)).isInstanceOf(CommendationOutcome.Done.class);
        assertThat(consents.withdraw(officer, id, today)).isInstanceOf(CommendationOutcome.Conflict.class);
        assertThat(consents.withdrawn(List.of(id))).containsExactly(id);
    }

    private NominationId waiting(String name) {
        return on.waiting(unit, "GK_CTTT", name, Map.of());
    }

    private void withdraw(NominationId id, LocalDate day) throws Exception {
        web.perform(post("/awards/nominations/{id}/consent-withdrawal", id)
                        .param("withdrawnOn", day.toString())
                        .with(user(officer.username()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(consents.withdrawnOn(id)).contains(day);
    }

    private String honours() throws Exception {
        return web.perform(get("/awards/honours")
                        .param("q", String.valueOf(on.awards.season))
                        .with(user(officer.username())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private int told(Actor whom) {
        return jdbc.sql("select count(*) from notice where kind = 'nomination.consent-withdrawn' and person_id = ?")
                .param(whom.id().value())
                .query(Integer.class)
                .single();
    }
}
