package vn.lantoa.diagrams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.engine.Rehearsals.Fact;

/** Which cases a process had, and what was decided in each: outcomes and what gateways ask, never who decided or what was written. */
@Component
class PastCases {

    private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    PastCases(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One of the newest cases of a process. */
    record PastCase(String instance, String dossier, Instant first) {}

    /** The newest, the one decided last first. */
    List<PastCase> newest(String process, int most) {
        return jdbc.sql(
                        """
                        select instance, dossier_type, dossier_id, min(decided_at) as first_at, max(decided_at) as last_at
                        from decision_fact where process = ? group by instance, dossier_type, dossier_id
                        order by last_at desc, instance limit ?""")
                .params(process, most)
                .query((row, n) -> new PastCase(
                        row.getString("instance"),
                        row.getString("dossier_type") + ":" + row.getString("dossier_id"),
                        row.getTimestamp("first_at").toInstant()))
                .list();
    }

    /** What was decided in a case and in those it called, in order. */
    List<Fact> facts(List<String> instances) {
        return jdbc.sql(
                        "select process, step, outcome, variables, decided_at from decision_fact where instance in (:instances) order by decided_at, task_id")
                .param("instances", instances)
                .query((row, n) -> new Fact(
                        row.getString("process"),
                        row.getString("step"),
                        row.getString("outcome"),
                        read(row.getString("variables")),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    private Map<String, Object> read(String variables) {
        try {
            return json.readValue(variables, VARIABLES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
