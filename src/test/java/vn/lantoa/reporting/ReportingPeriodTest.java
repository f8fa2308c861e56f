package vn.lantoa.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingPeriodTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-H1", "2026-Y", "2017-01-01_2018-06-30"})
    void a_period_is_read_back_from_its_key(String key) {
        assertThat(ReportingPeriod.parse(key)).map(ReportingPeriod::key).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-H2",
                "2026-Q1",
                "26-H1",
                "2018-06-30_2017-01-01",
                "2026-02-30_2026-03-01",
                "null_null"
            })
    void anything_else_is_no_period(String text) {
        assertThat(ReportingPeriod.parse(text)).isEmpty();
    }

    @Test
    void titles_read_as_an_official_writes_them() {
        assertThat(ReportingPeriod.firstHalfOf(2026).title()).isEqualTo("6 tháng đầu năm 2026");
        assertThat(ReportingPeriod.yearOf(2026).title()).isEqualTo("năm 2026");
        assertThat(ReportingPeriod.span(LocalDate.of(2017, 1, 1), LocalDate.of(2018, 6, 30))
                        .title())
                .isEqualTo("từ 01/01/2017 đến 30/06/2018");
    }

    @Test
    void it_is_compared_with_the_same_period_of_the_year_before() {
        assertThat(ReportingPeriod.firstHalfOf(2026).yearBefore()).contains(ReportingPeriod.firstHalfOf(2025));
        assertThat(ReportingPeriod.span(LocalDate.of(2017, 1, 1), LocalDate.of(2018, 6, 30))
                        .yearBefore())
                .isEmpty();
    }
}
