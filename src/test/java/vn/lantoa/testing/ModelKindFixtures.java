package vn.lantoa.testing;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.UnitId;

/** Kinds of models kept by a unit, for the test of the route table. */
@Configuration
class ModelKindFixtures {

    @Bean
    RouteFixture modelKindFixture(JdbcClient jdbc) {
        var number = new AtomicInteger();
        return new RouteFixture() {
            @Override
            public String of() {
                return "model-kind";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                var name = "Mô hình tuyến số " + number.incrementAndGet();
                var key = new GeneratedKeyHolder();
                jdbc.sql("insert into model_kind (code, name, folded, state, keeper_id, entered_by, entered_at)"
                                + " values (?, ?, ?, 'OFFERED', ?, 1, current_timestamp)")
                        .params("route_" + number.get(), name, "mo hinh tuyen so " + number.get(), unit.value())
                        .update(key, "id");
                var claim = new GeneratedKeyHolder();
                jdbc.sql(
                                "insert into model_claim (kind_id, fact, amount, qualifier, source, chosen, entered_by, entered_at)"
                                        + " values (?, 'SITES', 3, 'EXACT', 'Báo cáo', true, 1, current_timestamp)")
                        .param(key.getKeyAs(Number.class))
                        .update(claim, "id");
                return Map.of(
                        "id",
                        key.getKeyAs(Number.class).toString(),
                        "claim",
                        claim.getKeyAs(Number.class).toString());
            }

            @Override
            public void fill(Route route, Map<String, String> object, MockHttpServletRequestBuilder request) {
                if (route.changes() && !route.api()) {
                    request.param("name", "").param("into", "0");
                }
            }
        };
    }
}
