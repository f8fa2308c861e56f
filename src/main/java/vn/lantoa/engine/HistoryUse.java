package vn.lantoa.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.rulebook.Retention;

/** How much the engine remembers of ended cases, and whether its nightly clean-up keeps up. */
@Component
public class HistoryUse {

    /** A clean-up that runs at all has come by within two nights. */
    private static final Duration PATIENCE = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Retention retention;
    private final Clock clock;

    HistoryUse(JdbcClient jdbc, Retention retention, Clock clock) {
        this.jdbc = jdbc;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * The history of this moment.
     *
     * @param remembered ended cases the engine still remembers
     * @param forgotten ended cases of which only our own row is left
     * @param late what should have been forgotten more than {@link #PATIENCE} ago
     * @param kept the term that holds today
     * @param next when the clean-up runs next; empty while it has no job
     */
    public record Use(long remembered, long forgotten, long late, Period kept, Optional<Instant> next) {}

    public Use now() {
        var ended = "select count(*) from act_hi_procinst where end_time_ is not null";
        return new Use(
                count(ended),
                count("select count(*) from ended_case e where not exists"
                        + " (select 1 from act_hi_procinst h where h.proc_inst_id_ = e.instance)"),
                jdbc.sql("select count(*) from act_hi_procinst where removal_time_ < ?")
                        .param(Timestamp.from(clock.instant().minus(PATIENCE)))
                        .query(Long.class)
                        .single(),
                retention.of(Retention.Kind.CASE_HISTORY),
                jdbc.sql("select min(duedate_) from act_ru_job where handler_type_ = 'history-cleanup'")
                        .query((row, n) ->
                                Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                        .single());
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
