package vn.lantoa.testing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.form.Qualifier;
import vn.lantoa.models.Claims;
import vn.lantoa.models.KindId;
import vn.lantoa.models.SiteId;
import vn.lantoa.models.SiteOutcome;
import vn.lantoa.models.SiteProposals;
import vn.lantoa.models.StartSite;
import vn.lantoa.organization.UnitId;

/** Sites of models just begun, each with a claim, for the test of the route table. */
@Configuration
class ModelSiteFixtures {

    @Bean
    RouteFixture modelSiteFixture(SiteProposals proposals, Claims claims, JdbcClient jdbc, Clock clock) {
        var number = new AtomicInteger();
        return new RouteFixture() {
            @Override
            public String of() {
                return "model-site";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                var key = new GeneratedKeyHolder();
                var code = "site_route_" + number.incrementAndGet();
                jdbc.sql("insert into model_kind (code, name, folded, state, keeper_id, entered_by, entered_at)"
                                + " values (?, ?, ?, 'OFFERED', ?, 1, current_timestamp)")
                        .params(code, "Mô hình " + code, "mo hinh " + code, unit.value())
                        .update(key, "id");
                var kind = KindId.of(key.getKeyAs(Number.class).longValue());
                var officer = branch.officer(unit);
                var begun = proposals.start(officer, StartSite.of(unit, kind));
                var id = SiteId.of(((SiteOutcome.Done) begun).id());
                var claimed = claims.enter(
                        officer,
                        id,
                        new Claims.NewClaim(
                                Claims.Fact.FOUNDED_ON,
                                LocalDate.now(clock).minusYears(1),
                                null,
                                Qualifier.EXACT,
                                "Báo cáo số 1",
                                null));
                return Map.of("id", id.toString(), "claim", Long.toString(((SiteOutcome.Done) claimed).id()));
            }

            @Override
            public void fill(Route route, Map<String, String> object, MockHttpServletRequestBuilder request) {
                if (route.api() && route.changes()) {
                    request.content("{\"reason\":\"Đơn vị xin rút\"}");
                } else if (route.changes()) {
                    request.param("reason", "Đơn vị xin rút");
                }
            }
        };
    }
}
