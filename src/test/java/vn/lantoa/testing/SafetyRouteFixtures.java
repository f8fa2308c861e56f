package vn.lantoa.testing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import vn.lantoa.organization.UnitId;

/** Yearly files and commitments, for the test of the route table. */
@Configuration
class SafetyRouteFixtures {

    @Bean
    RouteFixture safetyFileFixture(JdbcClient jdbc, Clock clock) {
        return new RouteFixture() {
            @Override
            public String of() {
                return "safety-file";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                var key = new GeneratedKeyHolder();
                var today = LocalDate.now(clock);
                jdbc.sql(
                                "insert into safety_file (unit_id, year_no, state, armed_forces, late, send_by, opened_by, opened_at)"
                                        + " values (?, ?, 'REGISTERING', false, false, ?, 1, ?)")
                        .params(unit.value(), today.getYear(), today, Timestamp.from(clock.instant()))
                        .update(key, "id");
                return Map.of("id", key.getKey().toString());
            }
        };
    }

    @Bean
    RouteFixture safetyCommitmentFixture(JdbcClient jdbc, Clock clock) {
        return new RouteFixture() {
            @Override
            public String of() {
                return "safety-commitment";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                var key = new GeneratedKeyHolder();
                var today = LocalDate.now(clock);
                jdbc.sql(
                                "insert into safety_commitment (unit_id, year_no, counted_on, people, units, entered_by, entered_at)"
                                        + " values (?, ?, ?, 1, 1, 1, ?)")
                        .params(unit.value(), today.getYear(), today, Timestamp.from(clock.instant()))
                        .update(key, "id");
                return Map.of("id", key.getKey().toString());
            }
        };
    }

    @Bean
    RouteFixture safetyResultFixture(JdbcClient jdbc, Clock clock) {
        return new RouteFixture() {
            @Override
            public String of() {
                return "safety-result";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                var decision = new GeneratedKeyHolder();
                var today = LocalDate.now(clock);
                jdbc.sql(
                                "insert into safety_decision (kind, year_no, unit_id, decision_number, decided_on, issuer, entered_by, entered_at)"
                                        + " values ('RECOGNITION', ?, ?, '1/QĐ-UBND', ?, 'UBND xã', 1, ?)")
                        .params(today.getYear(), unit.value(), today, Timestamp.from(clock.instant()))
                        .update(decision, "id");
                var key = new GeneratedKeyHolder();
                jdbc.sql("insert into safety_result (decision_id, kind, year_no, object, name, result, standing)"
                                + " values (?, 'RECOGNITION', ?, 'KDC', 'Khu dân cư số 1', 'PASSED', 1)")
                        .params(decision.getKeyAs(Number.class).longValue(), today.getYear())
                        .update(key, "id");
                return Map.of("id", key.getKey().toString());
            }
        };
    }
}
