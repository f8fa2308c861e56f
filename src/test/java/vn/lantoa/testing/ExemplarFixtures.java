package vn.lantoa.testing;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import vn.lantoa.organization.UnitId;

/** Exemplars of a year long past, so that no report of these units counts them, for the test of the route table. */
@Configuration
class ExemplarFixtures {

    @Bean
    RouteFixture exemplarFixture(JdbcClient jdbc) {
        var number = new AtomicInteger();
        return new RouteFixture() {
            @Override
            public String of() {
                return "exemplar";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                var year = 2019;
                var name = "Tổ tuyến số " + number.incrementAndGet();
                var key = new GeneratedKeyHolder();
                jdbc.sql(
                                "insert into exemplar (year_no, unit_id, level_no, object, object_key, collective_name, lessons, decision_number,"
                                        + " decided_on, named_by, named_at) values (?, ?, 3, 'COLLECTIVE', ?, ?, 'Làm đều', '1/QĐ', ?, 1, current_timestamp)")
                        .params(year, unit.value(), "collective:route " + number.get(), name, LocalDate.of(year, 6, 1))
                        .update(key, "id");
                return Map.of("id", key.getKeyAs(Number.class).toString());
            }
        };
    }
}
