package vn.lantoa.operations;

import java.time.Duration;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which statements PostgreSQL found slowest, when it was told to count; H2 does not count. */
@Component
class SlowQueries {

    private static final int SHOWN = 10;

    private final JdbcClient jdbc;
    private final DatabaseLoad database;

    SlowQueries(JdbcClient jdbc, DatabaseLoad database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    CountedQueries slowest() {
        if (!database.isPostgres()) {
            return new CountedQueries(CountedQueries.Counting.NONE, List.of());
        }
        var schema = jdbc.sql(
                        """
                        select quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace
                        where e.extname = 'pg_stat_statements'""")
                .query(String.class)
                .optional();
        if (schema.isEmpty()) {
            return new CountedQueries(CountedQueries.Counting.OFF, List.of());
        }
        try {
            return new CountedQueries(CountedQueries.Counting.COUNTED, read(schema.get()));
        } catch (DataAccessException madeButNotLoaded) {
            return new CountedQueries(CountedQueries.Counting.OFF, List.of());
        }
    }

    /** Values are taken out of these statements by PostgreSQL itself; of others, such as those that set a password, they are not. */
    private List<Query> read(String schema) {
        return jdbc.sql("select query, calls, mean_exec_time, max_exec_time from " + schema + ".pg_stat_statements"
                        + " where dbid = (select oid from pg_database where datname = current_database())"
                        + " and lower(substr(ltrim(query), 1, 6)) in ('select', 'insert', 'update', 'delete')"
                        + " order by mean_exec_time desc limit " + SHOWN)
                .query((row, n) -> new Query(
                        row.getString("query").replaceAll("\\s+", " ").strip(),
                        row.getLong("calls"),
                        milliseconds(row.getDouble("mean_exec_time")),
                        milliseconds(row.getDouble("max_exec_time"))))
                .list();
    }

    private static Duration milliseconds(double time) {
        return Duration.ofNanos((long) (time * 1_000_000));
    }
}
