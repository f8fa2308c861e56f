package vn.lantoa.models.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.engine.Processes;
import vn.lantoa.models.KindId;
import vn.lantoa.models.ModelSites;
import vn.lantoa.models.SiteEnded;
import vn.lantoa.models.SiteReviewed;
import vn.lantoa.models.SiteState;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.testing.IntegrationTest;

/** bpmn/models/model-adoption.bpmn to each of its ends, walked by the people who use it. */
@IntegrationTest
class AdoptionProcessTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Adoptions adoptions;

    @Autowired
    ModelSites sites;

    @Autowired
    Processes processes;

    @Autowired
    Tasklist tasklist;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    AdoptionFixtures on;
    KindId kind;

    @BeforeEach
    void aKind() {
        on = new AdoptionFixtures(context);
        kind = on.kind("Tổ tự quản khu nhà trọ " + on.branch.a11);
    }

    @Test
    void an_invited_unit_plans_founds_and_has_adopted_with_the_first_review() {
        var source = on.site(kind, on.branch.b1, "Tổ tự quản B1", null, on.today.minusYears(2));
        var lines = ((Invitations.Outcome.Done) context.getBean(Invitations.class)
                        .invite(
                                on.branch.officer(on.branch.a),
                                new Invitations.Wanted(
                                        on.branch.a,
                                        kind,
                                        source,
                                        java.util.List.of(
                                                on.branch.unit(on.branch.a11).code()),
                                        null)))
                .lines();
        var id = lines.get(0).adoption();
        assertThat(on.find(id).due()).isEqualTo(on.today.plusDays(30));
        on.complete(officer(), id, Words.ANSWER_STEP, "accept", Map.of());
        var plan = tasklist.view(officer(), on.tasks(officer(), id).get(0).id());
        assertThat(plan.data())
                .containsEntry("purpose", "Giữ gìn an ninh, trật tự khu nhà trọ")
                .containsEntry("rules", "Họp tổ mỗi tháng một lần")
                .containsEntry("costs", "Tự lo");
        on.walkToFounding(id);
        var waiting = on.find(id);
        assertThat(waiting.state()).isEqualTo(AdoptionState.FIRST_REVIEW);
        var site = sites.find(waiting.site()).orElseThrow();
        assertThat(site.source()).isEqualTo(source);
        assertThat(site.kind()).isEqualTo(kind);
        assertThat(site.unit()).isEqualTo(on.branch.a11);
        assertThat(site.members().amount()).isEqualTo(31);
        tell(new SiteReviewed(site.id(), false));
        var adopted = on.find(id);
        assertThat(adopted.state()).isEqualTo(AdoptionState.ADOPTED);
        assertThat(adopted.endedOn()).isEqualTo(on.today);
        assertThat(processes.running(id.dossier())).isFalse();
        assertThat(on.told(on.branch.officer(on.branch.a), id)).containsExactly("model-adoption.ADOPTED");
        tell(new SiteReviewed(site.id(), true));
        assertThat(on.told(on.branch.officer(on.branch.a), id))
                .as("a second review says nothing")
                .hasSize(1);
    }

    @Test
    void a_site_that_ends_before_its_first_review_was_given_up() {
        var id = on.invited(on.branch.a, kind, on.branch.a11);
        on.complete(officer(), id, Words.ANSWER_STEP, "accept", Map.of());
        on.walkToFounding(id);
        tell(new SiteEnded(on.find(id).site(), SiteState.CLOSED));
        assertThat(on.state(id)).isEqualTo(AdoptionState.GIVEN_UP);
        assertThat(on.find(id).reasonCode()).isEqualTo(GiveUpReason.SITE_ENDED);
        assertThat(processes.running(id.dossier())).isFalse();
    }

    @Test
    void an_invitation_may_be_declined_with_a_reason_which_the_inviter_hears_of() {
        var id = on.invited(on.branch.a, kind, on.branch.a11);
        assertThat(on.attempt(officer(), id, Words.ANSWER_STEP, "decline", Map.of()))
                .isInstanceOf(Completion.Refused.class);
        assertThat(on.attempt(
                        officer(), id, Words.ANSWER_STEP, "decline", Map.of("reasonCode", "NO_HOST", "reason", " ")))
                .isInstanceOf(Completion.Refused.class);
        on.complete(officer(), id, Words.ANSWER_STEP, "decline", AdoptionFixtures.because("NO_HOST"));
        assertThat(on.state(id)).isEqualTo(AdoptionState.DECLINED);
        assertThat(on.find(id).reasonCode()).isEqualTo(GiveUpReason.NO_HOST);
        assertThat(on.told(on.branch.officer(on.branch.a), id)).containsExactly("model-adoption.DECLINED");
        assertThat(processes.running(id.dossier())).isFalse();
    }

    @Test
    void a_unit_asks_and_its_superior_declines_or_agrees() {
        var id = on.asked(on.branch.a11, kind);
        var superior = on.branch.officer(on.branch.a1);
        assertThat(on.tasks(officer(), id)).isEmpty();
        on.complete(superior, id, Words.REVIEW_STEP, "decline", AdoptionFixtures.because("NOT_SUITABLE"));
        assertThat(on.state(id)).isEqualTo(AdoptionState.REFUSED);
        assertThat(on.told(officer(), id)).contains("model-adoption.REFUSED");
        var again = on.asked(on.branch.a11, kind);
        on.complete(superior, again, Words.REVIEW_STEP, "agree", Map.of());
        assertThat(on.state(again)).isEqualTo(AdoptionState.PLANNING);
        assertThat(on.find(again).due()).isEqualTo(on.today.plusDays(30));
    }

    @Test
    void a_unit_without_a_superior_plans_at_once() {
        var id = on.asked(on.branch.root, kind);
        assertThat(on.state(id)).isEqualTo(AdoptionState.PLANNING);
        assertThat(on.tasks(on.branch.officer(on.branch.root), id)).hasSize(1);
    }

    @Test
    void a_plan_is_returned_approved_by_another_person_and_given_up_at_any_step() {
        var drafting = planned(on.branch.a11);
        on.complete(officer(), drafting, Words.PLAN_STEP, "giveUp", AdoptionFixtures.because("NO_MEANS"));
        assertThat(on.state(drafting)).isEqualTo(AdoptionState.GIVEN_UP);

        var approving = planned(on.branch.a11);
        on.complete(officer(), approving, Words.PLAN_STEP, "submit", on.plan());
        on.complete(leader(), approving, Words.APPROVE_STEP, "return", Map.of("returnReason", "Nêu rõ kinh phí"));
        assertThat(on.state(approving)).isEqualTo(AdoptionState.PLANNING);
        var again =
                tasklist.view(officer(), on.tasks(officer(), approving).get(0).id());
        assertThat(again.data()).containsEntry("members", 30).containsEntry("place", "Khu phố 3");
        on.complete(officer(), approving, Words.PLAN_STEP, "submit", on.plan());
        on.complete(leader(), approving, Words.APPROVE_STEP, "giveUp", AdoptionFixtures.because("OTHER"));
        assertThat(on.state(approving)).isEqualTo(AdoptionState.GIVEN_UP);

        var settingUp = planned(on.branch.a11);
        on.complete(officer(), settingUp, Words.PLAN_STEP, "submit", on.plan());
        on.complete(leader(), settingUp, Words.APPROVE_STEP, "approve", Map.of());
        assertThat(on.find(settingUp).due()).isEqualTo(on.today.plusDays(20));
        on.complete(officer(), settingUp, Words.SET_UP_STEP, "giveUp", AdoptionFixtures.because("TOO_FEW_MEMBERS"));
        assertThat(on.state(settingUp)).isEqualTo(AdoptionState.GIVEN_UP);
        assertThat(processes.running(settingUp.dossier())).isFalse();
    }

    @Test
    void who_wrote_the_plan_does_not_approve_it() {
        var id = planned(on.branch.a11);
        on.complete(officer(), id, Words.PLAN_STEP, "submit", on.plan());
        on.branch.appointAlso(officer(), vn.lantoa.organization.Post.LEADER, on.branch.a11);
        var both = on.branch.again(officer());
        var task = on.tasks(leader(), id).get(0);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> tasklist.complete(both, task.id(), "approve", Map.of(), java.util.Locale.ROOT))
                .isInstanceOf(vn.lantoa.organization.NotAllowed.class);
        assertThat(on.state(id)).isEqualTo(AdoptionState.APPROVING);
    }

    @Test
    void a_plan_that_cannot_be_right_is_refused_at_its_field_and_nothing_is_lost() {
        var id = planned(on.branch.a11);
        assertRefused(id, Words.PLAN_STEP, "submit", on.plan(), "members", 1);
        assertRefused(
                id,
                Words.PLAN_STEP,
                "submit",
                on.plan(),
                "plannedOn",
                on.today.minusDays(1).toString());
        on.complete(officer(), id, Words.PLAN_STEP, "submit", on.plan());
        on.complete(leader(), id, Words.APPROVE_STEP, "approve", Map.of());
        assertRefused(id, Words.SET_UP_STEP, "founded", on.founding(), "members", 1);
        assertRefused(
                id,
                Words.SET_UP_STEP,
                "founded",
                on.founding(),
                "foundedOn",
                on.today.plusDays(1).toString());
        assertRefused(
                id,
                Words.SET_UP_STEP,
                "founded",
                on.founding(),
                "foundedOn",
                on.today.minusDays(1).toString());
        assertThat(on.state(id)).isEqualTo(AdoptionState.SETTING_UP);
    }

    private void assertRefused(
            AdoptionId id, String step, String outcome, Map<String, Object> answers, String field, Object value) {
        answers.put(field, value);
        assertThat(on.attempt(officer(), id, step, outcome, answers))
                .isInstanceOfSatisfying(Completion.Refused.class, refused -> assertThat(refused.errors())
                        .extracting(error -> error.key())
                        .containsExactly(field));
    }

    private AdoptionId planned(vn.lantoa.organization.UnitId unit) {
        var id = on.invited(on.branch.a, kind, unit);
        on.complete(on.branch.officer(unit), id, Words.ANSWER_STEP, "accept", Map.of());
        return id;
    }

    private void tell(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    private vn.lantoa.organization.Actor officer() {
        return on.branch.officer(on.branch.a11);
    }

    private vn.lantoa.organization.Actor leader() {
        return on.branch.leader(on.branch.a11);
    }
}
