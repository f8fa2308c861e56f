package vn.lantoa.reporting.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.notification.Inbox;
import vn.lantoa.notification.Notice;
import vn.lantoa.organization.Actor;
import vn.lantoa.testing.IntegrationTest;

/** What the people of a report are told on its way; nobody is told twice of one act. */
@IntegrationTest
class ReportNoticesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Inbox inbox;

    ReportWalk walk;

    @BeforeEach
    void begin() {
        walk = new ReportWalk(context);
        walk.itIs(2027, 6, 1);
    }

    @AfterEach
    void goBackToToday() {
        walk.itIsNow();
    }

    @Test
    void a_return_a_withdrawal_and_the_acceptance_are_told_to_officer_and_leader() {
        var unit = walk.branch.a1;
        var officer = walk.branch.officer(unit);
        var leader = walk.branch.leader(unit);
        var superior = walk.branch.officer(walk.branch.a);
        walk.open(walk.branch.a, unit);
        walk.submit(unit, 3);
        walk.approve(unit);
        assertThat(kinds(superior)).containsExactly("work.opened");

        walk.desk.complete(
                superior, walk.report(), "AcceptReport", "return", Map.of("reason", "Thiếu số liệu mục III"));
        assertThat(kinds(officer)).containsExactly("report.returned", "work.opened");
        assertThat(kinds(leader)).containsExactly("report.returned", "work.opened");
        assertThat(newest(officer).details()).anyMatch(detail -> detail.matches("\\d{2}/06/2027"));

        walk.submit(unit, 4);
        walk.approve(unit);
        walk.withdraw(unit);
        assertThat(kinds(superior)).startsWith("report.withdrawn", "work.opened");
        assertThat(kinds(leader)).startsWith("report.withdrawn");
        assertThat(kinds(officer)).as("who did it is told of the new task only").startsWith("work.opened");

        walk.submit(unit, 4);
        walk.approve(unit);
        walk.accept(walk.branch.a);
        assertThat(kinds(officer)).startsWith("report.locked");
        assertThat(kinds(leader)).startsWith("report.locked");
    }

    private List<String> kinds(Actor actor) {
        return inbox.of(actor, null, 100).items().stream().map(Notice::kind).toList();
    }

    private Notice newest(Actor actor) {
        return inbox.of(actor, null, 1).items().get(0);
    }
}
