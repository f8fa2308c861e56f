package vn.lantoa.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.testing.IntegrationTest;

@IntegrationTest
class WorkingDaysTest {

    @Autowired
    WorkingDays days;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "2026-06-19, true, a Friday",
        "2026-06-20, false, a Saturday",
        "2026-02-17, false, the first day of Tết",
        "2026-08-22, true, a Saturday worked for 31/8",
        "2026-08-31, false, a Monday swapped",
        "2026-04-27, false, the day off for a Sunday holiday",
        "2026-11-24, false, Vietnam Culture Day",
    })
    void holidays_and_swapped_days_count(LocalDate date, boolean worked, String why) {
        assertThat(days.isWorkingDay(date)).as(why).isEqualTo(worked);
    }

    @Test
    void every_day_of_the_list_is_in_the_table() {
        assertThat(jdbc.sql("select count(*) from holiday").query(Integer.class).single())
                .isEqualTo(87);
        assertThat(jdbc.sql("select name_vi from holiday where on_date = date '2026-11-24'")
                        .query(String.class)
                        .single())
                .isEqualTo("Ngày Văn hóa Việt Nam");
    }

    @Test
    void three_working_days_from_the_eve_of_tet_lie_behind_it() {
        assertThat(days.plus(LocalDate.parse("2026-02-13"), 3)).isEqualTo("2026-02-25");
        assertThat(days.minus(LocalDate.parse("2026-02-25"), 3)).isEqualTo("2026-02-13");
        assertThat(days.plus(LocalDate.parse("2026-02-14"), 0)).isEqualTo("2026-02-14");
    }

    @Test
    void a_day_off_moves_forward_or_back_to_a_worked_one() {
        assertThat(days.firstOnOrAfter(LocalDate.parse("2026-12-19"))).isEqualTo("2026-12-21");
        assertThat(days.lastOnOrBefore(LocalDate.parse("2026-12-19"))).isEqualTo("2026-12-18");
        assertThat(days.firstOnOrAfter(LocalDate.parse("2026-12-18"))).isEqualTo("2026-12-18");
        assertThat(days.lastOnOrBefore(LocalDate.parse("2026-12-18"))).isEqualTo("2026-12-18");
    }

    @Test
    void days_left_count_the_last_one_and_not_today_and_are_negative_when_past() {
        var friday = LocalDate.parse("2026-12-18");
        var tuesday = LocalDate.parse("2026-12-22");
        assertThat(days.between(friday, tuesday)).isEqualTo(2);
        assertThat(days.between(tuesday, friday)).isEqualTo(-2);
        assertThat(days.between(friday, friday)).isZero();
    }

    @Test
    void a_changed_table_is_seen_once_told() {
        var day = LocalDate.parse("2031-03-05");
        assertThat(days.isWorkingDay(day)).isTrue();
        jdbc.sql("insert into holiday values (?, 'Nghỉ', 'Off', 'swap_off', true, 'official', '', '', '', true)")
                .param(day)
                .update();
        days.forget();
        assertThat(days.isWorkingDay(day)).isFalse();
        jdbc.sql("delete from holiday where own = true").update();
        days.forget();
    }
}
