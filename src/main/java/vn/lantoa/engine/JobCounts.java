package vn.lantoa.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much the engine has to do by itself, and whether it keeps up. */
@Component
public class JobCounts {

    /** A job begins within seconds; one that is so late is not waiting for its turn, nobody takes it. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The engine's own tidying is always there and runs at night only: nobody waits for it. */
    private static final String WORK = " from act_ru_job where retries_ > 0 and suspension_state_ = 1"
            + " and (handler_type_ is null or handler_type_ <> 'history-cleanup')";

    private final JdbcClient jdbc;
    private final Clock clock;

    JobCounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The jobs of this moment.
     *
     * @param waiting what is still to be done, timers of a later day included
     * @param overdue of these, what should have begun more than {@link #PATIENCE} ago
     * @param failed what was given up after its last attempt
     */
    public record Counts(long waiting, long overdue, long failed) {}

    /**
     * Jobs of a process that were given up.
     *
     * @param process its key; empty for work that belongs to no process
     * @param name of its newest version
     */
    public record Failing(Optional<String> process, String name, long jobs) {}

    public Counts now() {
        var late = Timestamp.from(clock.instant().minus(PATIENCE));
        return new Counts(
                count("select count(*)" + WORK),
                // What is to be done at once has no date; then its making counts.
                jdbc.sql("select count(*)" + WORK + " and coalesce(duedate_, create_time_) < ?")
                        .param(late)
                        .query(Long.class)
                        .single(),
                count("select count(*) from act_ru_job where retries_ <= 0"));
    }

    /** Which processes the failed ones stand in, those with the most first. */
    public List<Failing> failing() {
        return jdbc.sql(
                        """
                        select j.process_def_key_ key_, count(*) jobs_, max(d.name_) name_ from act_ru_job j
                        left join act_re_procdef d on d.key_ = j.process_def_key_ and d.version_ =
                            (select max(n.version_) from act_re_procdef n where n.key_ = j.process_def_key_)
                        where j.retries_ <= 0 group by j.process_def_key_ order by 2 desc, 1""")
                .query((row, n) -> {
                    var process = Optional.ofNullable(row.getString("key_"));
                    return new Failing(
                            process,
                            Optional.ofNullable(row.getString("name_")).orElse(process.orElse("")),
                            row.getLong("jobs_"));
                })
                .list();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
