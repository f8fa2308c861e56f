package vn.lantoa.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.organization.Appointments;
import vn.lantoa.organization.Appointments.Appointment;
import vn.lantoa.organization.Change;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Posts;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.organization.UnitRegister;
import vn.lantoa.reporting.ReportDesk;
import vn.lantoa.reporting.ReportList;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;

/** Tasks find their people when posts change hands and units merge, by the acts that administrators use. */
class DesksTest extends TaskWalk {

    @Autowired
    Appointments appointments;

    @Autowired
    Posts posts;

    @Autowired
    UnitRegister register;

    @Autowired
    Reports reports;

    @Autowired
    ReportList reportList;

    @Test
    void a_first_officer_finds_the_work_at_once_and_after_the_last_one_it_goes_to_the_superior() {
        var administrator = branch.actor(Post.UNIT_ADMINISTRATOR, branch.a);
        var superior = branch.officer(branch.a);
        var unit = branch.unit("V2", "Công đoàn mới lập", UnitKind.COMMUNE_UNION, branch.a);
        var person = branch.appoint("nguoimoi." + unit, "Vũ Mới Về", Post.RECORDS_OFFICE, unit);
        papers.open("Giấy chờ người", unit, null);
        assertThat(only(superior).title()).isEqualTo("Giấy chờ người");

        var appointed = (Change.Done) appointments.appoint(
                administrator,
                new Appointment(person.username(), Post.OFFICER, unit, null, null, today().minusDays(2), null));
        assertThat(appointed).isNotNull();
        assertThat(only(people.actor(person.username()).orElseThrow()).title()).isEqualTo("Giấy chờ người");
        assertThat(tasklist.openFor(superior, TaskFilter.everything()).items()).isEmpty();

        var holding = posts.holdersIn(unit, today()).stream()
                .filter(holder -> holder.held().post() == Post.OFFICER)
                .findFirst()
                .orElseThrow()
                .holding();
        assertThat(appointments.end(administrator, unit, holding, today().minusDays(1)))
                .isInstanceOf(Change.Done.class);
        assertThat(only(superior).title()).isEqualTo("Giấy chờ người");
    }

    @Test
    void what_waited_for_a_merged_unit_goes_on_in_the_other_to_the_end() {
        var desk = new ReportDesk(context);
        var opened = (ReportOutcome.Done)
                reports.open(branch.officer(branch.a), branch.a1, ReportingPeriod.firstHalfOf(2026));
        var report = opened.report();
        var successor = branch.officer(branch.a2);
        assertThatThrownBy(() -> reports.find(successor, report)).isInstanceOf(NotVisible.class);

        var merged = register.merge(branch.actor(Post.UNIT_ADMINISTRATOR, branch.a), branch.a1, branch.a2, today());
        assertThat(merged).isInstanceOf(Change.Done.class);

        assertThat(reports.find(successor, report).report().unit()).isEqualTo(branch.a1);
        assertThat(reportList
                        .of(successor, new ReportList.Filter(null, null, null, null), null)
                        .items())
                .extracting(line -> line.report().id())
                .contains(report);
        desk.complete(successor, report, "DraftReport", "nil", Map.of());
        desk.complete(branch.leader(branch.a2), report, "ApproveReport", "return", Map.of("reason", "Xem lại."));
        desk.complete(successor, report, "DraftReport", "nil", Map.of());
        desk.complete(branch.leader(branch.a2), report, "ApproveReport", "approve", Map.of());
        desk.complete(branch.officer(branch.a), report, "AcceptReport", "accept", Map.of());
    }
}
