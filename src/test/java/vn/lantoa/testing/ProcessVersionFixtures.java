package vn.lantoa.testing;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.UnitId;

/** Versions and moves of a process, for the test of the route table: they belong to the installation, wherever the unit stands. */
@Configuration
class ProcessVersionFixtures {

    @Bean
    RouteFixture processVersionFixture() {
        return new RouteFixture() {
            @Override
            public String of() {
                return "process-version";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                return Map.of("process", "unit-report", "number", "1");
            }

            /** Without a reason, so that whoever has the right is told to give one. */
            @Override
            public void fill(Route route, Map<String, String> object, MockHttpServletRequestBuilder request) {
                if (!route.changes()) {
                    request.queryParam("from", "1").queryParam("to", "1");
                }
            }
        };
    }

    @Bean
    RouteFixture processMoveFixture(JdbcClient jdbc) {
        return new RouteFixture() {
            @Override
            public String of() {
                return "process-move";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                var key = new GeneratedKeyHolder();
                jdbc.sql(
                                "insert into case_move (process, source, target, reason, started_by, started_at, ended_at)"
                                        + " select 'unit-report', max(d.id_), max(d.id_), 'thử', (select min(id) from person),"
                                        + " current_timestamp, current_timestamp from act_re_procdef d where d.key_ = 'unit-report'")
                        .update(key, "id");
                return Map.of("id", key.getKeyAs(Number.class).toString());
            }
        };
    }

    @Bean
    RouteFixture processCaseFixture(JdbcClient jdbc) {
        return new RouteFixture() {
            @Override
            public String of() {
                return "process-case";
            }

            /** An ended case: it can be looked at, and nothing of it can be moved. */
            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                var id = "fixture-" + UUID.randomUUID();
                jdbc.sql(
                                "insert into act_hi_procinst (id_, proc_inst_id_, proc_def_key_, proc_def_id_, start_time_, end_time_)"
                                        + " select cast(? as varchar(64)), cast(? as varchar(64)), 'unit-report', max(d.id_),"
                                        + " current_timestamp, current_timestamp from act_re_procdef d where d.key_ = 'unit-report'")
                        .params(id, id)
                        .update();
                return Map.of("id", id);
            }
        };
    }
}
