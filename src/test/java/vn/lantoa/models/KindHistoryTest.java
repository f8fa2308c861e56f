package vn.lantoa.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.models.SiteCounts.Counts;
import vn.lantoa.testing.IntegrationTest;

/** Ten years of kinds of models in a branch, acted out by the clock, counted on each day, and what the reports of the time start from. */
@IntegrationTest
class KindHistoryTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    SiteCounts counts;

    @Autowired
    ModelFigures figures;

    SiteWalk walk;

    @AfterEach
    void today() {
        walk.now();
    }

    @Test
    void every_day_keeps_its_counts() {
        walk = new SiteWalk(context);
        var branch = walk.branch;
        var groups = walk.kind("boarding_house_group", "Tổ tự quản khu nhà trọ công nhân");
        var mediation = walk.kind("mediation_group", "Tổ hòa giải");
        var begin = walk.today();
        var first = walk.active(branch.a11, groups, "Tổ năm thứ nhất");
        var recognised = walk.today();
        var second = walk.active(branch.a12, groups, "Tổ năm thứ hai");
        var third = walk.active(branch.a11, mediation, "Tổ hòa giải năm thứ hai");
        // The second is reviewed each half year for ten years and grows by a member each time; the first is closed in
        // the fifth year.
        var fifth = begin.plusYears(5);
        keepUntil(fifth, List.of(first, second, third));
        var beforeClosing = walk.today();
        walk.propose(first, Measure.Kind.CLOSE, "PLACE_LOST");
        walk.complete(walk.superiorLeader(first), first, Words.MEASURE_STEP, "agree", walk.decision());
        var closed = walk.today();
        keepUntil(begin.plusYears(10), List.of(second, third));
        walk.go(walk.today().plusDays(300));
        walk.morning();
        var tenth = walk.today();

        assertThat(counts.on(branch.a1, begin).alive()).isEqualTo(Counts.NONE);
        assertThat(counts.on(branch.a1, begin).of(SiteState.UNDER_TRIAL).sites())
                .isEqualTo(1);
        assertThat(counts.on(branch.a1, recognised.minusDays(1)).alive().sites())
                .isZero();
        assertThat(counts.on(branch.a1, recognised).alive()).isEqualTo(new Counts(1, 1, 2, 40));
        var all = counts.on(branch.a1, beforeClosing.minusDays(1)).alive();
        assertThat(all.kinds()).as("kinds").isEqualTo(2);
        assertThat(all.sites()).as("sites").isEqualTo(3);
        assertThat(all.groups()).as("groups").isEqualTo(6);
        assertThat(all.members()).as("members").isGreaterThan(120);
        var after = counts.on(branch.a1, closed);
        assertThat(after.alive().sites()).isEqualTo(2);
        assertThat(after.of(SiteState.CLOSED).sites()).isEqualTo(1);
        var end = counts.on(branch.a1, tenth);
        assertThat(end.of(SiteState.REVIEW_OVERDUE).sites())
                .as("overdue, counted and shown apart")
                .isEqualTo(2);
        assertThat(end.alive().sites()).isEqualTo(2);
        assertThat(counts.on(branch.b, tenth).alive()).as("another branch").isEqualTo(Counts.NONE);

        var year = LocalDate.of(closed.getYear(), 1, 1);
        assertThat(figures.of(branch.a11, recognised.minusMonths(1), recognised))
                .containsEntry("D1", 1)
                .containsEntry("D2", 1)
                .containsEntry("D3", 2)
                .containsEntry("D4", 40)
                .containsEntry("D8", 1)
                .containsEntry("D9", 0)
                .containsEntry("D10", 0);
        assertThat(figures.of(branch.a11, year, LocalDate.of(closed.getYear(), 12, 31)))
                .containsEntry("D1", 1)
                .containsEntry("D2", 1)
                .containsEntry("D3", 0)
                .containsEntry("D12", 2)
                .containsEntry("D10", 1);
        assertThat(figures.of(branch.b1, year, tenth))
                .as("what is not known is absent")
                .isEmpty();
        assertThat(figures.of(branch.a1, year, tenth)).as("its own only").isEmpty();
    }

    /** Every due review is held on its day, with one member more than the last. */
    private void keepUntil(LocalDate day, List<SiteId> sites) {
        while (true) {
            var next = sites.stream()
                    .map(walk::site)
                    .min(Comparator.comparing(ModelSite::reviewDue))
                    .orElseThrow();
            if (next.reviewDue().isAfter(day)) {
                return;
            }
            if (next.reviewDue().isAfter(walk.today())) {
                walk.go(next.reviewDue());
            }
            walk.morning();
            walk.complete(
                    walk.branch.officer(next.unit()),
                    next.id(),
                    Words.REVIEW_STEP,
                    "record",
                    walk.review(
                            walk.today(), next.groups().amount(), next.members().amount() + 1, 0));
        }
    }
}
