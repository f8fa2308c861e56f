package vn.lantoa.notification;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Says to the other nodes what pages should look at anew, by LISTEN and NOTIFY of PostgreSQL; an H2 file has one node. Nothing depends on
 * it: news that is lost costs a page that stays stale until the next one, so it is sent after the commit and not within.
 */
@Component
class OtherNodes {

    /** Who is told of what this node hears. */
    interface Listener {

        void heard(PageNews news);

        /** The line was cut for a while: nobody knows what was said meanwhile. */
        void missed();
    }

    private static final Logger log = LoggerFactory.getLogger(OtherNodes.class);
    private static final String CHANNEL = "lantoa_pages";
    private static final String SAY = "select count(pg_notify('" + CHANNEL
            + "', cast(? as varchar) || ' ' || line)) from regexp_split_to_table(?, '\n') line";
    private static final int LOOK_EVERY_MILLIS = 10_000;
    private static final int ANSWERS_WITHIN_SECONDS = 5;
    private static final long AGAIN_AFTER_MILLIS = 1_000;

    private final String here = UUID.randomUUID().toString();
    private final DataSource source;
    private final JdbcClient jdbc;
    private volatile boolean listening;

    OtherNodes(DataSource source, JdbcClient jdbc) {
        this.source = source;
        this.jdbc = jdbc;
    }

    /** Begins to listen, where the database lets nodes speak to each other. */
    void listen(Listener listener) {
        if (!speaks()) {
            return;
        }
        listening = true;
        var thread = new Thread(() -> listenOn(listener), "other-nodes");
        thread.setDaemon(true);
        thread.start();
    }

    void stop() {
        listening = false;
    }

    /** Says it to all others; what cannot be said is dropped. */
    void say(Collection<PageNews> news) {
        if (!listening) {
            return;
        }
        try {
            jdbc.sql(SAY)
                    .params(here, news.stream().map(PageNews::line).collect(Collectors.joining("\n")))
                    .query(Long.class)
                    .single();
        } catch (DataAccessException away) {
            log.warn("The other nodes were not told of {} changes: {}", news.size(), away.getMessage());
        }
    }

    private void listenOn(Listener listener) {
        var first = true;
        while (listening) {
            try (var connection = source.getConnection()) {
                subscribe(connection);
                if (!first) {
                    listener.missed();
                }
                first = false;
                hear(connection, listener);
            } catch (SQLException cut) {
                if (listening) {
                    log.warn("Not listening to the other nodes for now: {}", cut.getMessage());
                    pause();
                }
            }
        }
    }

    private static void subscribe(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            // Whoever looks at the connections of the database sees that this one is always busy on purpose.
            statement.execute("set application_name = '" + CHANNEL + "'");
            statement.execute("listen " + CHANNEL);
        }
    }

    /** Until the line is cut; a connection that says nothing is asked whether it still stands. */
    private void hear(Connection connection, Listener listener) throws SQLException {
        var line = connection.unwrap(PGConnection.class);
        while (listening) {
            var said = line.getNotifications(LOOK_EVERY_MILLIS);
            if (said == null || said.length == 0) {
                if (!connection.isValid(ANSWERS_WITHIN_SECONDS)) {
                    throw new SQLException("the line is dead");
                }
                continue;
            }
            for (var one : said) {
                tell(one, listener);
            }
        }
        try (var statement = connection.createStatement()) {
            // It goes back to the pool.
            statement.execute("unlisten " + CHANNEL);
            statement.execute("reset application_name");
        }
    }

    private void tell(PGNotification said, Listener listener) {
        var words = said.getParameter().split(" ", 2);
        if (words[0].equals(here)) {
            return;
        }
        try {
            listener.heard(PageNews.read(words[1]));
        } catch (RuntimeException otherRelease) {
            log.debug("Not understood: {}", said.getParameter());
            listener.missed();
        }
    }

    private boolean speaks() {
        try {
            return "PostgreSQL"
                    .equals(JdbcUtils.extractDatabaseMetaData(source, DatabaseMetaData::getDatabaseProductName));
        } catch (MetaDataAccessException away) {
            throw new IllegalStateException("no database", away);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(AGAIN_AFTER_MILLIS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
