package vn.lantoa.commendation.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.lantoa.commendation.council.CouncilFixtures.done;
import static vn.lantoa.commendation.council.CouncilVisits.API;
import static vn.lantoa.commendation.council.CouncilVisits.PAGES;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.testing.IntegrationTest;

/** Sessions through their pages and API: who comes in, and who sees what. */
@IntegrationTest
class CouncilDoorTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    CouncilVisits visit;

    @BeforeEach
    void visits() {
        visit = new CouncilVisits(mvc);
    }

    @Test
    void a_member_without_a_post_finds_the_session_and_nothing_else_of_the_unit() throws Exception {
        var on = new CouncilFixtures(context, 3);
        var id = on.waiting("Nguyễn Thị Hoà");
        var session = on.planned(1, List.of(id));
        var member = on.members.get(2);
        visit.see(member, "/tasks").andExpect(content().string(containsString("href=\"/awards/councils\"")));
        visit.see(member, "/welcome").andExpect(content().string(containsString(PAGES + session)));
        visit.see(member, "/awards/councils").andExpect(content().string(containsString(PAGES + session)));
        visit.see(member, PAGES + session).andExpect(status().isOk());
        var one = on.first(session);
        visit.see(member, PAGES + session + "/cases/" + one.id()).andExpect(status().isForbidden());
        for (var closed : List.of(
                "/awards/councils/" + on.council,
                "/dossiers/nomination/" + id,
                "/dossiers/council-session/" + session,
                PAGES + session + "/minutes.pdf",
                "/units/" + on.unit)) {
            visit.see(member, closed).andExpect(status().isNotFound());
        }
        visit.see(member, PAGES + session + "/chair").andExpect(status().isForbidden());
        visit.send(member, PAGES + session + "/opening").andExpect(status().isForbidden());
        visit.send(member, PAGES + session + "/declarations", "case", "" + one.id())
                .andExpect(redirectedUrl(PAGES + session));
        visit.see(member, PAGES + session + "/cases/" + one.id())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("tổ tự quản")));
        assertThat(jdbc.sql("select count(*) from nominee_access where nomination_id = ? and person_id = ?")
                        .params(id.value(), member.id().value())
                        .query(Long.class)
                        .single())
                .isPositive();

        var stranger = on.branch.officer(on.branch.a2);
        for (var path : List.of(PAGES + session, PAGES + session + "/chair", API + session)) {
            visit.see(stranger, path).andExpect(status().isNotFound());
        }
        visit.send(stranger, PAGES + session + "/votes", "vote-" + one.id(), "YES")
                .andExpect(status().isNotFound());
    }

    @Test
    void an_agenda_saved_again_keeps_what_members_declared_and_waiting_pages_log_nothing() throws Exception {
        var on = new CouncilFixtures(context, 3);
        var first = on.waiting("Nguyễn Thị Hoà");
        var second = on.waiting("Trần Văn Bình");
        var session = on.planned(1, List.of(first));
        var member = on.members.get(2);
        var kept = on.first(session).id();
        done(on.declarations().declare(member, session, kept, true));
        done(on.sessions().agenda(on.manager(), session, List.of(second, first)));
        assertThat(on.cases(session)).extracting(CouncilCase::nomination).containsExactly(second, first);
        assertThat(on.cases(session).get(1).id()).isEqualTo(kept);
        visit.see(member, PAGES + session).andExpect(content().string(containsString("đã khai có liên quan")));
        done(on.sessions().open(on.chair(), session));
        on.present(session, 3);
        var opened = on.first(session).id();
        done(on.ballots().open(on.chair(), session, opened, false));
        var logged = "select count(*) from nominee_access where person_id in (?, ?)";
        var before = jdbc.sql(logged)
                .params(member.id().value(), on.chair().id().value())
                .query(Long.class)
                .single();
        visit.see(on.chair(), PAGES + session + "/tally")
                .andExpect(content().string(containsString("Đã bỏ phiếu 0/3")))
                .andExpect(content().string(containsString("voted-" + opened)));
        visit.see(member, PAGES + session + "/news").andExpect(status().isOk());
        visit.see(member, PAGES + session + "/tally").andExpect(status().isForbidden());
        assertThat(jdbc.sql(logged)
                        .params(member.id().value(), on.chair().id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void who_is_barred_sees_neither_the_name_nor_a_ballot() throws Exception {
        var on = new CouncilFixtures(context, 3);
        var barred = on.branch.leader(on.branch.a11);
        on.name(barred, CouncilMember.Role.MEMBER);
        var id = on.waiting("Nguyễn Thị Hoà");
        var session = on.opened(1, List.of(id), 4);
        done(on.ballots().open(on.chair(), session, on.first(session).id(), false));
        visit.see(barred, PAGES + session)
                .andExpect(content().string(not(containsString("Nguyễn Thị Hoà"))))
                .andExpect(content().string(containsString("hệ thống thấy có liên quan")))
                .andExpect(content().string(not(containsString("id=\"ballot\""))));
        visit.see(on.members.get(2), PAGES + session).andExpect(content().string(containsString("Nguyễn Thị Hoà")));
        visit.see(barred, PAGES + session + "/cases/" + on.first(session).id()).andExpect(status().isForbidden());
    }

    @Test
    void the_api_does_the_same_and_remembers_no_choice() throws Exception {
        var on = new CouncilFixtures(context, 3);
        var id = on.waiting("Nguyễn Thị Hoà");
        var session = on.opened(1, List.of(id), 3);
        var one = on.first(session);
        visit.call(on.chair(), "/cases/" + one.id() + "/ballot", session, "{\"paper\":false}")
                .andExpect(status().isNoContent());
        var member = on.members.get(2);
        visit.call(member, "/cases/" + one.id() + "/vote", session, "{\"choice\":\"YES\"}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].key").value("vote"));
        visit.call(member, "/cases/" + one.id() + "/declaration", session, "{\"conflict\":false}")
                .andExpect(status().isNoContent());
        visit.call(member, "/cases/" + one.id() + "/vote", session, "{\"choice\":\"YES\"}")
                .andExpect(status().isNoContent());
        visit.call(member, "/cases/" + one.id() + "/vote", session, "{\"choice\":\"NO\"}")
                .andExpect(status().isConflict());
        visit.see(member, API + session)
                .andExpect(jsonPath("$.cases[0].voted").value(true))
                .andExpect(jsonPath("$.cases[0].count").doesNotExist());
        assertThat(jdbc.sql("select count(*) from idempotency where token like ?")
                        .param("vote-" + session + "-%")
                        .query(Long.class)
                        .single())
                .as("a digest of one of three answers is the answer")
                .isZero();
    }
}
