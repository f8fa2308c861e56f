package vn.lantoa.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.organization.UnitId;

/** Councils of a unit with one member, for the test of the route table. */
@Configuration
class CouncilRoutes {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Bean
    RouteFixture councilFixture(JdbcClient jdbc) {
        return new RouteFixture() {
            @Override
            public String of() {
                return "council";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                var name = "Hội đồng " + NUMBER.incrementAndGet();
                var at = "timestamp with time zone '2026-01-02 08:00:00+07'";
                jdbc.sql(
                                "insert into council (unit_id, unit_name, name, decision_number, decision_date, made_by, made_at)"
                                        + " values (?, 'A1', ?, '1/QĐ', date '2026-01-02', 1, " + at + ")")
                        .params(List.of(unit.value(), name))
                        .update();
                var id = jdbc.sql("select id from council where name = ?")
                        .param(name)
                        .query(Long.class)
                        .single();
                jdbc.sql(
                                "insert into council_member (council_id, person_id, person_name, role, position_text, from_date, named_by,"
                                        + " named_at) values (?, 1, 'Nguyễn Văn A', 'MEMBER', '', date '2026-01-02', 1, "
                                        + at + ")")
                        .param(id)
                        .update();
                var member = jdbc.sql("select id from council_member where council_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single();
                return Map.of("id", id.toString(), "member", member.toString());
            }
        };
    }
}
