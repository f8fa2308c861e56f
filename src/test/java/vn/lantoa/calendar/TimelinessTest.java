package vn.lantoa.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.calendar.Timeliness.Status;

/** DOMAIN §3.2, the two tables. */
class TimelinessTest {

    private final WorkingDays days = new WorkingDays(Map::of);

    @ParameterizedTest(name = "{0}: literal {1}, safe {2}, rolled {3}")
    @CsvSource({
        "H1 2025, 2025-06-19, 2025-06-19,",
        "Y 2025, 2025-12-19, 2025-12-19,",
        "H1 2026, 2026-06-19, 2026-06-19,",
        "Y 2026, 2026-12-19, 2026-12-18, 2026-12-21",
        "H1 2027, 2027-06-19, 2027-06-18, 2027-06-21",
        "Y 2027, 2027-12-19, 2027-12-17, 2027-12-20",
        "H1 2028, 2028-06-19, 2028-06-19,",
        "Y 2028, 2028-12-19, 2028-12-19,",
        "H1 2029, 2029-06-19, 2029-06-19,",
        "Y 2029, 2029-12-19, 2029-12-19,",
        "H1 2030, 2030-06-19, 2030-06-19,",
        "Y 2030, 2030-12-19, 2030-12-19,",
    })
    void every_period_of_the_calendar(String period, LocalDate literal, LocalDate safe, LocalDate rolled) {
        assertThat(days.lastOnOrBefore(literal)).isEqualTo(safe);
        assertThat(at(literal, "23:59:59.999", literal, true)).isEqualTo(new Timeliness(Status.ON_TIME, 0));
        assertThat(at(literal.plusDays(1), "00:00", literal, false)).isEqualTo(new Timeliness(Status.LATE, 1));
        if (rolled == null) {
            assertThat(at(literal.plusDays(1), "00:00", literal, true)).isEqualTo(new Timeliness(Status.LATE, 1));
        } else {
            assertThat(at(literal.plusDays(1), "00:00", literal, true).status()).isEqualTo(Status.ON_TIME_ROLLED);
            assertThat(at(rolled, "23:59:59.999", literal, true)).isEqualTo(new Timeliness(Status.ON_TIME_ROLLED, 0));
            var late = (int) (rolled.toEpochDay() - literal.toEpochDay()) + 1;
            assertThat(at(rolled.plusDays(1), "00:00", literal, true)).isEqualTo(new Timeliness(Status.LATE, late));
        }
    }

    @Test
    void the_day_is_the_vietnamese_day_wherever_the_machine_stands() {
        var literal = LocalDate.parse("2026-06-19");
        assertThat(Timeliness.of(literal, true, Instant.parse("2026-06-19T16:59:59.999Z"), days)
                        .status())
                .isEqualTo(Status.ON_TIME);
        assertThat(Timeliness.of(literal, true, Instant.parse("2026-06-19T17:00:00Z"), days))
                .isEqualTo(new Timeliness(Status.LATE, 1));
    }

    @Test
    void what_comes_early_is_on_time() {
        var literal = LocalDate.parse("2026-12-19");
        assertThat(at(LocalDate.parse("2026-11-02"), "08:00", literal, true).status())
                .isEqualTo(Status.ON_TIME);
    }

    private Timeliness at(LocalDate day, String time, LocalDate literal, boolean rolls) {
        return Timeliness.of(
                literal,
                rolls,
                java.time.OffsetDateTime.parse(day + "T" + time + "+07:00").toInstant(),
                days);
    }
}
