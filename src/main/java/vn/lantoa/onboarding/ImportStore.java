package vn.lantoa.onboarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.onboarding.UnitImport.Progress;
import vn.lantoa.onboarding.UnitImport.Remarks;
import vn.lantoa.onboarding.UnitImport.Sums;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** The line of each import, and who works on it. */
@Component
class ImportStore {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    ImportStore(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<Long> sentBefore(Actor by, String form) {
        return jdbc.sql("select id from unit_import where started_by = ? and form = ?")
                .params(by.id().value(), form)
                .query(Long.class)
                .optional();
    }

    long insert(Actor by, UnitId unit, String form, String fileName) {
        var keys = new org.springframework.jdbc.support.GeneratedKeyHolder();
        jdbc.sql(
                        "insert into unit_import (unit_id, started_by, form, file_name, file_size, state, sheet, remarks, keep_conflicts,"
                                + " rows_total, rows_done, units_new, units_known, people_new, people_known, posts_new, faults, conflicts,"
                                + " remarks_count, created_at, changed_at, acted_by, attempts)"
                                + " values (?, ?, ?, ?, 0, 'READING', '', ?, false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?, ?, ?, 0)")
                .params(unit.value(), by.id().value(), form, fileName, text(Remarks.NONE), now(), now())
                .param(by.id().value())
                .update(keys, "id");
        return keys.getKey().longValue();
    }

    void size(long id, long size) {
        jdbc.sql("update unit_import set file_size = ? where id = ?")
                .params(size, id)
                .update();
    }

    Optional<UnitImport> find(long id) {
        return jdbc.sql("select * from unit_import where id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    List<UnitImport> latest(UnitId unit, int limit) {
        return jdbc.sql("select * from unit_import where unit_id = ? order by id desc limit " + limit)
                .param(unit.value())
                .query(this::read)
                .list();
    }

    /** Goes from one state to another and lets a background job begin; false when somebody was quicker. */
    boolean order(long id, ImportState from, ImportState to, Actor by, boolean keepConflicts) {
        return jdbc.sql(
                                "update unit_import set state = ?, acted_by = ?, keep_conflicts = ?, rows_done = 0, refusal = null,"
                                        + " refusal_where = null, worker = null, worker_until = null, attempts = 0, changed_at = ?"
                                        + " where id = ? and state = ?")
                        .params(to.name(), by.id().value(), keepConflicts, now(), id, from.name())
                        .update()
                == 1;
    }

    /** Ends the work on an import; false when another node has taken it over meanwhile. */
    boolean finish(long id, String worker, ImportState state, String refusal, String where) {
        return jdbc.sql(
                                "update unit_import set state = ?, refusal = ?, refusal_where = ?, worker = null, worker_until = null,"
                                        + " changed_at = ? where id = ? and worker = ?")
                        .params(state.name(), refusal, cut(where), now(), id, worker)
                        .update()
                == 1;
    }

    void remarks(long id, Remarks remarks) {
        jdbc.sql("update unit_import set sheet = ?, remarks = ? where id = ?")
                .params(
                        remarks.sheet()
                                .substring(0, Math.min(100, remarks.sheet().length())),
                        text(remarks),
                        id)
                .update();
    }

    void sums(long id, Sums sums) {
        jdbc.sql(
                        "update unit_import set units_new = ?, units_known = ?, people_new = ?, people_known = ?, posts_new = ?,"
                                + " faults = ?, conflicts = ?, remarks_count = ? where id = ?")
                .params(sums.unitsNew(), sums.unitsKnown(), sums.peopleNew(), sums.peopleKnown(), sums.postsNew())
                .params(sums.faults(), sums.conflicts(), sums.remarks(), id)
                .update();
    }

    /** Takes one import that waits or whose worker has fallen silent. */
    Optional<UnitImport> claim(String worker, int seconds) {
        var waiting = jdbc.sql("select id from unit_import where state in ('READING', 'APPLYING', 'UNDOING')"
                        + " and (worker_until is null or worker_until < ?) order by changed_at, id limit 1")
                .param(now())
                .query(Long.class)
                .optional();
        return waiting.filter(
                        id -> jdbc.sql("update unit_import set worker = ?, worker_until = ?, attempts = attempts + 1"
                                                + " where id = ? and state in ('READING', 'APPLYING', 'UNDOING')"
                                                + " and (worker_until is null or worker_until < ?)")
                                        .params(worker, until(seconds), id, now())
                                        .update()
                                == 1)
                .flatMap(this::find);
    }

    int attempts(long id) {
        return jdbc.sql("select attempts from unit_import where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** Says how far the work is and that it goes on; false when another node has taken it over. */
    boolean progress(long id, String worker, int seconds, int done, int total) {
        return jdbc.sql(
                                "update unit_import set rows_done = ?, rows_total = ?, worker_until = ? where id = ? and worker = ?")
                        .params(done, total, until(seconds), id, worker)
                        .update()
                == 1;
    }

    /** Says that the work goes on; false when another node has taken it over. */
    boolean alive(long id, String worker, int seconds) {
        return jdbc.sql("update unit_import set worker_until = ? where id = ? and worker = ?")
                        .params(until(seconds), id, worker)
                        .update()
                == 1;
    }

    /** Gives an import back unfinished: another node may go on at once. */
    void release(long id, String worker) {
        jdbc.sql(
                        "update unit_import set worker = null, worker_until = null, attempts = attempts - 1 where id = ? and worker = ?")
                .params(id, worker)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Timestamp until(int seconds) {
        return Timestamp.from(clock.instant().plusSeconds(seconds));
    }

    private static String cut(String text) {
        return text == null || text.length() <= 4_000 ? text : text.substring(0, 4_000);
    }

    private String text(Remarks remarks) {
        try {
            var text = json.writeValueAsString(remarks);
            return text.length() <= 4_000
                    ? text
                    : json.writeValueAsString(
                            new Remarks(remarks.sheet(), remarks.headerRow(), remarks.columns(), List.of(), List.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private UnitImport read(ResultSet row, int n) throws SQLException {
        var where = row.getString("refusal_where");
        var acted = row.getObject("acted_by", Long.class);
        return new UnitImport(
                row.getLong("id"),
                UnitId.of(row.getLong("unit_id")),
                PersonId.of(row.getLong("started_by")),
                row.getString("file_name"),
                row.getLong("file_size"),
                ImportState.valueOf(row.getString("state")),
                row.getString("refusal"),
                where == null ? List.of() : where.lines().toList(),
                remarks(row.getString("remarks")),
                new Progress(row.getInt("rows_done"), row.getInt("rows_total")),
                new Sums(
                        row.getInt("units_new"),
                        row.getInt("units_known"),
                        row.getInt("people_new"),
                        row.getInt("people_known"),
                        row.getInt("posts_new"),
                        row.getInt("faults"),
                        row.getInt("conflicts"),
                        row.getInt("remarks_count")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                acted == null ? null : PersonId.of(acted),
                row.getBoolean("keep_conflicts"));
    }

    private Remarks remarks(String text) {
        try {
            return json.readValue(text, Remarks.class);
        } catch (JsonProcessingException e) {
            return Remarks.NONE;
        }
    }

    /** Fields of a row as JSON and back. */
    String fields(Map<ImportField, String> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<ImportField, String> fields(String text) {
        try {
            return json.readValue(text, new TypeReference<java.util.EnumMap<ImportField, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
