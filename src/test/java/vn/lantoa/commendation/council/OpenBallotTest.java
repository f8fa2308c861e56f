package vn.lantoa.commendation.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.lantoa.commendation.council.CouncilFixtures.done;
import static vn.lantoa.commendation.council.CouncilVisits.PAGES;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.Papers;

/** A ballot that names its voters, through its doors: said beforehand, kept by name, told by the minutes alone. */
@IntegrationTest
class OpenBallotTest {

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

    /** As a table of rules that says so would have frozen it; the rows of today all ask for a secret one. */
    private NominationId votedOpenly(CouncilFixtures on, String name) {
        var id = on.waiting(name);
        jdbc.sql("update nomination_review set ballot = 'OPEN' where nomination_id = ? and state = 'OPEN'")
                .param(id.value())
                .update();
        return id;
    }

    @Test
    void an_open_ballot_names_who_voted_what_in_the_minutes_and_nowhere_before() throws Exception {
        var on = new CouncilFixtures(context, 5);
        var id = votedOpenly(on, "Nguyễn Thị Hoà");
        var session = on.opened(1, List.of(id), 4);
        var one = on.first(session);
        var chair = on.chair();
        assertThat(one.secret()).isFalse();
        visit.send(chair, PAGES + session + "/ballots", "case", "" + one.id()).andExpect(status().is3xxRedirection());
        var choices = List.of("YES", "YES", "YES", "NO");
        for (var place = 0; place < choices.size(); place++) {
            var member = on.members.get(place);
            visit.send(member, PAGES + session + "/declarations", "case", "" + one.id())
                    .andExpect(status().is3xxRedirection());
            visit.see(member, PAGES + session)
                    .andExpect(content().string(containsString("Biểu quyết công khai")))
                    .andExpect(content().string(not(containsString("Phiếu kín"))));
            visit.send(member, PAGES + session + "/votes", "vote-" + one.id(), choices.get(place))
                    .andExpect(redirectedUrl(PAGES + session));
        }
        visit.send(on.members.get(0), PAGES + session + "/votes", "vote-" + one.id(), "NO")
                .andExpect(status().isConflict());
        var absent = on.members.get(4);
        visit.call(absent, "/cases/" + one.id() + "/declaration", session, "{\"conflict\":false}")
                .andExpect(status().isNoContent());
        visit.call(absent, "/cases/" + one.id() + "/vote", session, "{\"choice\":\"BLANK\"}")
                .andExpect(status().isNoContent());

        for (var before : List.of(PAGES + session, PAGES + session + "/chair", PAGES + session + "/tally")) {
            visit.see(chair, before).andExpect(content().string(not(containsString("không đồng ý: Nguyễn Ủy Viên D"))));
        }
        visit.send(chair, PAGES + session + "/cases/" + one.id() + "/count").andExpect(status().is3xxRedirection());
        visit.send(chair, PAGES + session + "/closing").andExpect(status().is3xxRedirection());
        assertThat(on.first(session).count().agreed()).isEqualTo(3);
        assertThat(on.award.state(id)).isEqualTo(NominationState.SIGNING);

        assertThat(Papers.wordText(visit.load(chair, PAGES + session + "/minutes.docx")))
                .contains("Công khai", "3/5 (60%)")
                .contains("đồng ý: Nguyễn Ủy Viên A, Nguyễn Ủy Viên B, Nguyễn Ủy Viên C;")
                .contains("không đồng ý: Nguyễn Ủy Viên D; không có ý kiến: Nguyễn Ủy Viên E.");
        visit.see(on.members.get(2), PAGES + session + "/minutes.docx").andExpect(status().isNotFound());
        assertThat(rows("council_open_vote", one)).isEqualTo(5);
        assertThat(rows("council_ballot", one) + rows("council_voter", one)).isZero();
    }

    @Test
    void open_and_secret_ballots_stand_on_one_agenda_and_only_the_open_one_is_named() throws Exception {
        var on = new CouncilFixtures(context, 3);
        var session = on.opened(1, List.of(votedOpenly(on, "Trần Thị Na"), on.waiting("Trần Văn Bình")), 3);
        for (var one : on.cases(session)) {
            done(on.ballots().open(on.chair(), session, one.id(), false));
            for (var member : on.members) {
                done(on.declarations().declare(member, session, one.id(), false));
            }
        }
        var cases = on.cases(session);
        visit.see(on.members.get(2), PAGES + session)
                .andExpect(content().string(containsString("Biểu quyết công khai")))
                .andExpect(content().string(containsString("Phiếu kín")));
        for (var member : on.members) {
            visit.send(
                            member,
                            PAGES + session + "/votes",
                            "vote-" + cases.get(0).id(),
                            "NO",
                            "vote-" + cases.get(1).id(),
                            "YES")
                    .andExpect(redirectedUrl(PAGES + session));
        }
        for (var one : cases) {
            done(on.ballots().count(on.chair(), session, one.id()));
        }
        visit.send(on.chair(), PAGES + session + "/closing").andExpect(status().is3xxRedirection());
        assertThat(Papers.wordText(visit.load(on.chair(), PAGES + session + "/minutes.docx")))
                .contains("- Hồ sơ " + cases.get(0).number() + ": đồng ý: không có; không đồng ý: Nguyễn Ủy Viên A")
                .doesNotContain("- Hồ sơ " + cases.get(1).number());
    }

    private long rows(String table, CouncilCase one) {
        return jdbc.sql("select count(*) from " + table + " where case_id = ?")
                .param(one.id())
                .query(Long.class)
                .single();
    }
}
