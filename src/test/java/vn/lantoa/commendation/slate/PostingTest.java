package vn.lantoa.commendation.slate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.lantoa.commendation.slate.SlateFixtures.VIETNAMESE;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.commendation.Review.Mark;
import vn.lantoa.testing.IntegrationTest;

/** A public posting: it ends by the clock, and an objection stops only its own. */
@IntegrationTest
class PostingTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    Slates slates;

    @Autowired
    Postings postings;

    @Autowired
    PostingDay day;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    SlateFixtures on;

    @BeforeEach
    void aSeason() {
        on = new SlateFixtures(context);
    }

    @Test
    void a_posting_ends_by_the_clock_once_and_an_objection_stops_only_its_own() throws Exception {
        var ids = on.nominate(on.branch.a, "BK_TLD_CD", 3);
        var officer = on.branch.officer(on.branch.a);
        on.mark(officer, on.branch.a, ids, Mark.PROPOSE);
        slates.close(officer, on.branch.a, ids, "Chưa đủ điều kiện", VIETNAMESE);
        assertThat(on.awards.state(ids.get(0))).isEqualTo(NominationState.POSTING);

        assertThat(postings.open(officer, on.branch.a, on.awards.season)).isEqualTo(new Postings.Outcome.Done(3));
        assertThat(postings.open(officer, on.branch.a, on.awards.season)).isInstanceOf(Postings.Outcome.Refused.class);
        var posting = postings.of(officer, on.branch.a, on.awards.season).get(0);
        var rule = on.awards.review(ids.get(0)).rule();
        assertThat(posting.lastDay())
                .isEqualTo(context.getBean(WorkingDays.class).plus(LocalDate.now(clock), rule.postingDays()));

        assertThat(postings.object(officer, posting.id(), ids.get(0), "2099-01-01", "12/CV"))
                .isEqualTo(new Postings.Outcome.Refused("posting.refused.date"));
        assertThat(postings.object(officer, posting.id(), ids.get(0), on.today(), "Ông A nói rằng"))
                .isEqualTo(new Postings.Outcome.Refused("posting.refused.number"));
        web.perform(post("/awards/postings/{id}/objections", posting.id())
                        .param("nomination", ids.get(0).toString())
                        .param("on", on.today())
                        .param("number", "12/CV-CĐ")
                        .with(user(officer.username()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(on.awards.state(ids.get(0))).isEqualTo(NominationState.OBJECTED);
        assertThat(on.awards.state(ids.get(1))).isEqualTo(NominationState.POSTING);
        web.perform(get("/awards/postings/{id}", posting.id()).with(user(officer.username())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("12/CV-CĐ")));

        day.workThrough();
        assertThat(on.awards.state(ids.get(1))).isEqualTo(NominationState.POSTING);
        jdbc.sql("update award_posting set last_day = ? where id = ?")
                .params(LocalDate.now(clock).minusDays(9), posting.id())
                .update();
        assertThat(postings.object(officer, posting.id(), ids.get(1), on.today(), "13/CV"))
                .isEqualTo(new Postings.Outcome.Refused("posting.refused.closed"));
        day.workThrough();
        day.workThrough();
        assertThat(on.awards.state(ids.get(1))).isEqualTo(NominationState.VOTING);
        assertThat(on.awards.state(ids.get(0))).isEqualTo(NominationState.OBJECTED);
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'posting.closed' and object = ?")
                        .param("posting:" + posting.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }
}
