package vn.lantoa.testing;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.UnitId;

/** Drafts of a process that a unit answers for, already given up, for the test of the route table: whoever has the right is told so. */
@Configuration
class ProcessDraftFixtures {

    @Bean
    RouteFixture processDraftFixture(JdbcClient jdbc) {
        return new RouteFixture() {
            @Override
            public String of() {
                return "process-draft";
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                var key = new GeneratedKeyHolder();
                jdbc.sql(
                                "insert into process_draft (process, unit_id, title, based_on, state, version, made_at, changed_at)"
                                        + " select 'unit-report', ?, 'Bản sửa tuyến', max(id_), 'DISCARDED', 1, current_timestamp, current_timestamp"
                                        + " from act_re_procdef where key_ = 'unit-report'")
                        .param(unit.value())
                        .update(key, "id");
                var id = key.getKeyAs(Number.class).toString();
                jdbc.sql("insert into process_draft_file (draft_id, name, content, version)"
                                + " values (?, 'bpmn/reporting/unit-report.bpmn', '', 1)")
                        .param(Long.valueOf(id))
                        .update();
                return Map.of("id", id);
            }

            @Override
            public void fill(Route route, Map<String, String> object, MockHttpServletRequestBuilder request) {
                if (route.changes() && !route.api()) {
                    request.param("reason", "").param("version", "0");
                }
            }
        };
    }
}
