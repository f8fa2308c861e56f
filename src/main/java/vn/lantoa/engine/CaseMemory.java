package vn.lantoa.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.engine.CaseWatch.Stay;

/** What a case was: from the engine's history as long as that knows it, else from our own row of it. Whoever asks does not notice which. */
@Component
class CaseMemory {

    private static final String ROW =
            "select proc_inst_id_, proc_def_key_, proc_def_id_, business_key_, start_act_id_, start_time_, end_time_"
                    + " from act_hi_procinst where ";
    private static final int CANCELLED = 2;

    private final JdbcClient jdbc;
    private final LastVariables variables;
    private final EndedCases ended;

    CaseMemory(JdbcClient jdbc, LastVariables variables, EndedCases ended) {
        this.jdbc = jdbc;
        this.variables = variables;
        this.ended = ended;
    }

    /**
     * A case.
     *
     * @param definition the engine's id of the version it ran on last
     * @param startedBy its start event
     * @param endedAt empty while it runs
     */
    record Remembered(
            String instance,
            String process,
            String definition,
            Optional<String> businessKey,
            Optional<String> startedBy,
            Instant startedAt,
            Optional<Instant> endedAt) {}

    Optional<Remembered> find(String instance) {
        return engine("proc_inst_id_ = ?", instance).stream().findFirst().or(() -> ended.find(instance));
    }

    /** The cases it called, in the order in which they began. */
    List<Remembered> calledBy(String instance) {
        var known = engine("super_process_instance_id_ = ? order by start_time_, proc_inst_id_", instance);
        return known.isEmpty() ? ended.calledBy(instance) : known;
    }

    /** The last one begun of those that nothing had called. */
    Optional<Remembered> newestOf(DossierKey dossier) {
        var known = engine(
                "business_key_ = ? and super_process_instance_id_ is null order by start_time_ desc limit 1",
                dossier.toString());
        return Stream.concat(known.stream(), ended.newestOf(dossier).stream())
                .max(Comparator.comparing(Remembered::startedAt));
    }

    /** Its stays on steps, in order. */
    List<Stay> way(String instance) {
        var known = jdbc.sql(
                        "select act_id_, act_name_, act_type_, start_time_, end_time_, act_inst_state_ from act_hi_actinst"
                                + " where proc_inst_id_ = ? order by start_time_, sequence_counter_")
                .param(instance)
                .query((row, n) -> new Stay(
                        row.getString("act_id_"),
                        Optional.ofNullable(row.getString("act_name_")).orElse(row.getString("act_id_")),
                        row.getString("act_type_"),
                        row.getTimestamp("start_time_").toInstant(),
                        Optional.ofNullable(row.getTimestamp("end_time_")).map(Timestamp::toInstant),
                        row.getInt("act_inst_state_") == CANCELLED))
                .list();
        return known.isEmpty() ? ended.way(instance) : known;
    }

    /** What it knew last, by name, in codes. */
    Map<String, Object> known(String instance) {
        var known = variables.of(instance);
        return known.isEmpty() ? ended.known(instance) : known;
    }

    private List<Remembered> engine(String which, String value) {
        return jdbc.sql(ROW + which).param(value).query(CaseMemory::read).list();
    }

    private static Remembered read(ResultSet row, int n) throws SQLException {
        return new Remembered(
                row.getString("proc_inst_id_"),
                row.getString("proc_def_key_"),
                row.getString("proc_def_id_"),
                Optional.ofNullable(row.getString("business_key_")),
                Optional.ofNullable(row.getString("start_act_id_")),
                row.getTimestamp("start_time_").toInstant(),
                Optional.ofNullable(row.getTimestamp("end_time_")).map(Timestamp::toInstant));
    }
}
