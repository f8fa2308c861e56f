package vn.lantoa;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * H2 closes its file when the disk is full, and every connection of the pool stays dead though there is room again: lets all of them go, so
 * that the next one opens the file anew. PostgreSQL's dead connections the pool finds by itself.
 */
@Component
class ClosedDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(ClosedDatabase.class);
    private static final int DATABASE_CLOSED = 90098;

    private final JdbcClient jdbc;
    private final DataSource source;

    ClosedDatabase(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    @Scheduled(fixedDelay = 3_000)
    void look() throws SQLException {
        try {
            jdbc.sql("select count(*) from audit_head").query(Long.class).single();
        } catch (DataAccessException | TransactionException e) {
            if (says(DATABASE_CLOSED, e)) {
                LOG.error(
                        "The database was closed: {}. All connections are let go, so that it is opened again.",
                        e.getMessage());
                source.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
            }
        }
    }

    private static boolean says(int code, Throwable problem) {
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == code) {
                return true;
            }
        }
        return false;
    }
}
