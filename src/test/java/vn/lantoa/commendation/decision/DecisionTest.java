package vn.lantoa.commendation.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.lantoa.commendation.decision.DecisionWalk.done;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.Papers;

/** A decision from draft to release and what may still be done to it; who learns of it when. */
@IntegrationTest
class DecisionTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    AwardDecisions decisions;

    @Autowired
    Releases releases;

    @Autowired
    Amendments amendments;

    @Autowired
    Verifications verifications;

    @Autowired
    JdbcClient jdbc;

    DecisionWalk on;

    @BeforeEach
    void nominationsThatWaitForADecision() {
        on = new DecisionWalk(context);
    }

    @Test
    void a_decision_is_drafted_approved_by_another_numbered_and_released() throws Exception {
        assertThat(decisions.waiting(on.officer, on.branch.a1, on.awards.season))
                .hasSize(3);
        var id = on.draft();
        assertThat(decisions.draft(on.officer, on.branch.a1, on.awards.season, "GK_CTTT", List.of()))
                .isInstanceOf(DecisionOutcome.Conflict.class);
        var struck = on.line(id, on.ids.get(2));
        assertThat(decisions.strike(on.officer, id, struck, " ")).isInstanceOf(DecisionOutcome.Refused.class);
        assertThat(decisions.strike(on.officer, id, struck, "Hồ sơ cần bổ sung"))
                .isInstanceOf(DecisionOutcome.Done.class);

        assertThat(releases.release(on.leader, id)).isEqualTo(DecisionOutcome.Conflict.of("not-approved"));
        jdbc.sql("update award_decision set drafted_by = ? where id = ?")
                .params(on.leader.id().value(), id.value())
                .update();
        assertThat(decisions.approve(on.leader, id)).isEqualTo(DecisionOutcome.Conflict.of("four-eyes"));
        jdbc.sql("update award_decision set drafted_by = ? where id = ?")
                .params(on.officer.id().value(), id.value())
                .update();
        assertThat(decisions.approve(on.leader, id)).isInstanceOf(DecisionOutcome.Done.class);
        assertThat(releases.release(on.leader, id)).isEqualTo(DecisionOutcome.Conflict.of("no-number"));
        on.number(id);

        underEmbargo(id);
        assertThat(releases.release(on.leader, id)).isInstanceOf(DecisionOutcome.Done.class);
        assertThat(on.awards.state(on.ids.get(0))).isEqualTo(NominationState.AWARDED);
        assertThat(on.awards.state(on.ids.get(2))).isEqualTo(NominationState.REJECTED);
        assertThat(notices()).isPositive();
        assertThat(verifications.ask(
                        decisions.find(on.officer, id, "t").decision().code(), "10.0.0.1"))
                .isEqualTo(Verifications.Answer.IN_FORCE);

        assertThat(releases.release(on.leader, id)).isEqualTo(DecisionOutcome.Conflict.of("released"));
        assertThat(decisions.strike(on.officer, id, on.line(id, on.ids.get(0)), "x"))
                .isEqualTo(DecisionOutcome.Conflict.of("released"));
        var view = decisions.find(on.officer, id, "t");
        assertThat(view.total()).isEqualTo(1_420_000);
        assertThat(view.decision().baseSalary()).isEqualTo(2_340_000);
    }

    @Test
    void a_printed_name_is_corrected_and_an_award_annulled_by_new_decisions() throws Exception {
        var id = on.released();
        var line = on.line(id, on.ids.get(0));
        var corrected = "Trần Thị Ngọc Anh " + on.awards.season;
        assertThat(amendments.correct(on.officer, id, line, on.anh, "In sai"))
                .isInstanceOf(DecisionOutcome.Refused.class);
        var correction = done(amendments.correct(on.officer, id, line, corrected, "In sai dấu"));
        on.release(correction);
        assertThat(on.names()).contains(corrected).doesNotContain(on.anh, on.huong);
        assertThat(Papers.wordText(on.load(web, correction, "docx")))
                .contains("đính chính Quyết định số", corrected, "Đã in là: " + on.anh);

        var code = decisions.find(on.officer, id, "t").decision().code();
        var part = done(amendments.annul(on.officer, id, List.of(line), "Điều 93 Luật 06/2022/QH15; kết luận số 3/KL"));
        assertThat(amendments.annul(on.officer, id, List.of(), "x")).isInstanceOf(DecisionOutcome.Conflict.class);
        assertThat(verifications.ask(code, "10.0.0.2")).isEqualTo(Verifications.Answer.IN_FORCE);
        on.release(part);
        assertThat(verifications.ask(code, "10.0.0.2")).isEqualTo(Verifications.Answer.PARTLY);
        assertThat(on.names()).doesNotContain(corrected);
        on.release(done(amendments.annul(on.officer, id, List.of(), "Điều 93 Luật 06/2022/QH15; kết luận số 4/KL")));
        assertThat(verifications.ask(code, "10.0.0.2")).isEqualTo(Verifications.Answer.ANNULLED);
        assertThat(decisions.find(on.officer, id, "t").decision().state()).isEqualTo(Decision.State.RELEASED);
    }

    @Test
    void a_nomination_withdrawn_meanwhile_stops_the_release_until_it_is_struck() {
        var id = on.draft();
        decisions.approve(on.leader, id);
        on.number(id);
        context.getBean(Nominations.class).withdraw(on.branch.officer(on.branch.a11), on.ids.get(0), "Đơn vị rút");
        assertThat(releases.release(on.leader, id)).isInstanceOf(DecisionOutcome.Conflict.class);
        assertThat(on.awards.state(on.ids.get(1))).isEqualTo(NominationState.DECIDING);
        decisions.strike(on.officer, id, on.line(id, on.ids.get(0)), "Đơn vị rút đề nghị");
        assertThat(decisions.approve(on.leader, id)).isInstanceOf(DecisionOutcome.Done.class);
        assertThat(releases.release(on.leader, id)).isInstanceOf(DecisionOutcome.Done.class);
        assertThat(on.awards.state(on.ids.get(1))).isEqualTo(NominationState.AWARDED);
    }

    private void underEmbargo(DecisionId id) throws Exception {
        var below = on.branch.officer(on.branch.a11);
        assertThat(on.ids).allSatisfy(one -> assertThat(on.awards.state(one)).isEqualTo(NominationState.DECIDING));
        assertThatThrownBy(() -> decisions.find(below, id, "t")).isInstanceOf(NotVisible.class);
        web.perform(get("/awards/decisions/{id}", id).with(user(below.username())))
                .andExpect(status().isNotFound());
        web.perform(get("/dossiers/award-decision/{id}", id).with(user(below.username())))
                .andExpect(status().isNotFound());
        web.perform(get("/dossiers/nomination/{id}", on.ids.get(0)).with(user(below.username())))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("QĐ-CĐ"))));
        assertThat(notices()).isZero();
        var code = jdbc.sql("select code from award_decision where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
        assertThat(verifications.ask(code, "10.0.0.9")).isEqualTo(Verifications.Answer.UNKNOWN);
        assertThat(on.names()).isEmpty();
    }

    private int notices() {
        return jdbc.sql("select count(*) from notice where kind = 'decision.released' and person_id = ?")
                .param(on.branch.officer(on.branch.a11).id().value())
                .query(Integer.class)
                .single();
    }
}
