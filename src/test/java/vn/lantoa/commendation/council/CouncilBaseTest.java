package vn.lantoa.commendation.council;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.commendation.council.CouncilFixtures.done;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.commendation.council.CouncilCase.Result;
import vn.lantoa.testing.IntegrationTest;

/** What the share of a vote is taken of, where the rule names those taking part. */
@IntegrationTest
class CouncilBaseTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    /** 80 % of those taking part: six of nine are there, two write; 6 of 8 is too few on the screen, 7 of 8 enough on paper. */
    @Test
    void where_the_base_is_those_taking_part_a_written_vote_counts_in_it() {
        var on = new CouncilFixtures(context, 9);
        var session = on.opened(
                1, List.of(on.waitingFlag("CĐCS Công ty May A11"), on.waitingFlag("CĐCS Công ty May A11")), 6);
        jdbc.sql("update council_case set base_kind = 'PRESENT' where session_id = ?")
                .param(session)
                .update();
        var screen = on.first(session);
        done(on.ballots().open(on.chair(), session, screen.id(), false));
        on.vote(session, screen, on.members.subList(0, 8), 6);
        done(on.ballots().count(on.chair(), session, screen.id()));
        assertThat(on.first(session).count().base()).isEqualTo(8);
        assertThat(on.first(session).count().needed()).isEqualTo(7);
        assertThat(on.first(session).result()).isEqualTo(Result.FAILED);

        var paper = on.cases(session).get(1);
        done(on.ballots().open(on.chair(), session, paper.id(), true));
        done(on.ballots().countPaper(on.chair(), session, paper.id(), new PaperCount(9, 8, 8, 7)));
        assertThat(on.cases(session).get(1).count().base()).isEqualTo(8);
        assertThat(on.cases(session).get(1).result()).isEqualTo(Result.PASSED);
    }
}
