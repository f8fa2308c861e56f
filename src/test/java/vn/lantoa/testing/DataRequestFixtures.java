package vn.lantoa.testing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import vn.lantoa.organization.UnitId;

/** Requests about personal data that are being carried out, for the test of the route table. */
@Configuration
class DataRequestFixtures {

    @Bean
    RouteFixture dataRequestFixture(
            @Qualifier("nominationFixture") RouteFixture nominationFixture, JdbcClient jdbc, Clock clock) {
        return new RouteFixture() {
            @Override
            public String of() {
                return "data-request";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                var nomination =
                        Long.valueOf(nominationFixture.make(branch, unit).get("id"));
                var today = LocalDate.now(clock);
                var key = new GeneratedKeyHolder();
                jdbc.sql(
                                "insert into data_request (kind, nomination_id, unit_id, received_on, channel, state, first_due, due, extended,"
                                        + " granted, recorded_by, recorded_at) values ('ACCESS', ?, ?, ?, 'PAPER', 'CARRYING_OUT', ?, ?, false,"
                                        + " true, 1, ?)")
                        .params(nomination, unit.value(), today, today, today.plusDays(10))
                        .param(Timestamp.from(clock.instant()))
                        .update(key, "id");
                return Map.of("id", key.getKey().toString());
            }
        };
    }
}
