package vn.lantoa.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Capacity;
import vn.lantoa.organization.Change;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Substitutions;
import vn.lantoa.organization.Substitutions.Entry;
import vn.lantoa.organization.UnitId;
import vn.lantoa.tasklist.Completion.Completed;

/** Somebody stands in for somebody: what then lies on whose desk, what may be done, and what four eyes says. */
class StandInTest extends TaskWalk {

    @Autowired
    Substitutions substitutions;

    @Autowired
    MockMvc web;

    Actor deputy;
    Actor checker;

    @BeforeEach
    void appoint() {
        deputy = branch.appoint("phu." + branch.a1, "Trần Thị Thay", Post.RECORDS_OFFICE, branch.a1);
        checker = branch.checker(branch.a1);
    }

    @Test
    void open_and_new_tasks_come_to_the_deputy_and_go_when_the_time_is_over() {
        var before = papers.open("Giấy đang mở", branch.a1, null);
        tasklist.assign(officer, only(officer).id(), officer.username());
        var id = done(enter(officer, entry(officer, deputy, null, null, Set.of(), Capacity.KT)));
        papers.open("Giấy mới", branch.a1, null);

        var list = tasklist.openFor(now(deputy), TaskFilter.everything()).items();
        assertThat(list).extracting(TaskView::title).containsExactlyInAnyOrder("Giấy đang mở", "Giấy mới");
        assertThat(list).allSatisfy(task -> assertThat(task.insteadOf()).isEqualTo(officer.name()));
        assertThat(tasklist.countsFor(now(deputy), TaskFilter.everything()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(2);
        var claimed = list.stream()
                .filter(task -> task.assignee() != null)
                .findFirst()
                .orElseThrow();
        assertThat(tasklist.why(now(deputy), claimed.id(), VI).instead()).startsWith("thay " + officer.name());
        assertThat(complete(now(deputy), claimed.id(), "submit", Map.of("text", "làm thay")))
                .isInstanceOf(Completed.class);

        var told = tasklist.dossier(leader, before, VI).story();
        assertThat(told.get(told.size() - 1).text())
                .contains("Trần Thị Thay", "(KT.)", "thay " + officer.name() + ", theo ủy quyền từ")
                .contains("đến");
        assertThat(jdbc.sql("select for_person_id from closed_task where id = ?")
                        .param(claimed.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(officer.id().value());

        jdbc.sql("update substitution set from_date = ?, to_date = ? where id = ?")
                .params(today().minusDays(9), today().minusDays(1), id)
                .update();
        assertThat(tasklist.openFor(now(deputy), TaskFilter.everything()).items())
                .isEmpty();
        var open = only(officer);
        assertThatThrownBy(() -> complete(now(deputy), open.id(), "submit", Map.of("text", "x")))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void the_deputy_begins_with_what_the_absent_person_typed_and_keeps_a_draft_apart() throws Exception {
        var key = papers.open("Giấy dở dang", branch.a1, null);
        var task = only(officer).id();
        tasklist.saveDraft(officer, task, Map.of("text", "người vắng gõ dở"), 0);
        done(enter(officer, entry(officer, deputy, null, null, Set.of(), null)));

        var begun = tasklist.view(now(deputy), task);
        assertThat(begun.data()).containsEntry("text", "người vắng gõ dở");
        assertThat(begun.begun().name()).isEqualTo(officer.name());
        assertThat(begun.version()).as("a draft of one's own comes first").isZero();
        web.perform(get("/dossiers/" + key.type() + "/" + key.id()).with(user(deputy.username())))
                .andExpect(content().string(containsString("bắt đầu từ dự thảo của " + officer.name())));

        tasklist.saveDraft(now(deputy), task, Map.of("text", "sửa tiếp"), 0);
        var own = tasklist.view(now(deputy), task);
        assertThat(own.begun()).isNull();
        assertThat(own.data()).containsEntry("text", "sửa tiếp");
        assertThat(tasklist.view(officer, task).data()).containsEntry("text", "người vắng gõ dở");
        assertThat(tasklist.view(branch.appoint("canbo8." + branch.a1, "Mai Thứ Tám", Post.OFFICER, branch.a1), task)
                        .data())
                .as("a holder of the post begins with nobody's draft")
                .doesNotContainEntry("text", "người vắng gõ dở");
    }

    @Test
    void only_the_named_post_unit_and_process_are_covered() {
        papers.open("Giấy riêng", branch.a1, null);
        papers.open("Giấy đơn vị khác", branch.a2, null);
        var id = done(enter(officer, entry(officer, deputy, Post.OFFICER, branch.a1, Set.of("unit-report"), null)));
        assertThat(tasklist.openFor(now(deputy), TaskFilter.everything()).items())
                .isEmpty();
        var task = only(officer).id();
        assertThatThrownBy(() -> tasklist.view(now(deputy), task)).isInstanceOf(NotAllowed.class);
        substitutions.end(officer, id);
        done(enter(officer, entry(officer, deputy, Post.OFFICER, branch.a1, Set.of("errand", "unit-report"), null)));
        assertThat(only(now(deputy)).title()).isEqualTo("Giấy riêng");
        assertThat(tasklist.overview(now(deputy), TaskFilter.everything()).processes())
                .containsKey("errand");

        done(enter(leader, entry(leader, deputy, null, null, Set.of(), null)));
        assertThat(now(deputy).holds(Post.LEADER, branch.a1)).isFalse();
        assertThat(context.getBean(vn.lantoa.organization.Access.class)
                        .may(now(deputy), vn.lantoa.organization.Right.WITHDRAW_REPORT, branch.a1))
                .isFalse();
    }

    @Test
    void four_eyes_looks_at_the_deputy_and_at_who_is_represented_at_claim_and_at_completion() {
        // The officer drafts, and is asked to stand in for the leader: not for what he drafted himself.
        papers.open("Giấy tự viết", branch.a1, null);
        complete(officer, only(officer).id(), "submit", Map.of("text", "tự viết"));
        var check = only(leader).id();
        done(enter(leader, entry(leader, officer, null, null, Set.of(), null)));
        assertThatThrownBy(() -> tasklist.assign(now(officer), check, officer.username()))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> complete(now(officer), check, "approve", Map.of()))
                .isInstanceOf(NotAllowed.class);
        assertThat(tasklist.assign(leader, check, officer.username())).isInstanceOf(Assignment.FourEyes.class);
        complete(leader, check, "approve", Map.of());

        // Both posts in one hand: who stands in for that hand may do one of the two steps, never both.
        var both = twoPosts();
        done(enter(both, entry(both, checker, null, null, Set.of(), null)));
        var unit = both.holdings().get(0).unit();
        papers.open("Giấy của người vắng", unit, null);
        complete(both, only(both).id(), "submit", Map.of("text", "người vắng viết"));
        var second = tasklist.openFor(now(checker), TaskFilter.everything()).items().stream()
                .filter(task -> task.title().equals("Giấy của người vắng"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> complete(now(checker), second.id(), "approve", Map.of()))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> tasklist.assign(now(checker), second.id(), checker.username()))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void what_a_stand_in_wrote_is_not_checked_by_the_one_in_whose_name() {
        var both = twoPosts();
        var unit = both.holdings().get(0).unit();
        done(enter(both, entry(both, checker, null, null, Set.of(), null)));
        papers.open("Giấy viết thay", unit, null);
        complete(now(checker), only(both).id(), "submit", Map.of("text", "viết thay"));
        var check = only(both).id();
        assertThatThrownBy(() -> complete(both, check, "approve", Map.of())).isInstanceOf(NotAllowed.class);
    }

    @Test
    void a_chain_of_deputies_reaches_the_last_one_and_never_oneself() {
        var third = branch.appoint("ba." + branch.a1, "Lê Văn Ba", Post.RECORDS_OFFICE, branch.a1);
        done(enter(officer, entry(officer, deputy, null, null, Set.of(), null)));
        done(enter(deputy, entry(deputy, third, null, null, Set.of(), null)));
        papers.open("Giấy chuyền tay", branch.a1, null);
        assertThat(only(now(third)).insteadOf()).isEqualTo(officer.name());
        assertThat(now(third).standings())
                .filteredOn(standing -> standing.person().equals(officer.id()))
                .singleElement()
                .satisfies(standing -> assertThat(standing.through()).containsExactly(deputy.id()));

        assertThat(refused(enter(third, entry(third, officer, null, null, Set.of(), null))))
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Change.Reason.DEPUTY_LOOP);
                    assertThat(refusal.detail())
                            .isEqualTo(officer.name() + " → " + deputy.name() + " → " + third.name());
                });
        assertThat(refused(enter(deputy, entry(deputy, officer, null, null, Set.of(), null)))
                        .reason())
                .isEqualTo(Change.Reason.DEPUTY_LOOP);
        assertThat(refused(enter(officer, entry(officer, officer, null, null, Set.of(), null)))
                        .reason())
                .isEqualTo(Change.Reason.DEPUTY_SAME);
        assertThat(refused(enter(officer, entry(officer, deputy, null, null, Set.of(), null)))
                        .reason())
                .isEqualTo(Change.Reason.DEPUTY_TWICE);
        assertThat(complete(now(third), only(officer).id(), "submit", Map.of("text", "chuyền")))
                .isInstanceOf(Completed.class);
    }

    @Test
    void a_sub_delegation_is_not_passed_on() {
        var third = branch.appoint("tu." + branch.a1, "Lê Văn Tư", Post.RECORDS_OFFICE, branch.a1);
        done(enter(officer, entry(officer, deputy, null, null, Set.of(), Capacity.TUQ)));
        done(enter(deputy, entry(deputy, third, null, null, Set.of(), null)));
        assertThat(now(deputy).standings()).extracting("person").contains(officer.id());
        assertThat(now(third).standings()).extracting("person").doesNotContain(officer.id());
    }

    @Test
    void a_claim_of_the_deputy_shows_and_ends_with_the_rule() {
        var second = branch.appoint("canbo9." + branch.a1, "Mai Thứ Chín", Post.OFFICER, branch.a1);
        var id = done(enter(officer, entry(officer, deputy, null, null, Set.of(), null)));
        papers.open("Giấy nhận thay", branch.a1, null);
        var task = only(second).id();
        assertThat(tasklist.view(second, task).holders())
                .extracting(Actor::name)
                .contains(deputy.name());
        tasklist.assign(now(deputy), task, deputy.username());
        assertThat(tasklist.assign(second, task, second.username())).isEqualTo(new Assignment.ClaimedBy(deputy.name()));
        assertThat(substitutions.end(now(deputy), id).done()).isTrue();
        assertThat(substitutions.end(officer, id).done()).isFalse();
        assertThat(tasklist.assign(second, task, second.username())).isInstanceOf(Assignment.Assigned.class);
    }

    @Test
    void the_leader_and_the_administrator_name_a_deputy_in_their_own_place_only() {
        var entry = entry(officer, deputy, Post.OFFICER, branch.a1, Set.of(), null);
        done(enter(leader, entry));
        assertThatThrownBy(() -> enter(branch.leader(branch.a), entry)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> enter(branch.officer(branch.b1), entry)).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> enter(leader, entry(officer, deputy, null, null, Set.of(), null)))
                .isInstanceOf(NotAllowed.class);
        assertThat(refused(enter(
                                branch.actor(Post.UNIT_ADMINISTRATOR, branch.a),
                                entry(officer, branch.officer(branch.b1), Post.OFFICER, branch.a1, Set.of(), null)))
                        .reason())
                .isEqualTo(Change.Reason.PERSON_UNKNOWN);
        var rule = substitutions.in(branch.a1).get(0);
        assertThatThrownBy(() -> substitutions.end(branch.officer(branch.b1), rule.id()))
                .isInstanceOf(NotVisible.class);
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'person.deputy-named' and object = ?")
                        .param("person:" + officer.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private Actor twoPosts() {
        var unit = branch.unit("M2", "Công đoàn kiêm nhiệm", vn.lantoa.organization.UnitKind.COMMUNE_UNION, branch.a);
        var both = branch.appoint("kiem." + unit, "Lê Kiêm Nhiệm", Post.OFFICER, unit);
        context.getBean(vn.lantoa.organization.TreeWriter.class)
                .holdings(List.of(new vn.lantoa.organization.Holding(
                        both.id(), Post.LEADER, unit, null, null, LocalDate.of(2025, 7, 1), null)));
        return now(both);
    }

    private Change enter(Actor by, Entry entry) {
        return substitutions.enter(now(by), entry);
    }

    private Entry entry(Actor person, Actor to, Post post, UnitId unit, Set<String> processes, Capacity capacity) {
        return new Entry(
                person.id(), to.username(), post, unit, processes, capacity, "nghỉ phép", today(), today().plusDays(7));
    }

    private Actor now(Actor actor) {
        return people.actor(actor.username()).orElseThrow();
    }

    private static long done(Change change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done) change).id();
    }

    private static Change.Refused refused(Change change) {
        assertThat(change).isInstanceOf(Change.Refused.class);
        return (Change.Refused) change;
    }
}
