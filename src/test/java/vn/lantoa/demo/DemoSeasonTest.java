package vn.lantoa.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.demo.DemoClock.Outcome;
import vn.lantoa.engine.EngineTime;
import vn.lantoa.organization.People;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.TaskFilter;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.testing.IntegrationTest;

/** A season of the demo in one movement of its clock: opened, reminded on each day, missing, closed by the Confederation. */
@IntegrationTest
@ActiveProfiles({"test", "demo"})
@DirtiesContext
class DemoSeasonTest {

    @Autowired
    DemoClock clock;

    @Autowired
    People people;

    @Autowired
    HouseClock house;

    @Autowired
    EngineTime engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tasklist tasklist;

    @AfterEach
    void real_time_again() {
        house.setOffset(java.time.Duration.ZERO);
        engine.setOffset(java.time.Duration.ZERO);
    }

    @Test
    void from_20_may_to_1_july_a_campaign_opens_reminds_and_is_closed_with_gaps() {
        var year = LocalDate.now(house).getYear() + 1;
        moveTo(LocalDate.of(year, 5, 19));
        assertThat(numbers("select count(*) from campaign where period = '" + year + "-H1'"))
                .isZero();
        moveTo(LocalDate.of(year, 5, 20));
        assertThat(numbers("select count(*) from campaign where state = 'OPEN' and period = '" + year + "-H1'"))
                .isEqualTo(1);
        assertThat(numbers("select count(*) from campaign_unit where status = 'EXPECTED' and report_id is null"))
                .isZero();
        moveTo(LocalDate.of(year, 7, 1));

        var lateSent = jdbc.sql(
                        "select wave, planned_for, cast(sent_at as date) from campaign_wave where state = 'SENT' order by planned_for")
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list();
        assertThat(lateSent).isNotEmpty().allSatisfy(wave -> {
            var words = wave.split(" ");
            assertThat(words[2]).as(wave).isEqualTo(words[1]);
        });
        assertThat(numbers("select count(*) from notice where kind like 'campaign.%'"))
                .isPositive();

        var leader = people.actor("lanhdao.tld").orElseThrow();
        var closing = tasklist.openFor(leader, TaskFilter.everything()).items().stream()
                .filter(task -> task.dossier().type().equals("campaign"))
                .toList();
        assertThat(closing).hasSize(1);
        assertThat(tasklist.complete(
                        leader,
                        closing.get(0).id(),
                        "closeWithGaps",
                        Map.of("reason", "Đã đôn đốc"),
                        Locale.forLanguageTag("vi")))
                .isInstanceOf(Completion.Completed.class);
        assertThat(numbers("select count(*) from report where missing_since is not null and first_sent_at is null"))
                .isPositive();
        assertThat(List.of(jdbc.sql("select state from campaign")
                        .query(String.class)
                        .single()))
                .containsExactly("CLOSED");
    }

    private void moveTo(LocalDate day) {
        var target = day.atTime(9, 0).atZone(VietnamTime.ZONE).toInstant();
        assertThat(clock.moveTo(target, people.actor("quantri1").orElseThrow())).isInstanceOf(Outcome.Moved.class);
    }

    private int numbers(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
