package vn.lantoa.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.Change;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Posts;
import vn.lantoa.organization.Substitutions;
import vn.lantoa.organization.TreeWriter;
import vn.lantoa.organization.TreeWriter.NewPerson;
import vn.lantoa.organization.UnitId;

/** Units and persons for the test of the route table. */
@Configuration
class OrganizationFixtures {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Bean
    RouteFixture unitFixture(Posts posts, Substitutions substitutions) {
        return new RouteFixture() {
            @Override
            public String of() {
                return "unit";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                var holder = branch.appoint("tuyen-tam." + NUMBER.incrementAndGet(), "Người Tạm", Post.CHECKER, unit);
                var holding = posts.holdersIn(unit, LocalDate.of(2026, 6, 1)).stream()
                        .filter(held -> held.person().id().equals(holder.id()))
                        .findFirst()
                        .orElseThrow()
                        .holding();
                var deputy = branch.appoint("tuyen-thay." + NUMBER.get(), "Người Thay", Post.CHECKER, unit);
                var away = substitutions.enter(
                        holder,
                        new Substitutions.Entry(
                                holder.id(),
                                deputy.username(),
                                Post.CHECKER,
                                unit,
                                Set.of(),
                                null,
                                null,
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2099, 12, 31)));
                return Map.of(
                        "id", unit.toString(),
                        "holding", String.valueOf(holding),
                        "province", branch.b.toString(),
                        "substitution", String.valueOf(((Change.Done) away).id()));
            }

            /** A report is opened for the unit that the body names. */
            @Override
            public void fill(Route route, Map<String, String> object, MockHttpServletRequestBuilder request) {
                if (route.pattern().equals("/api/v1/reports")) {
                    request.content("{\"unit\":\"" + object.get("id") + "\",\"period\":\"2026-H1\"}");
                } else if (route.pattern().equals("/api/v1/campaigns")) {
                    request.content("{\"root\":\"" + object.get("id") + "\",\"period\":\"2099-Y\"}");
                } else if (Set.of("/api/v1/nominations", "/api/v1/model-sites").contains(route.pattern())) {
                    request.content("{\"unit\":\"" + object.get("id") + "\"}");
                } else if (route.pattern().equals("/reports/campaigns")) {
                    request.param("unit", object.get("id")).param("period", "2099-Y");
                } else if (route.pattern().equals("/reports") || route.pattern().equals("/reports/packages/file")) {
                    request.param("unit", object.get("id")).param("period", "2026-H1");
                }
            }
        };
    }

    @Bean
    RouteFixture personFixture(TreeWriter writer) {
        return new RouteFixture() {
            @Override
            public String of() {
                return "person";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                var person = new NewPerson("nguoi." + NUMBER.incrementAndGet(), "Người Thử", unit, Branch.HASH, false);
                return Map.of("id", writer.people(List.of(person)).get(0).toString());
            }
        };
    }
}
