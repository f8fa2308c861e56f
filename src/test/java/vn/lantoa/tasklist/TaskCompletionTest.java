package vn.lantoa.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.tasklist.Completion.Completed;
import vn.lantoa.tasklist.Completion.NoLongerOpen;
import vn.lantoa.tasklist.Completion.Refused;

/** The click on an outcome: done, refused, or too late. */
class TaskCompletionTest extends TaskWalk {
    @Test
    void a_cancelled_task_leaves_the_list_and_says_so_to_whoever_comes_late() {
        var paper = papers.open("Giấy rút", branch.a1, null);
        var task = only(officer);
        transactions.executeWithoutResult(status -> processes.tell("Message_errandStopped", paper, Map.of()));

        assertThat(tasklist.openFor(officer, TaskFilter.everything()).items()).isEmpty();
        var late = complete(officer, task.id(), "submit", Map.of("text", "đã gõ"));
        assertThat(late).isInstanceOfSatisfying(NoLongerOpen.class, gone -> {
            assertThat(gone.why()).isEqualTo(Completion.Why.CANCELLED);
            assertThat(gone.by()).isNull();
        });
        assertThat(tasklist.dossier(officer, paper, VI).kept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.answers()).containsEntry("text", "đã gõ"));
    }

    @Test
    void of_two_who_complete_the_same_task_one_succeeds_and_the_other_keeps_a_draft() throws Exception {
        var second = branch.appoint(
                "canbo2." + branch.unit(branch.a1).code().toLowerCase(), "Trần Thứ Hai", Post.OFFICER, branch.a1);
        for (var round = 0; round < 5; round++) {
            var paper = papers.open("Giấy tranh " + round, branch.a1, null);
            var task = only(officer).id();
            var barrier = new CyclicBarrier(2);
            var pool = Executors.newFixedThreadPool(2);
            var results = pool.invokeAll(List.<java.util.concurrent.Callable<Completion>>of(
                    () -> race(barrier, officer, task), () -> race(barrier, second, task)));
            pool.shutdown();

            var outcomes = List.of(results.get(0).get(), results.get(1).get());
            assertThat(outcomes).filteredOn(Completed.class::isInstance).hasSize(1);
            var loser = outcomes.get(0) instanceof NoLongerOpen ? officer : second;
            var winner = loser == officer ? second : officer;
            assertThat(outcomes)
                    .filteredOn(NoLongerOpen.class::isInstance)
                    .singleElement()
                    .satisfies(gone -> assertThat(((NoLongerOpen) gone).by()).isEqualTo(winner.name()));
            assertThat(drafts.find(paper, "Write", loser.id()).orElseThrow().answers())
                    .containsEntry("text", "của " + loser.name());
            assertThat(writing.written.get(paper + "/Write")).containsEntry("text", "của " + winner.name());
            complete(leader, only(leader).id(), "approve", Map.of());
            complete(branch.officer(branch.a), only(branch.officer(branch.a)).id(), "accept", Map.of());
        }
    }

    @Test
    void a_collision_inside_the_engine_is_told_and_the_answers_stay_as_a_draft() {
        var paper = papers.open("Giấy đụng", branch.a1, null);
        var task = only(officer).id();
        meddler.armed = true;

        assertThat(complete(officer, task, "submit", Map.of("text", "đã gõ")))
                .isInstanceOfSatisfying(
                        NoLongerOpen.class, gone -> assertThat(gone.why()).isEqualTo(Completion.Why.COLLIDED));
        assertThat(drafts.find(paper, "Write", officer.id()).orElseThrow().answers())
                .containsEntry("text", "đã gõ");
        assertThat(count("decision_fact", paper)).isZero();
        assertThat(complete(officer, task, "submit", Map.of("text", "lần hai"))).isInstanceOf(Completed.class);
    }

    @Test
    void who_wrote_may_not_check() {
        var unit = branch.unit("M1", "Công đoàn một người", UnitKind.COMMUNE_UNION, branch.a);
        var both = branch.appoint("haichuc." + unit, "Lê Hai Chức", Post.OFFICER, unit);
        branch.appoint("lanhdao2." + unit, "Lê Lãnh Đạo", Post.LEADER, unit);
        both = alsoLeader(both, unit);
        var paper = papers.open("Giấy hai mắt", unit, null);
        complete(both, only(both).id(), "submit", Map.of("text", "tự viết"));
        var check = only(both).id();
        var actor = both;

        assertThatThrownBy(() -> complete(actor, check, "approve", Map.of())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> tasklist.assign(actor, check, actor.username()))
                .isInstanceOf(NotAllowed.class);
        assertThat(tasklist.view(actor, check).barred()).isEqualTo("tasklist.four-eyes");
        assertThat(tasklist.why(actor, check, VI).fourEyes()).isEqualTo("Viết giấy");
        var other = people.actor("lanhdao2." + unit).orElseThrow();
        assertThat(tasklist.assign(other, check, both.username())).isInstanceOf(Assignment.FourEyes.class);

        papers.waived.put(paper.id(), true);
        assertThat(complete(both, check, "approve", Map.of())).isInstanceOf(Completed.class);
    }

    @Test
    void an_unknown_key_is_refused_and_audited_and_nothing_is_stored() {
        var paper = papers.open("Giấy lạ", branch.a1, null);
        var task = only(officer).id();
        var refused = complete(officer, task, "submit", Map.of("text", "ổn", "unitLevel", 1));

        assertThat(refused).isInstanceOfSatisfying(Refused.class, answer -> assertThat(answer.errors())
                .extracting("key")
                .containsExactly("unitLevel"));
        assertThat(only(officer).id()).isEqualTo(task);
        assertThat(count("decision_fact", paper)).isZero();
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'task.refused' and object = ?")
                        .params(paper.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void wrong_answers_and_unknown_outcomes_are_refused_with_their_field() {
        papers.open("Giấy sai", branch.a1, null);
        var task = only(officer).id();
        assertThat(keys(complete(officer, task, "submit", Map.of()))).containsExactly("text");
        assertThat(keys(complete(officer, task, "submit", Map.of("text", "ổn", "count", -1))))
                .containsExactly("count");
        assertThat(keys(complete(officer, task, "submit", Map.of("text", "sai"))))
                .containsExactly("text");
        assertThat(keys(complete(officer, task, "approve", Map.of("text", "ổn"))))
                .containsExactly("outcome");
        assertThat(only(officer).id()).isEqualTo(task);
    }

    @Test
    void a_foreign_task_does_not_exist_and_a_readable_one_is_not_for_doing() {
        papers.open("Giấy riêng", branch.a1, null);
        var task = only(officer).id();
        var stranger = branch.officer(branch.b1);
        assertThatThrownBy(() -> tasklist.view(stranger, task)).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> complete(stranger, task, "submit", Map.of("text", "x")))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> tasklist.saveDraft(stranger, task, Map.of(), 0))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> tasklist.assign(stranger, task, stranger.username()))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> tasklist.dossierOf(stranger, task)).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> complete(leader, task, "submit", Map.of("text", "x")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> complete(officer, "no-such-task", "submit", Map.of()))
                .isInstanceOf(NotVisible.class);
        complete(officer, task, "submit", Map.of("text", "x"));
        assertThatThrownBy(() -> complete(stranger, task, "submit", Map.of("text", "x")))
                .isInstanceOf(NotVisible.class);
    }

    private Completion race(CyclicBarrier barrier, Actor actor, String task) throws Exception {
        barrier.await();
        return complete(actor, task, "submit", Map.of("text", "của " + actor.name()));
    }

    private Actor alsoLeader(Actor actor, vn.lantoa.organization.UnitId unit) {
        context.getBean(vn.lantoa.organization.TreeWriter.class)
                .holdings(List.of(new vn.lantoa.organization.Holding(
                        actor.id(), Post.LEADER, unit, null, null, LocalDate.of(2025, 7, 1), null)));
        return people.actor(actor.username()).orElseThrow();
    }
}
