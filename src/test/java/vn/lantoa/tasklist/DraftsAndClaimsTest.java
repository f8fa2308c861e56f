package vn.lantoa.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lantoa.engine.TaskGone;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Post;
import vn.lantoa.tasklist.Completion.Completed;
import vn.lantoa.tasklist.Completion.NoLongerOpen;

/** What is kept while people work: drafts, claims, notes. */
class DraftsAndClaimsTest extends TaskWalk {
    @Test
    void drafts_are_versioned_and_outlive_the_task() {
        var paper = papers.open("Giấy dự thảo", branch.a1, null);
        var task = only(officer).id();
        assertThat(tasklist.saveDraft(officer, task, Map.of("text", "một"), 0)).isEqualTo(new Draft.Saved(1));
        assertThat(tasklist.saveDraft(officer, task, Map.of("text", "hai"), 1)).isEqualTo(new Draft.Saved(2));
        assertThat(tasklist.saveDraft(officer, task, Map.of("text", "cũ"), 1))
                .isInstanceOfSatisfying(
                        Draft.Stale.class,
                        stale -> assertThat(stale.stored().answers()).containsEntry("text", "hai"));
        assertThat(tasklist.saveDraft(officer, task, Map.of("text", "mới"), 0)).isInstanceOf(Draft.Stale.class);
        assertThat(tasklist.saveDraft(officer, task, Map.of("text", "hai", "outcome", "x"), 2))
                .isEqualTo(new Draft.Saved(3));
        assertThat(tasklist.view(officer, task).data())
                .containsEntry("text", "hai")
                .doesNotContainKey("outcome");
        assertThat(tasklist.view(officer, task).version()).isEqualTo(3);

        transactions.executeWithoutResult(status -> processes.tell("Message_errandStopped", paper, Map.of()));
        assertThat(tasklist.saveDraft(officer, task, Map.of("text", "ba"), 3)).isEqualTo(new Draft.Saved(4));
        assertThat(drafts.find(paper, "Write", officer.id())).isPresent();
        assertThatThrownBy(() -> tasklist.view(officer, task)).isInstanceOf(TaskGone.class);
    }

    @Test
    void a_draft_from_before_the_step_was_given_out_again_covers_nothing_unasked() {
        var second = branch.appoint(
                "canbo5." + branch.unit(branch.a1).code().toLowerCase(), "Mai Thứ Năm", Post.OFFICER, branch.a1);
        var paper = papers.open("Giấy hai lượt", branch.a1, null);
        var task = only(officer).id();
        tasklist.saveDraft(second, task, Map.of("text", "của lượt trước"), 0);
        complete(officer, task, "submit", Map.of("text", "đã trình"));
        jdbc.sql("update task_draft set updated_at = ? where dossier_id = ?")
                .params(java.sql.Timestamp.from(clock.instant().minusSeconds(60)), paper.id())
                .update();
        complete(leader, only(leader).id(), "return", Map.of());

        var again = tasklist.view(second, only(second).id());
        assertThat(again.data()).doesNotContainEntry("text", "của lượt trước");
        assertThat(again.draftShown()).isFalse();
        assertThat(again.draft().answers()).containsEntry("text", "của lượt trước");
        assertThat(tasklist.dossierWithOlderDraft(second, paper, VI).mine().data())
                .containsEntry("text", "của lượt trước");
    }

    @Test
    void a_handed_in_draft_is_gone() {
        var paper = papers.open("Giấy nộp", branch.a1, null);
        var task = only(officer).id();
        tasklist.saveDraft(officer, task, Map.of("text", "một"), 0);
        complete(officer, task, "submit", Map.of("text", "một"));
        assertThat(drafts.find(paper, "Write", officer.id())).isEmpty();
    }

    @Test
    void a_task_is_handed_over_only_to_holders_of_the_post() {
        papers.open("Giấy chuyển", branch.a1, null);
        var task = only(officer);
        assertThat(task.shared()).isFalse();
        var name = "canbo3." + branch.unit(branch.a1).code().toLowerCase();
        var second = branch.appoint(name, "Phạm Thứ Ba", Post.OFFICER, branch.a1);
        assertThat(only(officer).shared()).isTrue();

        assertThat(tasklist.assign(officer, task.id(), leader.username())).isInstanceOf(Assignment.NotAHolder.class);
        assertThat(tasklist.assign(officer, task.id(), name)).isEqualTo(new Assignment.Assigned());
        assertThat(only(officer).assignee().username()).isEqualTo(name);
        assertThat(tasklist.assign(officer, task.id(), officer.username()))
                .isEqualTo(new Assignment.ClaimedBy("Phạm Thứ Ba"));
        assertThat(complete(officer, task.id(), "submit", Map.of("text", "chen ngang")))
                .isInstanceOfSatisfying(
                        NoLongerOpen.class, gone -> assertThat(gone.why()).isEqualTo(Completion.Why.CLAIMED));
        tasklist.assign(second, task.id(), null);
        assertThat(only(officer).assignee()).isNull();
        assertThat(complete(officer, task.id(), "submit", Map.of("text", "được rồi")))
                .isInstanceOf(Completed.class);
    }

    @Test
    void notes_stand_in_the_story() {
        var paper = papers.open("Giấy ghi chú", branch.a1, null);
        tasklist.note(branch.officer(branch.a), paper, "Nhớ kèm danh sách.");
        assertThat(tasklist.dossier(officer, paper, VI).story()).singleElement().satisfies(said -> {
            assertThat(said.note()).isEqualTo("Nhớ kèm danh sách.");
            assertThat(said.text()).contains(branch.unit(branch.a).name());
        });
        assertThatThrownBy(() -> tasklist.note(officer, paper, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tasklist.note(branch.officer(branch.b), paper, "x"))
                .isInstanceOf(NotVisible.class);
    }
}
