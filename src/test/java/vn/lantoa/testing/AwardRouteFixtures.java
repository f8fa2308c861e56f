package vn.lantoa.testing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.commendation.CommendationOutcome;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.commendation.Seasons;
import vn.lantoa.commendation.StartNomination;
import vn.lantoa.organization.UnitId;

/** Nominations just begun in a season of the tree, for the test of the route table. */
@Configuration
class AwardRouteFixtures {

    @Bean
    RouteFixture nominationFixture(Seasons seasons, Nominations nominations, Clock clock) {
        return new RouteFixture() {
            @Override
            public String of() {
                return "nomination";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                if (seasons.openFor(unit).isEmpty()) {
                    seasons.open(
                            branch.officer(branch.root),
                            branch.root,
                            LocalDate.now(clock).getYear());
                }
                var outcome = nominations.start(branch.officer(unit), StartNomination.of(unit));
                return Map.of("id", Long.toString(((CommendationOutcome.Done) outcome).id()));
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
