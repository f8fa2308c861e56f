package vn.lantoa.reporting.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.reporting.campaign.WavePlan.Dates;
import vn.lantoa.reporting.campaign.WavePlan.Planned;
import vn.lantoa.reporting.campaign.WaveRules.Wave;
import vn.lantoa.testing.IntegrationTest;

/** The days of DOMAIN 3.2, by the real calendar. */
@IntegrationTest
class WavePlanTest {

    @Autowired
    WorkingDays workingDays;

    @Autowired
    WaveRules rules;

    @Test
    void each_wave_falls_on_its_working_day() {
        var plan = new WavePlan(workingDays, rules.inForce(LocalDate.of(2027, 5, 20)));
        var grassroots =
                new Dates(LocalDate.of(2027, 6, 4), LocalDate.of(2027, 6, 4), false, LocalDate.of(2027, 6, 10));
        assertThat(plan.of(List.of(grassroots)))
                .containsExactly(
                        new Planned(Wave.FAR, LocalDate.of(2027, 6, 4), LocalDate.of(2027, 5, 21)),
                        new Planned(Wave.NEAR, LocalDate.of(2027, 6, 4), LocalDate.of(2027, 6, 1)),
                        new Planned(Wave.AFTER, LocalDate.of(2027, 6, 4), LocalDate.of(2027, 6, 7)),
                        new Planned(Wave.SUPERIOR, LocalDate.of(2027, 6, 10), LocalDate.of(2027, 6, 9)));
        assertThat(plan.dropped(
                        new Planned(Wave.FAR, LocalDate.of(2027, 6, 4), LocalDate.of(2027, 5, 21)),
                        LocalDate.of(2027, 5, 20)))
                .isTrue();
        assertThat(plan.dropped(
                        new Planned(Wave.FAR, LocalDate.of(2027, 6, 4), LocalDate.of(2027, 5, 24)),
                        LocalDate.of(2027, 5, 20)))
                .isFalse();
    }

    @Test
    void a_last_day_that_rolls_is_over_after_the_next_working_day() {
        var plan = new WavePlan(workingDays, Map.of(Wave.AFTER, 1));
        var province = new Dates(LocalDate.of(2027, 6, 19), LocalDate.of(2027, 6, 19), true, null);
        assertThat(plan.of(List.of(province)))
                .containsExactly(new Planned(Wave.AFTER, LocalDate.of(2027, 6, 19), LocalDate.of(2027, 6, 22)));
        assertThat(plan.toldLate(List.of(province), LocalDate.of(2027, 6, 21))).isEmpty();
        assertThat(plan.toldLate(List.of(province), LocalDate.of(2027, 6, 22)))
                .containsExactly(LocalDate.of(2027, 6, 19));
    }
}
