package vn.lantoa.reporting;

import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;
import vn.lantoa.rulebook.Rulebook;
import vn.lantoa.rulebook.SetupStep;

/** What reporting has on the list of a new installation: somebody looked at the deadlines, and a report went all the way once. */
@Configuration
class ReportSetupSteps {

    private record Step(String code, int position, String href, boolean ofInstallation, Predicate<Actor> fact)
            implements SetupStep {

        @Override
        public boolean done(Actor actor) {
            return fact.test(actor);
        }
    }

    @Bean
    SetupStep deadlinesSeen(Rulebook rulebook) {
        return new Step("deadlines", 30, "/rules/deadlines", true, actor -> rulebook.looked(DeadlineTable.CODE));
    }

    /** One's own practice counts, and so does any real report of one's branch. */
    @Bean
    SetupStep reportTried(JdbcClient jdbc, Access access) {
        return new Step(
                "trial", 60, "/practice", false, actor -> practised(jdbc, actor) || accepted(jdbc, access, actor));
    }

    private static boolean practised(JdbcClient jdbc, Actor actor) {
        return jdbc.sql(
                                """
                                select count(*) from report r join practice p on p.unit_id = r.unit_id
                                where p.person_id = ? and r.state = 'ACCEPTED'""")
                        .param(actor.id().value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static boolean accepted(JdbcClient jdbc, Access access, Actor actor) {
        return jdbc
                .sql(
                        """
                        select unit_id from report where state = 'ACCEPTED'
                        and unit_id not in (select unit_id from practice_unit) order by id desc limit 20""")
                .query(Long.class)
                .list()
                .stream()
                .anyMatch(unit -> access.may(actor, Right.MANAGE_UNITS, vn.lantoa.organization.UnitId.of(unit)));
    }
}
