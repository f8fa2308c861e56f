package vn.lantoa.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.engine.CaseMemory.Remembered;
import vn.lantoa.engine.CaseWatch.Stay;

/** The rows of {@code ended_case}: what is told of a case when the engine no longer can. */
@Component
class EndedCases {

    private static final String ROW =
            "select instance, process, definition, business_key, started_by, started_at, ended_at from ended_case";
    private static final TypeReference<List<Stay>> WAY = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> KNOWN = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    EndedCases(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Remembered one, Optional<String> caller, List<Stay> way, Map<String, Object> known) {
        jdbc.sql(
                        """
                        insert into ended_case (instance, caller, process, definition, business_key, started_by, started_at, ended_at,
                            way, known) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        one.instance(),
                        caller.orElse(null),
                        one.process(),
                        one.definition(),
                        one.businessKey().orElse(null),
                        one.startedBy().orElse(null),
                        Timestamp.from(one.startedAt()),
                        Timestamp.from(one.endedAt().orElseThrow()),
                        write(way),
                        write(known))
                .update();
    }

    Optional<Remembered> find(String instance) {
        return jdbc.sql(ROW + " where instance = ?")
                .param(instance)
                .query(EndedCases::read)
                .optional();
    }

    List<Remembered> calledBy(String instance) {
        return jdbc.sql(ROW + " where caller = ? order by started_at, instance")
                .param(instance)
                .query(EndedCases::read)
                .list();
    }

    Optional<Remembered> newestOf(DossierKey dossier) {
        return jdbc.sql(ROW + " where business_key = ? and caller is null order by started_at desc limit 1")
                .param(dossier.toString())
                .query(EndedCases::read)
                .optional();
    }

    List<Stay> way(String instance) {
        return text("way", instance).map(way -> read(way, WAY)).orElse(List.of());
    }

    Map<String, Object> known(String instance) {
        return text("known", instance).map(known -> read(known, KNOWN)).orElse(Map.of());
    }

    void delete(String instance) {
        calledBy(instance).forEach(called -> delete(called.instance()));
        jdbc.sql("delete from ended_case where instance = ?").param(instance).update();
    }

    private Optional<String> text(String column, String instance) {
        return jdbc.sql("select " + column + " from ended_case where instance = ?")
                .param(instance)
                .query(String.class)
                .optional();
    }

    private static Remembered read(ResultSet row, int n) throws SQLException {
        return new Remembered(
                row.getString("instance"),
                row.getString("process"),
                row.getString("definition"),
                Optional.ofNullable(row.getString("business_key")),
                Optional.ofNullable(row.getString("started_by")),
                row.getTimestamp("started_at").toInstant(),
                Optional.of(row.getTimestamp("ended_at").toInstant()));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
