package vn.lantoa.diagrams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of trials. */
@Component
class TrialRows {

    /** A trial that has run so long was cut off with its node. */
    private static final Duration LOST = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    TrialRows(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<Trial> find(DraftId draft) {
        return jdbc.sql("select * from process_trial where draft_id = ?")
                .param(draft.value())
                .query(this::trial)
                .optional();
    }

    /** Puts a trial into the queue in place of the draft's last one. */
    void add(ProcessDraft draft) {
        jdbc.sql("delete from process_trial where draft_id = ?")
                .param(draft.id().value())
                .update();
        jdbc.sql("insert into process_trial (draft_id, draft_version, state, done, total, begun_at)"
                        + " values (?, ?, 'WAITING', 0, 0, ?)")
                .params(draft.id().value(), draft.version(), now())
                .update();
    }

    /** Takes the next one for this node; empty when none waits. */
    Optional<DraftId> take() {
        jdbc.sql("update process_trial set state = 'FAILED' where state = 'RUNNING' and begun_at < ?")
                .param(Timestamp.from(clock.instant().minus(LOST)))
                .update();
        return jdbc
                .sql("select draft_id from process_trial where state = 'WAITING' order by begun_at, draft_id limit 5")
                .query(Long.class)
                .list()
                .stream()
                .filter(id -> jdbc.sql(
                                        "update process_trial set state = 'RUNNING', begun_at = ? where draft_id = ? and state = 'WAITING'")
                                .params(now(), id)
                                .update()
                        == 1)
                .findFirst()
                .map(DraftId::new);
    }

    void progress(DraftId draft, int done, int total) {
        jdbc.sql("update process_trial set done = ?, total = ? where draft_id = ? and state = 'RUNNING'")
                .params(done, total, draft.value())
                .update();
    }

    void finish(DraftId draft, Trial.State state, Trial.Found found) {
        jdbc.sql("update process_trial set state = ?, found = ?, ended_at = ? where draft_id = ? and state = 'RUNNING'")
                .params(state.name(), found == null ? null : write(found), now(), draft.value())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Trial trial(ResultSet row, int n) throws SQLException {
        return new Trial(
                new DraftId(row.getLong("draft_id")),
                row.getLong("draft_version"),
                Trial.State.valueOf(row.getString("state")),
                row.getInt("done"),
                row.getInt("total"),
                Optional.ofNullable(row.getString("found")).map(this::read),
                row.getTimestamp("begun_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));
    }

    private String write(Trial.Found found) {
        try {
            return json.writeValueAsString(found);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Trial.Found read(String found) {
        try {
            return json.readValue(found, Trial.Found.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
