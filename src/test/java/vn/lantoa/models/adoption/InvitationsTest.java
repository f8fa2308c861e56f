package vn.lantoa.models.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.engine.Processes;
import vn.lantoa.models.KindId;
import vn.lantoa.models.KindsMerged;
import vn.lantoa.models.adoption.Invitations.Result;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.organization.UnitsMerged;
import vn.lantoa.testing.IntegrationTest;

/** Many units invited in one act, each with its own answer; what is taken back; kinds and units that become one meanwhile. */
@IntegrationTest
class InvitationsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Invitations invitations;

    @Autowired
    Adoptions adoptions;

    @Autowired
    Processes processes;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    AdoptionFixtures on;
    KindId kind;

    @BeforeEach
    void aKind() {
        on = new AdoptionFixtures(context);
        kind = on.kind("Tổ công nhân tự quản " + on.branch.a11);
    }

    @Test
    void each_unit_gets_its_own_answer_and_one_trouble_leaves_the_others_invited() {
        on.site(kind, on.branch.a2, "Tổ ở A2", null, on.today.minusYears(1));
        on.asked(on.branch.a12, kind);
        var closed = on.branch.unit("A13", "CĐCS đã giải thể", UnitKind.GRASSROOTS_UNION, on.branch.a1);
        jdbc.sql("update unit set valid_to = ? where id = ?")
                .params(on.today.minusDays(1), closed.value())
                .update();
        var outcome = (Invitations.Outcome.Done) invite(
                on.branch.a,
                List.of(
                        on.branch.unit(on.branch.a1).code(),
                        on.branch.a1.toString(),
                        on.branch.a2.toString(),
                        on.branch.a12.toString(),
                        on.branch.a.toString(),
                        on.branch.b1.toString(),
                        closed.toString(),
                        "KHONG-CO",
                        " "),
                null);
        assertThat(outcome.lines())
                .extracting(Invitations.Line::result)
                .containsExactly(
                        Result.INVITED,
                        Result.APPLIES_ALREADY,
                        Result.OPEN_ALREADY,
                        Result.ITSELF,
                        Result.NOT_IN_BRANCH,
                        Result.CLOSED,
                        Result.NOT_IN_BRANCH);
        assertThat(outcome.invited()).isEqualTo(1);
        assertThat(outcome.lines().get(4).name())
                .as("a unit outside the branch is not named")
                .isNull();
        var again = (Invitations.Outcome.Done) invite(on.branch.a, List.of(on.branch.a1.toString()), null);
        assertThat(again.lines()).extracting(Invitations.Line::result).containsExactly(Result.OPEN_ALREADY);
    }

    @Test
    void a_whole_level_of_the_branch_is_invited_but_for_those_that_have_begun() {
        on.asked(on.branch.a12, kind);
        var outcome = (Invitations.Outcome.Done) invite(on.branch.root, List.of(), 4);
        assertThat(outcome.lines()).extracting(Invitations.Line::unit).containsExactly(on.branch.a11);
        assertThat(on.state(outcome.lines().get(0).adoption())).isEqualTo(AdoptionState.INVITED);
        assertThat(on.told(
                        on.branch.officer(on.branch.a11), outcome.lines().get(0).adoption()))
                .as("the house tells of the task")
                .containsExactly("work.opened");
    }

    @Test
    void nobody_invites_for_a_unit_of_others_to_what_is_not_offered_or_without_naming_anybody() {
        assertRefused(invite(on.branch.a, List.of(), null), "units");
        assertRefused(
                invitations.invite(
                        on.branch.officer(on.branch.a),
                        new Invitations.Wanted(on.branch.b, kind, null, List.of(on.branch.b1.toString()), null)),
                "inviter");
        var other = on.site(on.kind("Đội xung kích"), on.branch.b, "Đội ở B", null, on.today);
        assertRefused(
                invitations.invite(
                        on.branch.officer(on.branch.a),
                        new Invitations.Wanted(on.branch.a, kind, other, List.of(on.branch.a1.toString()), null)),
                "source");
        jdbc.sql("update model_kind set state = 'WITHDRAWN' where id = ?")
                .param(kind.value())
                .update();
        assertRefused(invite(on.branch.a, List.of(on.branch.a1.toString()), null), "kind");
        assertThatThrownBy(() -> invitations.invite(
                        on.branch.leader(on.branch.a),
                        new Invitations.Wanted(on.branch.a, kind, null, List.of(on.branch.a1.toString()), null)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void a_unit_asks_once_and_takes_its_request_back() {
        var id = on.asked(on.branch.a11, kind);
        var officer = on.branch.officer(on.branch.a11);
        assertThat(adoptions.ask(officer, on.branch.a11, kind, null)).isInstanceOf(AdoptionOutcome.Conflict.class);
        assertThat(adoptions.withdraw(officer, id, " ")).isInstanceOf(AdoptionOutcome.Refused.class);
        assertThatThrownBy(() -> adoptions.withdraw(on.branch.officer(on.branch.a1), id, "Không phải việc của mình"))
                .isInstanceOf(NotAllowed.class);
        assertThat(adoptions.withdraw(officer, id, "Chưa chuẩn bị kịp")).isInstanceOf(AdoptionOutcome.Done.class);
        assertThat(on.state(id)).isEqualTo(AdoptionState.TAKEN_BACK);
        assertThat(processes.running(id.dossier())).isFalse();
        assertThat(on.tasks(on.branch.officer(on.branch.a1), id)).isEmpty();
        assertThat(adoptions.withdraw(officer, id, "Lần nữa")).isInstanceOf(AdoptionOutcome.Conflict.class);
        on.asked(on.branch.a11, kind);
    }

    @Test
    void an_invitation_is_recalled_by_who_invited_until_it_is_answered() {
        var id = on.invited(on.branch.a, kind, on.branch.a11);
        assertThat(adoptions.recall(on.branch.officer(on.branch.a1), id, "Không phải bên mời"))
                .isInstanceOf(AdoptionOutcome.Conflict.class);
        assertThat(adoptions.recall(on.branch.officer(on.branch.a), id, "Mời nhầm"))
                .isInstanceOf(AdoptionOutcome.Done.class);
        assertThat(on.state(id)).isEqualTo(AdoptionState.TAKEN_BACK);
        var answered = on.invited(on.branch.a, kind, on.branch.a11);
        on.complete(on.branch.officer(on.branch.a11), answered, Words.ANSWER_STEP, "accept", Map.of());
        assertThat(adoptions.recall(on.branch.officer(on.branch.a), answered, "Mời nhầm"))
                .isInstanceOf(AdoptionOutcome.Conflict.class);
    }

    @Test
    void when_two_kinds_become_one_what_is_open_goes_on_and_what_is_open_twice_is_joined() {
        var old = on.kind("Tổ tự quản cũ " + on.branch.a11);
        var further = on.invited(on.branch.a, old, on.branch.a11);
        on.complete(on.branch.officer(on.branch.a11), further, Words.ANSWER_STEP, "accept", Map.of());
        var behind = on.invited(on.branch.a, kind, on.branch.a11);
        var alone = on.invited(on.branch.a, old, on.branch.a12);
        publish(new KindsMerged(old, kind));
        assertThat(on.find(further).kind()).isEqualTo(kind);
        assertThat(on.state(further)).isEqualTo(AdoptionState.PLANNING);
        assertThat(on.find(behind).joinedInto()).isEqualTo(further);
        assertThat(on.state(behind)).isEqualTo(AdoptionState.JOINED);
        assertThat(processes.running(behind.dossier())).isFalse();
        assertThat(on.find(alone).kind()).isEqualTo(kind);
        var task = on.tasks(on.branch.officer(on.branch.a12), alone).get(0);
        assertThat(task.title()).contains("Tổ công nhân tự quản");
    }

    @Test
    void when_a_unit_goes_on_as_another_its_open_adoptions_go_with_it() {
        var moved = on.invited(on.branch.a, kind, on.branch.a11);
        var other = on.kind("Mô hình khác " + on.branch.a11);
        var first = on.invited(on.branch.a, other, on.branch.a11);
        var second = on.invited(on.branch.a, other, on.branch.a12);
        publish(new UnitsMerged(on.branch.a11, on.branch.a12, on.today));
        assertThat(on.find(moved).unit()).isEqualTo(on.branch.a12);
        assertThat(on.tasks(on.branch.officer(on.branch.a12), moved)).hasSize(1);
        assertThat(List.of(on.state(first), on.state(second)))
                .containsExactlyInAnyOrder(AdoptionState.JOINED, AdoptionState.INVITED);
        assertThat(on.find(second).state()).isEqualTo(AdoptionState.INVITED);
    }

    private Invitations.Outcome invite(UnitId inviter, List<String> named, Integer level) {
        return invitations.invite(
                on.branch.officer(inviter), new Invitations.Wanted(inviter, kind, null, named, level));
    }

    private static void assertRefused(Invitations.Outcome outcome, String field) {
        assertThat(outcome)
                .isInstanceOfSatisfying(Invitations.Outcome.Refused.class, refused -> assertThat(refused.field())
                        .isEqualTo(field));
    }

    private void publish(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }
}
