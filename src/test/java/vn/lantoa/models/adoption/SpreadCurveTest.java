package vn.lantoa.models.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.testing.IntegrationTest;

/** Which dates a spread curve shows, and what it counts at each. */
@IntegrationTest
class SpreadCurveTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired
    ApplicationContext context;

    @Autowired
    SpreadCurve curve;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_steps_grow_with_the_time_that_is_shown() {
        assertThat(SpreadCurve.days(LocalDate.of(2026, 9, 15), TODAY))
                .containsExactly(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 10, 31), TODAY);
        assertThat(SpreadCurve.days(LocalDate.of(2025, 3, 1), TODAY))
                .startsWith(LocalDate.of(2025, 3, 31), LocalDate.of(2025, 6, 30))
                .endsWith(LocalDate.of(2026, 9, 30), TODAY);
        assertThat(SpreadCurve.days(LocalDate.of(2017, 2, 1), TODAY))
                .startsWith(LocalDate.of(2017, 12, 31))
                .endsWith(LocalDate.of(2025, 12, 31), TODAY);
        assertThat(SpreadCurve.days(LocalDate.of(1990, 2, 1), TODAY))
                .hasSizeLessThanOrEqualTo(12)
                .endsWith(TODAY);
        assertThat(SpreadCurve.days(TODAY, TODAY)).containsExactly(TODAY);
    }

    @Test
    void what_lived_at_a_date_is_counted_there_whatever_became_of_it() {
        var on = new AdoptionFixtures(context);
        var kind = on.kind("Tổ hòa giải " + on.branch.a11);
        assertThat(curve.of(kind)).isEmpty();
        on.site(kind, on.branch.a, "Sống từ đầu", null, on.today.minusMonths(8));
        var ended = on.site(kind, on.branch.b, "Sống rồi đóng", null, on.today.minusMonths(8));
        jdbc.sql("update model_site_state set until = ? where site_id = ?")
                .params(on.today.minusMonths(3), ended.value())
                .update();
        on.site(kind, on.branch.a1, "Đang thí điểm", null, on.today.minusMonths(8), "UNDER_TRIAL");
        var points = curve.of(kind);
        assertThat(points.get(0).sites()).isEqualTo(2);
        assertThat(points.get(points.size() - 1)).isEqualTo(new SpreadCurve.Point(on.today, 1, 0));
    }
}
