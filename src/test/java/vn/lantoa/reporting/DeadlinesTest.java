package vn.lantoa.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.calendar.Timeliness;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.testing.IntegrationTest;

/** The calendar of DOMAIN §3.2, row by row, with the holidays and the deadlines that ship. */
@IntegrationTest
class DeadlinesTest {

    @Autowired
    Deadlines deadlines;

    @Autowired
    WorkingDays workingDays;

    @ParameterizedTest
    @CsvSource({
        "2025-H1, 2025-06-19, 2025-06-19,",
        "2025-Y,  2025-12-19, 2025-12-19,",
        "2026-H1, 2026-06-19, 2026-06-19,",
        "2026-Y,  2026-12-19, 2026-12-18, 2026-12-21",
        "2027-H1, 2027-06-19, 2027-06-18, 2027-06-21",
        "2027-Y,  2027-12-19, 2027-12-17, 2027-12-20",
        "2028-H1, 2028-06-19, 2028-06-19,",
        "2028-Y,  2028-12-19, 2028-12-19,",
        "2029-H1, 2029-06-19, 2029-06-19,",
        "2029-Y,  2029-12-19, 2029-12-19,",
        "2030-H1, 2030-06-19, 2030-06-19,",
        "2030-Y,  2030-12-19, 2030-12-19,"
    })
    void before_the_twentieth_is_read_as_the_domain_reads_it(
            String period, LocalDate literal, LocalDate safe, LocalDate rolled) {
        var due = due(period, 2);

        assertThat(due.lastDay()).isEqualTo(literal);
        assertThat(workingDays.lastOnOrBefore(literal)).isEqualTo(safe);
        assertThat(received(due, safe.atTime(12, 0).atZone(VietnamTime.ZONE))).isEqualTo(onTime());
        assertThat(received(due, lastMomentOf(literal))).isEqualTo(onTime());
        var after = literal.plusDays(1).atStartOfDay(VietnamTime.ZONE);
        if (rolled == null) {
            assertThat(received(due, after)).isEqualTo(late(1));
        } else {
            assertThat(received(due, after)).isEqualTo(new Timeliness(Timeliness.Status.ON_TIME_ROLLED, 0));
            assertThat(received(due, lastMomentOf(rolled)).status()).isEqualTo(Timeliness.Status.ON_TIME_ROLLED);
            var tooLate = rolled.plusDays(1);
            assertThat(received(due, tooLate.atStartOfDay(VietnamTime.ZONE)))
                    .isEqualTo(late((int) (tooLate.toEpochDay() - literal.toEpochDay())));
        }
    }

    @Test
    void the_day_is_a_vietnamese_day_wherever_the_machine_stands() {
        var due = due("2026-H1", 2);

        assertThat(received(due, ZonedDateTime.parse("2026-06-19T16:59:59Z"))).isEqualTo(onTime());
        assertThat(received(due, ZonedDateTime.parse("2026-06-19T17:00:00Z"))).isEqualTo(late(1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-H1, 4, 2026-06-05",
        "2026-H1, 3, 2026-06-10",
        "2027-H1, 4, 2027-06-04",
        "2026-Y,  4, 2026-12-04",
        "2026-Y,  3, 2026-12-10",
        "2028-Y,  3, 2028-12-08",
        "2027-Y,  4, 2027-12-03"
    })
    void internal_cut_offs_on_a_day_off_move_back(String period, int level, LocalDate due) {
        assertThat(due(period, level).lastDay()).isEqualTo(due);
        assertThat(received(due(period, level), due.plusDays(1).atTime(8, 0).atZone(VietnamTime.ZONE)))
                .isEqualTo(late(1));
    }

    @Test
    void a_free_span_is_due_some_working_days_after_it_is_asked() {
        var period = ReportingPeriod.span(LocalDate.of(2017, 1, 1), LocalDate.of(2018, 6, 30));

        var due = deadlines.dueOf(period, 2, LocalDate.of(2026, 4, 24)).orElseThrow();

        assertThat(due.lastDay()).as("over 27/4, 30/4 and 1/5").isEqualTo(LocalDate.of(2026, 5, 13));
    }

    private Deadlines.Due due(String period, int level) {
        return deadlines
                .dueOf(ReportingPeriod.parse(period).orElseThrow(), level, LocalDate.of(2026, 1, 1))
                .orElseThrow();
    }

    private Timeliness received(Deadlines.Due due, ZonedDateTime at) {
        return Timeliness.of(due.lastDay(), due.rolls(), at.toInstant(), workingDays);
    }

    private static ZonedDateTime lastMomentOf(LocalDate day) {
        return day.atTime(LocalTime.MAX).atZone(VietnamTime.ZONE);
    }

    private static Timeliness onTime() {
        return new Timeliness(Timeliness.Status.ON_TIME, 0);
    }

    private static Timeliness late(int days) {
        return new Timeliness(Timeliness.Status.LATE, days);
    }
}
