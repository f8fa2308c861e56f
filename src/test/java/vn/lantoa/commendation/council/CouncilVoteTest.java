package vn.lantoa.commendation.council;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.commendation.council.CouncilFixtures.done;
import static vn.lantoa.commendation.council.CouncilFixtures.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.commendation.council.CouncilCase.Result;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Change;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitRegister;
import vn.lantoa.testing.IntegrationTest;

/** A council votes on real nominations, and what it decides moves their processes. */
@IntegrationTest
class CouncilVoteTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    UnitRegister register;

    @Test
    void eighty_percent_of_nine_members_needs_eight_and_only_the_second_failure_is_final() {
        var on = new CouncilFixtures(context, 9);
        var flag = on.waitingFlag("CĐCS Công ty May A11");
        var session = on.opened(1, List.of(flag), 9);
        var one = on.first(session);
        assertThat(one.rule().approvalPercent()).isEqualTo(80);
        done(on.ballots().open(on.chair(), session, one.id(), false));
        on.vote(session, one, on.members, 7);
        done(on.ballots().count(on.chair(), session, one.id()));
        done(on.closing().close(on.chair(), session, Set.of()));

        var counted = on.first(session);
        assertThat(counted.result()).isEqualTo(Result.FAILED);
        assertThat(counted.count().needed()).isEqualTo(8);
        assertThat(counted.decided()).isFalse();
        assertThat(on.award.state(flag)).isEqualTo(NominationState.VOTING);
        assertThat(refused(on.sessions().agenda(on.manager(), on.planned(1, List.of()), List.of(flag))))
                .isEqualTo("council.conflict.agenda");

        var second = on.opened(2, List.of(flag), 8);
        var again = on.first(second);
        done(on.ballots().open(on.chair(), second, again.id(), false));
        on.vote(second, again, on.members.subList(0, 8), 8);
        done(on.ballots().count(on.chair(), second, again.id()));
        assertThat(refused(on.closing().conclude(on.chair(), session, List.of(one.id()))))
                .isEqualTo("council.conflict.conclude");
        done(on.closing().close(on.chair(), second, Set.of()));
        assertThat(on.first(second).result()).isEqualTo(Result.PASSED);
        assertThat(on.award.state(flag)).isEqualTo(NominationState.SIGNING);
        assertThat(refused(on.closing().close(on.chair(), second, Set.of())))
                .isEqualTo("council.conflict.session.CLOSED");
    }

    @Test
    void a_first_failure_is_final_when_the_council_says_so() {
        var on = new CouncilFixtures(context, 3);
        var first = on.waiting("Nguyễn Thị Hoà");
        var other = on.waiting("Trần Văn Bình");
        var session = on.opened(1, List.of(first, other), 3);
        for (var one : on.cases(session)) {
            done(on.ballots().open(on.chair(), session, one.id(), false));
            on.vote(session, one, on.members, 1);
            done(on.ballots().count(on.chair(), session, one.id()));
        }
        var cases = on.cases(session);
        done(on.closing().close(on.chair(), session, Set.of(cases.get(0).id())));
        assertThat(on.award.state(first)).isEqualTo(NominationState.REJECTED);
        assertThat(on.award.state(other)).isEqualTo(NominationState.VOTING);
        done(on.closing().conclude(on.chair(), session, List.of(cases.get(1).id())));
        assertThat(on.award.state(other)).isEqualTo(NominationState.REJECTED);
    }

    @Test
    void without_a_quorum_nothing_is_voted() {
        var on = new CouncilFixtures(context, 9);
        var id = on.waiting("Nguyễn Thị Hoà");
        var session = on.opened(1, List.of(id), 5);
        assertThat(refused(
                        on.ballots().open(on.chair(), session, on.first(session).id(), false)))
                .isEqualTo("council.conflict.quorum");
        done(on.closing().close(on.chair(), session, Set.of()));
        assertThat(on.first(session).result()).isEqualTo(Result.NO_QUORUM);
        assertThat(on.award.state(id)).isEqualTo(NominationState.VOTING);
        var second = on.opened(2, List.of(id), 5);
        done(on.closing().close(on.chair(), second, Set.of()));
        assertThat(on.award.state(id)).isEqualTo(NominationState.REJECTED);
    }

    @Test
    void who_may_not_vote_is_told_why() {
        var on = new CouncilFixtures(context, 6);
        var barred = on.branch.leader(on.branch.a11);
        on.name(barred, CouncilMember.Role.MEMBER);
        var id = on.waiting("Nguyễn Thị Hoà");
        var session = on.opened(1, List.of(id), 6);
        var late = on.person("denmuon", "Lê Đến Muộn");
        on.name(late, CouncilMember.Role.MEMBER);
        var one = on.first(session);
        var absent = barred;
        assertThat(refused(cast(on, on.members.get(2), session, one))).isEqualTo("council.conflict.vote.WAITING");
        done(on.ballots().open(on.chair(), session, one.id(), false));

        assertThat(refused(cast(on, on.members.get(2), session, one))).isEqualTo("council.refused.undeclared");
        assertThat(refused(cast(on, late, session, one))).isEqualTo("council.refused.not-seated");
        done(on.declarations().declare(barred, session, one.id(), false));
        assertThat(refused(cast(on, absent, session, one))).isEqualTo("council.refused.barred");
        done(on.declarations().declare(on.members.get(3), session, one.id(), true));
        done(on.declarations().declare(on.members.get(3), session, one.id(), false));
        assertThat(refused(cast(on, on.members.get(3), session, one))).isEqualTo("council.refused.barred");

        on.vote(session, one, List.of(on.members.get(4)), 1);
        assertThat(refused(cast(on, on.members.get(4), session, one))).isEqualTo("council.conflict.voted");
        assertThat(refused(on.declarations().declare(on.members.get(4), session, one.id(), true)))
                .isEqualTo("council.conflict.voted");
        var term = on.councils().members(on.manager(), on.council).stream()
                .filter(member -> member.person().equals(on.members.get(5).id()))
                .findFirst()
                .orElseThrow();
        done(on.councils()
                .end(on.manager(), on.council, term.id(), LocalDate.now().minusDays(1)));
        assertThat(refused(cast(on, on.members.get(5), session, one))).isEqualTo("council.refused.former");

        jdbc.sql("update council_case set written_votes = false where id = ?")
                .param(one.id())
                .update();
        done(on.ballots().count(on.chair(), session, one.id()));
        assertThat(on.first(session).count().base())
                .as("a conflict does not change the base")
                .isEqualTo(7);
        assertThat(refused(cast(on, on.members.get(2), session, one))).isEqualTo("council.conflict.vote.COUNTED");
    }

    @Test
    void votes_stay_valid_under_the_old_name_when_a_unit_goes_on_as_another() {
        var on = new CouncilFixtures(context, 3);
        var id = on.waiting("Nguyễn Thị Hoà");
        var session = on.opened(1, List.of(id), 3);
        var one = on.first(session);
        done(on.ballots().open(on.chair(), session, one.id(), false));
        on.vote(session, one, on.members, 3);
        var admin = on.branch.actor(Post.UNIT_ADMINISTRATOR, on.branch.a);
        assertThat(register.merge(admin, on.branch.a1, on.branch.a2, LocalDate.now()))
                .isInstanceOf(Change.Done.class);
        done(on.ballots().count(on.chair(), session, one.id()));
        done(on.closing().close(on.branch.officer(on.branch.a2), session, Set.of()));
        var counted = on.first(session);
        assertThat(counted.result()).isEqualTo(Result.PASSED);
        assertThat(counted.unit()).isEqualTo("CĐCS Công ty May A11");
        var kept = context.getBean(SessionRows.class).find(session).orElseThrow();
        assertThat(kept.unit()).isEqualTo(on.branch.a2);
        assertThat(kept.unitName()).isEqualTo("Công đoàn xã A1");
        assertThat(on.award.state(id)).isEqualTo(NominationState.SIGNING);
    }

    private static CouncilOutcome cast(CouncilFixtures on, Actor member, long session, CouncilCase one) {
        return on.ballots().cast(member, session, one.id(), Choice.YES);
    }
}
