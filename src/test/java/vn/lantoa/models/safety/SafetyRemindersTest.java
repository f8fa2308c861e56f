package vn.lantoa.models.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.models.safety.SafetyFile.State;
import vn.lantoa.notification.Inbox;
import vn.lantoa.notification.Notice;
import vn.lantoa.organization.Actor;
import vn.lantoa.testing.IntegrationTest;

/** The waves before the last days of the standard of safety: who is told, how often, and that nothing is decided by them. */
@IntegrationTest
class SafetyRemindersTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    SafetyDay day;

    @Autowired
    Inbox inbox;

    SafetyFixtures safety;
    Actor officer;

    @BeforeEach
    void grow() {
        safety = new SafetyFixtures(context);
        officer = safety.branch.officer(safety.branch.a11);
        morning(LocalDate.of(2029, 10, 1));
    }

    @AfterEach
    void back() {
        SafetyFixtures.today(context);
    }

    @Test
    void who_registered_last_year_or_waits_to_is_reminded_twice_and_nobody_else() {
        safety.at(safety.branch.a11, State.ASSESSING);
        safety.at(safety.branch.a12, State.ASSESSING);
        morning(LocalDate.of(2030, 2, 28));
        assertThat(told(officer, "safety.register-due")).isEmpty();
        var waiting = safety.open(safety.branch.a1);
        morning(LocalDate.of(2030, 3, 1));
        morning(LocalDate.of(2030, 3, 2));
        assertThat(told(officer, "safety.register-due")).singleElement().satisfies(notice -> {
            assertThat(notice.link()).isEqualTo("/models/safety?unit=" + safety.branch.a11 + "&year=2030");
            assertThat(notice.details()).contains("2030", "31/03/2030");
        });
        assertThat(told(safety.branch.officer(safety.branch.a1), "safety.register-due"))
                .hasSize(1);
        assertThat(told(safety.branch.officer(safety.branch.b1), "safety.register-due"))
                .as("never assessed")
                .isEmpty();
        var done = safety.open(safety.branch.a12);
        safety.complete(
                safety.branch.officer(safety.branch.a12), done, "RegisterUnit", "register", safety.registration());
        morning(LocalDate.of(2030, 3, 25));
        morning(LocalDate.of(2030, 4, 1));
        assertThat(told(officer, "safety.register-due")).hasSize(2);
        assertThat(told(safety.branch.officer(safety.branch.a12), "safety.register-due"))
                .as("has registered since")
                .hasSize(1);
        assertThat(safety.file(waiting).state()).isEqualTo(State.REGISTERING);
    }

    @Test
    void a_file_is_reminded_of_before_its_own_last_day_and_its_leader_while_it_waits_for_the_leader() {
        var id = safety.at(safety.branch.a11, State.APPROVING);
        morning(LocalDate.of(2029, 11, 14));
        assertThat(told(officer, "safety.send-due")).isEmpty();
        morning(LocalDate.of(2029, 11, 27));
        assertThat(told(officer, "safety.send-due"))
                .as("the first wave was slept through; the second is enough")
                .singleElement()
                .satisfies(notice -> assertThat(notice.link()).isEqualTo("/dossiers/safety-file/" + id));
        assertThat(told(safety.branch.leader(safety.branch.a11), "safety.send-due"))
                .hasSize(1);
        morning(LocalDate.of(2029, 11, 30));
        assertThat(told(officer, "safety.send-due")).hasSize(1);
        assertThat(safety.file(id).state()).isEqualTo(State.APPROVING);
    }

    private void morning(LocalDate today) {
        safety.on(today);
        day.workThrough();
        day.workThrough();
    }

    private List<Notice> told(Actor actor, String kind) {
        return inbox.of(actor, null, 50).items().stream()
                .filter(notice -> notice.kind().equals(kind))
                .toList();
    }
}
