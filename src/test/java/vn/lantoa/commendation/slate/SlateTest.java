package vn.lantoa.commendation.slate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.lantoa.commendation.slate.SlateFixtures.VIETNAMESE;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.commendation.ManyNominations.Result;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NominationProgress;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.commendation.Review.Mark;
import vn.lantoa.organization.Actor;
import vn.lantoa.testing.IntegrationTest;

/** A level's list: marks that send nothing, places that are never taken twice, many decided at once. */
@IntegrationTest
class SlateTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    Slates slates;

    @Autowired
    LeaderDesk desk;

    @Autowired
    JdbcClient jdbc;

    SlateFixtures on;

    @BeforeEach
    void aSeason() {
        on = new SlateFixtures(context);
    }

    @Test
    void the_list_is_marked_without_sending_and_closed_with_a_result_for_each() throws Exception {
        var ids = on.nominate(on.branch.a, "BK_TLD_CD", 6);
        var officer = on.branch.officer(on.branch.a);

        on.mark(officer, on.branch.a, ids.subList(0, 5), Mark.PROPOSE);
        web.perform(post("/awards/slates/{id}/marks", on.branch.a)
                        .param("mark-" + ids.get(5), "NOT_THIS_TIME")
                        .header("HX-Request", "true")
                        .with(user(officer.username()))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"counters\"")))
                .andExpect(content().string(not(containsString("<html"))));
        assertThat(ids).allSatisfy(id -> assertThat(on.awards.state(id)).isEqualTo(NominationState.REVIEW));

        var slate = slates.of(officer, on.branch.a, null, "slate", VIETNAMESE);
        assertThat(slate.counters().proposed()).isEqualTo(5);
        assertThat(slate.counters().directPercent()).isEqualTo(100);
        assertThat(slate.counters().womenPercent()).isEqualTo(100);
        assertThat(slate.counters().quotas()).singleElement().satisfies(quota -> {
            assertThat(quota.places()).isEqualTo(4);
            assertThat(quota.over()).isTrue();
        });

        web.perform(get("/awards/slates/{id}", on.branch.a).with(user(officer.username())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(on.name(1))));
        var results = slates.close(officer, on.branch.a, ids, "Chưa đủ điều kiện", VIETNAMESE);
        assertThat(results.stream().filter(Result::done)).hasSize(5);
        assertThat(results).filteredOn(result -> !result.done()).singleElement().satisfies(result -> assertThat(
                        on.awards.state(result.nomination()))
                .isEqualTo(NominationState.REVIEW));
        assertThat(on.awards.state(ids.get(5))).isEqualTo(NominationState.NOT_THIS_TIME);

        web.perform(get("/awards/slates/{id}", on.branch.a)
                        .with(user(on.branch.officer(on.branch.b).username())))
                .andExpect(status().isNotFound());
        var file = web.perform(get("/awards/slates/{id}/list.xlsx", on.branch.a).with(user(officer.username())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(1);
        }
        assertThat(readings(ids.get(0))).contains("slate");
    }

    @Test
    void two_at_the_same_moment_never_take_the_same_place() throws Exception {
        var ids = on.nominate(on.branch.a, "BK_TLD_CD", 6);
        var officer = on.branch.officer(on.branch.a);
        on.mark(officer, on.branch.a, ids, Mark.PROPOSE);
        var pool = Executors.newFixedThreadPool(3);
        try {
            var runs = IntStream.range(0, 3)
                    .mapToObj(part -> pool.submit(() ->
                            slates.close(officer, on.branch.a, ids.subList(part * 2, part * 2 + 2), null, VIETNAMESE)))
                    .toList();
            var done = 0;
            for (var run : runs) {
                done += (int) run.get().stream().filter(Result::done).count();
            }
            assertThat(done).isLessThanOrEqualTo(4);
            assertThat(ids.stream().filter(id -> on.awards.state(id) != NominationState.REVIEW))
                    .hasSize(done);
        } finally {
            pool.shutdown();
        }
        // Who lost a race for a lock tries again; the places left are then taken, and no more.
        slates.close(officer, on.branch.a, ids, "Chưa đủ điều kiện", VIETNAMESE);
        assertThat(ids.stream().filter(id -> on.awards.state(id) != NominationState.REVIEW))
                .hasSize(4);
    }

    @Test
    void a_committee_decides_on_many_in_one_meeting_and_the_leader_signs_them() throws Exception {
        var ids = on.nominate(on.branch.a11, "GK_CDCS", 3);
        var officer = on.branch.officer(on.branch.a11);
        var leader = on.branch.leader(on.branch.a11);
        on.mark(officer, on.branch.a11, ids, Mark.PROPOSE);
        assertThat(slates.close(officer, on.branch.a11, ids, null, VIETNAMESE)).allMatch(Result::done);
        ids.forEach(this::passPosting);

        assertThat(desk.waiting(leader, on.branch.a11, null, VIETNAMESE).forCommittee())
                .hasSize(3);
        assertThat(desk.decide(leader, on.branch.a11, ids, vote(9, 4, 4), VIETNAMESE))
                .noneMatch(Result::done);
        assertThat(desk.decide(leader, on.branch.a11, ids, vote(9, 8, 7), VIETNAMESE))
                .allMatch(Result::done);
        web.perform(get("/awards/slates/{id}/approvals", on.branch.a11).with(user(leader.username())))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString(on.awards.nomination(ids.get(0)).number())));
        web.perform(post("/awards/slates/{id}/approvals", on.branch.a11)
                        .param("nomination", ids.get(0).toString(), ids.get(1).toString())
                        .param("outcome", "approve")
                        .param("count", "3")
                        .with(user(leader.username()))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        assertThat(desk.sign(leader, on.branch.a11, List.of(ids.get(2)), "return", "Thiếu báo cáo", VIETNAMESE))
                .allMatch(Result::done);
        assertThat(desk.sign(leader, on.branch.a11, ids, "approve", null, VIETNAMESE).stream()
                        .filter(Result::done))
                .hasSize(2);
        assertThat(on.awards.state(ids.get(0))).isEqualTo(NominationState.DECIDING);
        assertThat(on.awards.state(ids.get(2))).isEqualTo(NominationState.DRAFT);
    }

    @Test
    void what_went_elsewhere_while_the_page_lay_open_is_answered_for_and_a_refused_act_keeps_what_was_typed()
            throws Exception {
        var ids = on.nominate(on.branch.a11, "GK_CDCS", 4);
        var officer = on.branch.officer(on.branch.a11);
        var leader = on.branch.leader(on.branch.a11);
        on.mark(officer, on.branch.a11, ids, Mark.PROPOSE);
        slates.close(officer, on.branch.a11, ids, null, VIETNAMESE);
        ids.forEach(this::passPosting);
        desk.decide(leader, on.branch.a11, ids, vote(9, 8, 7), VIETNAMESE);
        context.getBean(Nominations.class).withdraw(officer, ids.get(0), "Đơn vị xin rút");
        desk.sign(leader, on.branch.a11, ids.subList(1, 2), "return", "Thiếu báo cáo", VIETNAMESE);

        web.perform(sign(leader, ids)
                        .param("outcome", "return")
                        .param("reason", "Gửi lại")
                        .param("count", "3"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("đang chọn 4 hồ sơ")))
                .andExpect(content().string(containsString("value=\"Gửi lại\"")));
        web.perform(sign(leader, ids).param("outcome", "approve").param("count", "4"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2 hồ sơ đã xong")))
                .andExpect(content().string(containsString("2 hồ sơ chưa thực hiện được")))
                .andExpect(content().string(containsString("Đã rút")))
                .andExpect(content().string(containsString("Đang lập hồ sơ")));
        var elsewhere = on.awards.nominate(on.branch.b1, "GK_CTTT", on.name(5));
        assertThat(desk.sign(leader, on.branch.a11, List.of(elsewhere), "approve", null, VIETNAMESE))
                .as("nothing is said of what this person may not read")
                .isEmpty();
    }

    private MockHttpServletRequestBuilder sign(Actor leader, List<NominationId> ids) {
        return post("/awards/slates/{id}/approvals", on.branch.a11)
                .param("nomination", ids.stream().map(NominationId::toString).toArray(String[]::new))
                .with(user(leader.username()))
                .with(csrf());
    }

    private void passPosting(NominationId id) {
        if (on.awards.state(id) == NominationState.POSTING) {
            context.getBean(NominationProgress.class).postingClosed(id, false);
        }
    }

    private Map<String, Object> vote(int members, int present, int inFavour) {
        return Map.of("members", members, "present", present, "inFavour", inFavour, "metOn", on.today());
    }

    private List<String> readings(NominationId id) {
        return jdbc.sql("select distinct purpose from nominee_access where nomination_id = ?")
                .param(id.value())
                .query(String.class)
                .list();
    }
}
