package vn.lantoa.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lantoa.dossier.DossierChanged;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.tasklist.Completion.Completed;

/** What lies on whose desk: the projection, its paging, groups and search. */
class TasklistTest extends TaskWalk {
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
}
