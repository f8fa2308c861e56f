package vn.lantoa.commendation.council;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.commendation.council.CouncilFixtures.done;
import static vn.lantoa.commendation.council.CouncilFixtures.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.organization.Actor;
import vn.lantoa.testing.IntegrationTest;

/** The box of a secret ballot: it knows no voter, takes each once, and loses none. */
@IntegrationTest
class BallotBoxTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_secret_ballot_leaves_no_link_between_voter_and_choice() {
        var on = new CouncilFixtures(context, 3);
        var session = on.opened(1, List.of(on.waiting("Nguyễn Thị Hoà")), 3);
        var one = on.first(session);
        assertThat(one.secret()).isTrue();
        done(on.ballots().open(on.chair(), session, one.id(), false));
        on.vote(session, one, on.members.subList(0, 1), 1);
        var before = box(one);
        on.vote(session, one, on.members.subList(1, 3), 0);
        assertThat(box(one)).hasSize(3).doesNotContainAnyElementsOf(before);
        assertThat(columns("council_ballot")).containsExactlyInAnyOrder("id", "case_id", "choice");
        assertThat(columns("council_voter")).containsExactlyInAnyOrder("case_id", "person_id");
        assertThat(jdbc.sql("select facts || coalesce(payload, '') from audit_entry where action = 'council.voted'"
                                + " and object = ?")
                        .param("council-session:" + session)
                        .query(String.class)
                        .list())
                .hasSize(3)
                .allSatisfy(said -> assertThat(said).doesNotContain("YES", "NO", "BLANK"));
        done(on.ballots().count(on.chair(), session, one.id()));
        assertThat(on.first(session).count().agreed()).isEqualTo(1);
    }

    @Test
    void two_browsers_count_once_and_no_vote_is_lost_when_the_ballot_closes() throws Exception {
        var on = new CouncilFixtures(context, 9);
        var session = on.opened(1, List.of(on.waiting("Nguyễn Thị Hoà")), 9);
        var one = on.first(session);
        done(on.ballots().open(on.chair(), session, one.id(), false));
        on.members.forEach(member -> done(on.declarations().declare(member, session, one.id(), false)));
        var start = new CountDownLatch(1);
        var votes = new ArrayList<Future<CouncilOutcome>>();
        var pool = Executors.newFixedThreadPool(6);
        for (var member : on.members) {
            for (var browser = 0; browser < 2; browser++) {
                votes.add(pool.submit(() -> {
                    start.await();
                    return cast(on, member, session, one);
                }));
            }
        }
        var count = pool.submit(() -> {
            start.await();
            return on.ballots().count(on.chair(), session, one.id());
        });
        start.countDown();
        var taken = 0;
        for (var vote : votes) {
            var outcome = vote.get();
            if (outcome instanceof CouncilOutcome.Done) {
                taken++;
            } else {
                assertThat(refused(outcome)).isIn("council.conflict.voted", "council.conflict.vote.COUNTED");
            }
        }
        done(count.get());
        pool.shutdown();
        assertThat(on.first(session).count().collected()).isEqualTo(taken);
        assertThat(box(one)).hasSize(taken);
    }

    private static CouncilOutcome cast(CouncilFixtures on, Actor member, long session, CouncilCase one) {
        return on.ballots().cast(member, session, one.id(), Choice.YES);
    }

    private List<String> box(CouncilCase one) {
        return jdbc.sql("select id from council_ballot where case_id = ?")
                .param(one.id())
                .query(String.class)
                .list();
    }

    private List<String> columns(String table) {
        return jdbc.sql("select lower(column_name) from information_schema.columns where lower(table_name) = ?")
                .param(table)
                .query(String.class)
                .list();
    }
}
