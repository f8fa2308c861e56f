package vn.lantoa.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.dossier.DossierChanged;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.engine.Processes;
import vn.lantoa.engine.TaskGone;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.tasklist.Completion.Completed;
import vn.lantoa.tasklist.Completion.NoLongerOpen;
import vn.lantoa.tasklist.Completion.Refused;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** The task list, walked by the people of a small branch. */
@IntegrationTest
@Import(Errands.class)
class TasklistTest {

    static final Locale VI = Locale.forLanguageTag("vi");

    @Autowired
    Tasklist tasklist;

    @Autowired
    Errands.Papers papers;

    @Autowired
    Errands.Writing writing;

    @Autowired
    Drafts drafts;

    @Autowired
    Desks desks;

    @Autowired
    Processes processes;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationContext context;

    Branch branch;
    Actor officer;
    Actor leader;

    @BeforeEach
    void grow() {
        branch = Branch.grow(context);
        officer = branch.officer(branch.a1);
        leader = branch.leader(branch.a1);
    }

    @AfterEach
    void the_table_tells_the_same_as_the_engine() {
        assertThat(jdbc.sql("select id from task").query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(jdbc.sql("select id_ from act_ru_task")
                        .query(String.class)
                        .list());
    }

    @Test
    void a_paper_goes_from_the_officer_to_the_leader_to_the_superior() {
        var paper = papers.open("Giấy đi đường", branch.a1, today().plusDays(1));

        var write = only(officer);
        assertThat(write.name()).isEqualTo("Viết giấy");
        assertThat(write.unit().id()).isEqualTo(branch.a1);
        assertThat(tasklist.openFor(leader, TaskFilter.everything()).items()).isEmpty();

        assertThat(complete(officer, write.id(), "submit", Map.of("text", "Xin đi")))
                .isEqualTo(new Completed(paper, "Viết giấy", "Trình duyệt"));
        assertThat(writing.written.get(paper + "/Write")).containsEntry("text", "Xin đi");
        var check = only(leader);
        assertThat(check.sentBy())
                .startsWith(officer.name() + " – ")
                .contains(branch.unit(branch.a1).name());

        complete(leader, check.id(), "approve", Map.of());
        var take = only(branch.officer(branch.a));
        assertThat(take.unit().id()).isEqualTo(branch.a1);
        assertThat(take.worker().id()).isEqualTo(branch.a);

        complete(branch.officer(branch.a), take.id(), "accept", Map.of());
        assertThat(processes.running(paper)).isFalse();
        assertThat(tasklist.dossier(officer, paper, VI).story())
                .extracting(DossierView.Sentence::person)
                .containsExactly(
                        officer.name(), leader.name(), branch.officer(branch.a).name());
        assertThat(count("decision_fact", paper)).isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'task.completed' and object = ?")
                        .params(paper.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

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
    void a_rolled_back_act_leaves_no_row() {
        var before = jdbc.sql("select count(*) from task").query(Long.class).single();
        transactions.executeWithoutResult(status -> {
            papers.open("Giấy hủy", branch.a1, null);
            status.setRollbackOnly();
        });
        assertThat(jdbc.sql("select count(*) from task").query(Long.class).single())
                .isEqualTo(before);
    }

    @Test
    void the_list_is_paged_by_due_date_without_gaps_or_repeats() {
        var titles = new ArrayList<String>();
        for (var i = 0; i < 7; i++) {
            papers.open("Giấy số " + i, branch.a1, i == 6 ? null : today().plusDays(i / 2));
            titles.add("Giấy số " + i);
        }
        for (var sort : TaskFilter.Sort.values()) {
            var seen = new ArrayList<TaskView>();
            Cursor after = null;
            do {
                var page = tasklist.openFor(officer, new TaskFilter(null, null, null, null, sort, 3, after));
                seen.addAll(page.items());
                after = page.next() == null ? null : Cursor.of(page.next());
            } while (after != null);
            assertThat(seen).extracting(TaskView::title).containsExactlyInAnyOrderElementsOf(titles);
            if (sort == TaskFilter.Sort.DUE) {
                assertThat(seen.get(6).due()).isNull();
                assertThat(seen.subList(0, 6)).extracting(TaskView::due).isSorted();
            }
        }
    }

    @Test
    void groups_are_counted_by_due_date() {
        papers.open("quá hạn", branch.a1, today().minusDays(1));
        papers.open("hôm nay", branch.a1, today());
        papers.open("sau này", branch.a1, today().plusDays(40));
        papers.open("không hạn", branch.a1, null);

        assertThat(tasklist.countsFor(officer, TaskFilter.everything()))
                .containsEntry(DueStatus.OVERDUE, 1L)
                .containsEntry(DueStatus.TODAY, 1L)
                .containsEntry(DueStatus.LATER, 2L);
        assertThat(titles(new TaskFilter(null, null, null, DueStatus.LATER, null, 0, null)))
                .containsExactly("sau này", "không hạn");
        assertThat(titles(new TaskFilter(null, null, null, DueStatus.OVERDUE, null, 0, null)))
                .containsExactly("quá hạn");
    }

    @Test
    void search_finds_beginnings_of_words_with_or_without_diacritics() {
        papers.open("Báo cáo Bắc Ninh", branch.a1, null);
        papers.open("Tổ hoà giải", branch.a1, null);
        papers.open("Tổ hòa giải thứ hai", branch.a1, null);

        assertThat(find("bac ninh")).containsExactly("Báo cáo Bắc Ninh");
        assertThat(find("bắc n")).containsExactly("Báo cáo Bắc Ninh");
        for (var word : new String[] {"hoa", "hoà", "hòa", "HÒA"}) {
            assertThat(find(word)).as(word).containsExactlyInAnyOrder("Tổ hoà giải", "Tổ hòa giải thứ hai");
        }
        assertThat(find("inh")).isEmpty();
        assertThat(find("viet giay")).hasSize(3);
        assertThat(find("%")).hasSize(3);
    }

    @Test
    void the_list_is_filtered_by_process_and_unit() {
        papers.open("Giấy", branch.a1, null);
        var code = branch.unit(branch.a1).code();
        assertThat(titles(new TaskFilter(null, "errand", code, null, null, 0, null)))
                .hasSize(1);
        assertThat(titles(new TaskFilter(null, "other", null, null, null, 0, null)))
                .isEmpty();
        assertThat(titles(new TaskFilter(null, null, "KHONG-CO", null, null, 0, null)))
                .isEmpty();
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
        assertThat(tasklist.view(actor, check).barred()).isEqualTo("Write");
        assertThat(tasklist.why(actor, check, VI).fourEyes()).isEqualTo("Viết giấy");
        var other = people.actor("lanhdao2." + unit).orElseThrow();
        assertThat(tasklist.assign(other, check, both.username())).isInstanceOf(Assignment.FourEyes.class);

        papers.waived.put(paper.id(), true);
        assertThat(complete(both, check, "approve", Map.of())).isInstanceOf(Completed.class);
    }

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

    @Test
    void a_post_without_holder_is_done_by_the_nearest_superior_that_has_one() {
        var unit = branch.unit("V1", "Công đoàn chưa có cán bộ", UnitKind.COMMUNE_UNION, branch.a);
        papers.open("Giấy vắng", unit, null);
        var superior = branch.officer(branch.a);
        var task = only(superior);
        assertThat(tasklist.why(superior, task.id(), VI).standIn())
                .isEqualTo(branch.unit(branch.a).name());

        var appointed = branch.appoint("canbo.v1-" + unit, "Vũ Mới Về", Post.OFFICER, unit);
        desks.seatAnew();
        assertThat(tasklist.openFor(superior, TaskFilter.everything()).items()).isEmpty();
        assertThat(complete(appointed, only(appointed).id(), "submit", Map.of("text", "đã về")))
                .isInstanceOf(Completed.class);
    }

    @Test
    void a_changed_dossier_shows_in_the_list_at_once() {
        var paper = papers.open("Giấy cũ", branch.a1, null);
        papers.known.put(paper.id(), new Errands.Papers.Paper("Giấy mới", branch.a1, today().plusDays(3)));
        transactions.executeWithoutResult(status -> context.publishEvent(new DossierChanged(paper)));
        assertThat(only(officer).title()).isEqualTo("Giấy mới");
        assertThat(only(officer).due()).isEqualTo(today().plusDays(3));
        assertThat(find("moi")).hasSize(1);
        assertThat(find("cu")).isEmpty();
    }

    @Test
    void the_table_can_be_rebuilt_from_the_engine_and_keeps_claims() {
        papers.open("Giấy dựng lại", branch.a1, today());
        var lost = papers.open("Giấy mất", branch.a1, today());
        var kept = tasklist.openFor(officer, TaskFilter.everything()).items().get(0);
        tasklist.assign(officer, kept.id(), officer.username());
        jdbc.sql("delete from task where dossier_id = ? and id <> ?")
                .params(lost.id(), kept.id())
                .update();
        jdbc.sql("update task set dossier_title = 'hỏng' where id = ?")
                .params(kept.id())
                .update();

        tasklist.rebuild();
        var again = tasklist.openFor(officer, TaskFilter.everything()).items();
        assertThat(again).hasSize(2).extracting(TaskView::title).doesNotContain("hỏng");
        assertThat(again)
                .filteredOn(task -> task.id().equals(kept.id()))
                .singleElement()
                .satisfies(task -> assertThat(task.assignee().username()).isEqualTo(officer.username()));
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

    private Completion complete(Actor actor, String task, String outcome, Map<String, Object> answers) {
        return tasklist.complete(actor, task, outcome, answers, VI);
    }

    private TaskView only(Actor actor) {
        var items = tasklist.openFor(actor, TaskFilter.everything()).items();
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private List<String> find(String words) {
        return titles(new TaskFilter(words, null, null, null, null, 0, null));
    }

    private List<String> titles(TaskFilter filter) {
        return tasklist.openFor(officer, filter).items().stream()
                .map(TaskView::title)
                .toList();
    }

    private static List<String> keys(Completion refused) {
        return ((Refused) refused).errors().stream().map(error -> error.key()).toList();
    }

    private long count(String table, DossierKey dossier) {
        return jdbc.sql("select count(*) from " + table + " where dossier_type = ? and dossier_id = ?")
                .params(dossier.type(), dossier.id())
                .query(Long.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
