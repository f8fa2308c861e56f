package vn.lantoa.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Change;
import vn.lantoa.organization.Handover;
import vn.lantoa.organization.Handovers;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Post;

/** A post changes hands: what lay open goes with it, what was done stays. */
class HandoverTest extends TaskWalk {

    @Autowired
    Handovers handovers;

    @Autowired
    MockMvc mvc;

    Actor administrator;
    Actor successor;
    long holding;

    @BeforeEach
    void appoint() {
        administrator = branch.actor(Post.UNIT_ADMINISTRATOR, branch.a1);
        successor = branch.appoint("nhan." + branch.a1, "Phạm Thị Nhận", Post.RECORDS_OFFICE, branch.a1);
        holding = handovers.postsOf(officer.id()).get(0).holding();
    }

    @Test
    void the_successor_accepts_and_finds_claims_and_drafts_while_history_keeps_its_name() throws Exception {
        var done = papers.open("Giấy đã xong", branch.a1, null);
        complete(officer, only(officer).id(), "submit", Map.of("text", "xong"));
        papers.open("Giấy đã nhận", branch.a1, null);
        var task = only(officer).id();
        tasklist.assign(officer, task, officer.username());
        tasklist.saveDraft(officer, task, Map.of("text", "viết dở"), 0);

        page(administrator, "/units/" + branch.a1 + "/holders/" + holding + "/handover")
                .andExpect(content().string(allOf(containsString("Giấy đã nhận"), not(containsString("??")))));
        var location = send(
                        administrator,
                        post("/units/" + branch.a1 + "/holders/" + holding + "/handover")
                                .param("successor", successor.username())
                                .param("note", "Báo cáo tháng sáu còn thiếu hai đơn vị"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        page(successor, "/tasks")
                .andExpect(content()
                        .string(allOf(containsString(officer.name() + " bàn giao"), containsString(location))));
        page(successor, location)
                .andExpect(content()
                        .string(allOf(containsString("còn thiếu hai đơn vị"), containsString("Nhận bàn giao"))));
        mvc.perform(get(location).with(user(branch.username(Post.OFFICER, branch.b1))))
                .andExpect(status().isNotFound());
        send(officer, post(location + "/acceptance")).andExpect(status().isForbidden());
        send(successor, post(location + "/acceptance")).andExpect(status().is3xxRedirection());
        send(successor, post(location + "/acceptance"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("đã được trả lời")));

        var now = people.actor(successor.username()).orElseThrow();
        assertThat(now.holds(Post.OFFICER, branch.a1)).isTrue();
        var view = tasklist.view(now, task);
        assertThat(view.task().assignee().username()).isEqualTo(successor.username());
        assertThat(view.data()).containsEntry("text", "viết dở");
        assertThat(tasklist.dossier(now, done, VI).story())
                .anySatisfy(sentence -> assertThat(sentence.person()).isEqualTo(officer.name()));
        assertThat(handovers.postsOf(officer.id()).get(0).held().to()).isEqualTo(today());
        assertThat(jdbc.sql("select action from audit_entry where object = ? order by id")
                        .param("person:" + officer.id())
                        .query(String.class)
                        .list())
                .contains("person.handover-offered", "person.handover-accepted", "person.dismissed");
    }

    @Test
    void declined_withdrawn_and_two_at_once() throws Exception {
        var id = done(offer(administrator, successor, true));
        assertThat(reason(offer(administrator, successor, true))).isEqualTo(Change.Reason.HANDOVER_OPEN);
        assertThat(handovers.decline(successor, id, "bận việc khác").done()).isTrue();
        assertThat(reason(handovers.accept(successor, id))).isEqualTo(Change.Reason.HANDOVER_OVER);
        assertThat(handovers.find(officer, id).answer()).isEqualTo("bận việc khác");
        assertThat(people.actor(successor.username()).orElseThrow().holds(Post.OFFICER, branch.a1))
                .isFalse();

        var second = done(offer(administrator, successor, true));
        assertThatThrownBy(() -> handovers.withdraw(successor, second)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> handovers.find(branch.officer(branch.b1), second))
                .isInstanceOf(NotVisible.class);
        assertThat(handovers.withdraw(officer, second).done()).isTrue();
        assertThat(reason(handovers.accept(successor, second))).isEqualTo(Change.Reason.HANDOVER_OVER);

        var pool = Executors.newFixedThreadPool(2);
        var both = pool.invokeAll(List.<Callable<Change>>of(
                () -> offer(administrator, successor, true), () -> offer(administrator, leader, true)));
        var third = List.of(both.get(0).get(), both.get(1).get());
        assertThat(third).filteredOn(Change::done).hasSize(1);
        var open = handovers.in(branch.a1).stream()
                .filter(Handover::open)
                .findFirst()
                .orElseThrow();
        var taker = people.actor(open.successor().username()).orElseThrow();
        var race = pool.invokeAll(List.<Callable<Change>>of(
                () -> handovers.accept(taker, open.id()), () -> handovers.withdraw(administrator, open.id())));
        pool.shutdown();
        assertThat(List.of(race.get(0).get(), race.get(1).get()))
                .filteredOn(Change::done)
                .hasSize(1);
    }

    @Test
    void ones_own_offer_goes_to_a_fellow_holder_only_and_ends_no_post() {
        var own = handovers.offer(officer, holding, new Handovers.Offer(successor.username(), null, true, ""));
        assertThat(reason(own)).isEqualTo(Change.Reason.SUCCESSOR_NOT_A_HOLDER);
        assertThat(reason(handovers.offer(officer, holding, new Handovers.Offer(officer.username(), null, true, ""))))
                .isEqualTo(Change.Reason.SUCCESSOR_SAME);
        assertThatThrownBy(() ->
                        handovers.offer(leader, holding, new Handovers.Offer(successor.username(), null, true, "")))
                .isInstanceOf(NotAllowed.class);
        var fellow = branch.appoint("canbo8." + branch.a1, "Vũ Đồng Chức", Post.OFFICER, branch.a1);
        papers.open("Giấy trả về", branch.a1, null);
        tasklist.assign(officer, only(officer).id(), officer.username());
        var id = done(handovers.offer(officer, holding, new Handovers.Offer(fellow.username(), null, false, "")));
        handovers.accept(fellow, id);
        assertThat(only(fellow).assignee()).isNull();
        assertThat(handovers.postsOf(officer.id()).get(0).held().to()).isNull();
    }

    @Test
    void duties_of_a_coming_last_day_go_over_on_that_day() {
        papers.open("Giấy về sau", branch.a1, null);
        tasklist.assign(officer, only(officer).id(), officer.username());
        var id = done(handovers.offer(
                administrator, holding, new Handovers.Offer(successor.username(), today().plusDays(3), true, "")));
        handovers.accept(successor, id);
        handovers.settleDue();
        assertThat(only(officer).assignee().username()).isEqualTo(officer.username());
        jdbc.sql("update handover set last_day = ? where id = ?")
                .params(today(), id)
                .update();
        jdbc.sql("update post_holding set from_date = ? where person_id = ? and post = 'canbo'")
                .params(today(), successor.id().value())
                .update();
        handovers.settleDue();
        handovers.settleDue();
        assertThat(only(officer).assignee().username()).isEqualTo(successor.username());
    }

    private Change offer(Actor by, Actor to, boolean claims) {
        return handovers.offer(by, holding, new Handovers.Offer(to.username(), null, claims, ""));
    }

    private static long done(Change change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done) change).id();
    }

    private static Change.Reason reason(Change change) {
        assertThat(change).isInstanceOf(Change.Refused.class);
        return ((Change.Refused) change).reason();
    }

    private ResultActions page(Actor actor, String path) throws Exception {
        return mvc.perform(get(path).with(user(actor.username()))).andExpect(status().isOk());
    }

    private ResultActions send(Actor actor, MockHttpServletRequestBuilder form) throws Exception {
        return mvc.perform(form.with(user(actor.username())).with(csrf()));
    }
}
