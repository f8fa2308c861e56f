package vn.lantoa.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.engine.Processes;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.TaskFilter;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** bpmn/commendation/commendation-season.bpmn to each of its ends, by the house's days. */
@IntegrationTest
class SeasonProcessTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Seasons seasons;

    @Autowired
    AwardDay day;

    @Autowired
    HouseClock clock;

    Branch branch;

    @BeforeEach
    void aTree() {
        branch = Branch.grow(context);
    }

    @AfterEach
    void now() {
        clock.setOffset(Duration.ZERO);
    }

    @Test
    void it_opens_on_the_day_of_the_table_and_passes_its_stages_by_their_days() {
        morning(2031, 8, 31);
        assertThat(seasons.openFor(branch.root)).isEmpty();
        morning(2031, 9, 1);
        assertThat(seasons.openFor(branch.a11)).hasSize(1);
        var season = seasons.openFor(branch.a11).get(0);
        assertThat(seasons.open(branch.officer(branch.root), branch.root, 2031))
                .isInstanceOf(CommendationOutcome.Conflict.class);
        assertThat(seasons.open(branch.officer(branch.a), branch.a, 2031))
                .as("the branch is in the season of its superior")
                .isInstanceOf(CommendationOutcome.Conflict.class);
        assertThat(here(season)).isEqualTo("CollectNominations");
        morning(2031, 12, 10);
        assertThat(here(season)).as("the last day counts").isEqualTo("CollectNominations");
        morning(2031, 12, 11);
        assertThat(here(season)).isEqualTo("ReviewNominations");
        morning(2031, 12, 21);
        assertThat(here(season)).isEqualTo("HonourAwards");
        morning(2031, 12, 23);
        assertThat(here(season)).isEqualTo("CloseSeasonStep");
        assertThat(close(season, "close", Map.of())).isInstanceOf(Completion.Completed.class);
        assertThat(seasons.find(season.id()).orElseThrow().state()).isEqualTo(Season.State.CLOSED);
        assertThat(passed(season)).contains("ClosedComplete");
    }

    @Test
    void with_nominations_under_way_it_needs_a_reason_and_they_go_their_way() {
        morning(2032, 9, 1);
        var season = seasons.openFor(branch.root).get(0);
        var outcome =
                context.getBean(Nominations.class).start(branch.officer(branch.a11), StartNomination.of(branch.a11));
        morning(2032, 12, 24);
        assertThat(close(season, "close", Map.of())).isInstanceOf(Completion.Refused.class);
        assertThat(close(season, "closeWithOpen", Map.of())).isInstanceOf(Completion.Refused.class);
        assertThat(close(season, "closeWithOpen", Map.of("reason", "Còn hồ sơ bổ sung")))
                .isInstanceOf(Completion.Completed.class);
        assertThat(passed(season)).contains("ClosedWithOpen");
        var id = NominationId.of(((CommendationOutcome.Done) outcome).id());
        assertThat(context.getBean(Nominations.class).find(id).orElseThrow().state())
                .as("nothing is decided by the passing of time")
                .isEqualTo(NominationState.DRAFT);
    }

    private void morning(int year, int month, int dayOfMonth) {
        var then = LocalDate.of(year, month, dayOfMonth)
                .atTime(9, 0)
                .atZone(VietnamTime.ZONE)
                .toInstant();
        clock.setOffset(Duration.between(Instant.now(), then));
        assertThat(LocalDate.now((Clock) clock)).isEqualTo(LocalDate.of(year, month, dayOfMonth));
        day.workThrough(List.of(branch.unit(branch.root)));
    }

    private Completion close(Season season, String outcome, Map<String, Object> answers) {
        var tasklist = context.getBean(Tasklist.class);
        var leader = branch.leader(branch.root);
        var task = tasklist.openFor(leader, TaskFilter.everything()).items().stream()
                .filter(one -> one.dossier().equals(season.dossier()))
                .findFirst()
                .orElseThrow();
        return tasklist.complete(leader, task.id(), outcome, answers, Locale.forLanguageTag("vi"));
    }

    private String here(Season season) {
        return context.getBean(Processes.class)
                .picture(season.dossier())
                .orElseThrow()
                .here()
                .get(0);
    }

    private List<String> passed(Season season) {
        return context.getBean(Processes.class)
                .picture(season.dossier())
                .orElseThrow()
                .passed();
    }
}
