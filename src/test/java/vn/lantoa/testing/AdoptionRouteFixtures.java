package vn.lantoa.testing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.UnitId;

/** Adoptions of models that have ended, each of a kind of its own, for the test of the route table. */
@Configuration
class AdoptionRouteFixtures {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Bean
    RouteFixture adoptionFixture(JdbcClient jdbc, Clock clock) {
        return new RouteFixture() {
            @Override
            public String of() {
                return "adoption";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                var now = Timestamp.from(clock.instant());
                var name = "adoption-route-" + NUMBER.incrementAndGet();
                var kind = new GeneratedKeyHolder();
                jdbc.sql("insert into model_kind (code, name, folded, state, keeper_id, entered_by, entered_at)"
                                + " values (?, ?, ?, 'OFFERED', ?, 1, ?)")
                        .params(name, name, name, branch.root.value(), now)
                        .update(kind, "id");
                var key = new GeneratedKeyHolder();
                jdbc.sql(
                                "insert into model_adoption (kind_id, unit_id, started_by, opened_at, state) values (?, ?, 1, ?, 'GIVEN_UP')")
                        .params(kind.getKeyAs(Number.class).longValue(), unit.value(), now)
                        .update(key, "id");
                return Map.of("id", key.getKeyAs(Number.class).toString());
            }

            @Override
            public void fill(Route route, Map<String, String> object, MockHttpServletRequestBuilder request) {
                if (route.api() && route.changes()) {
                    request.content("{\"reason\":\"Đơn vị đổi ý\"}");
                } else if (route.changes()) {
                    request.param("reason", "Đơn vị đổi ý");
                }
            }
        };
    }
}
