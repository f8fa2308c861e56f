package vn.lantoa.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * One PostgreSQL of its own with several databases. The application works in one at a time and is switched between transactions, so that the
 * same code can be measured in turns in a small and in a large copy.
 */
public final class Databases extends AbstractDataSource implements AutoCloseable {

    /** The cost of a page is the product's own, which its connections set in profile postgres. */
    static final Map<String, String> SERVER = Map.of(
            "random_page_cost", "1.1",
            "shared_buffers", "1GB",
            "max_wal_size", "8GB",
            "work_mem", "32MB",
            "maintenance_work_mem", "256MB",
            "max_connections", "100",
            "fsync", "off",
            "synchronous_commit", "off");

    private final EmbeddedPostgres server;
    private final Map<String, HikariDataSource> pools = new TreeMap<>();
    private volatile String current;
    private volatile Recorder recorder;

    Databases(String first) throws IOException, SQLException {
        var builder = EmbeddedPostgres.builder();
        SERVER.forEach(builder::setServerConfig);
        server = builder.start();
        execute("create database " + first);
        current = first;
    }

    /** The name of the database the application works in. */
    public String current() {
        return current;
    }

    /** From the next transaction on the application works in this one. */
    public void use(String name) {
        current = name;
    }

    /** Runs work in another database, and comes back. */
    public void in(String name, Runnable work) {
        var before = current;
        use(name);
        try {
            work.run();
        } finally {
            use(before);
        }
    }

    /** Copies a database as it stands; nobody may be in it. */
    void copy(String from, String to) {
        closePool(from);
        execute("create database " + to + " template " + from);
    }

    void create(String name) {
        execute("create database " + name);
    }

    void drop(String name) {
        closePool(name);
        execute("drop database " + name);
    }

    String url(String name) {
        return server.getJdbcUrl("postgres", name);
    }

    /** The statements some work sends, with their parameters written out. */
    public List<String> statementsOf(Runnable work) {
        var recording = new Recorder();
        recorder = recording;
        try {
            work.run();
        } finally {
            recorder = null;
        }
        return recording.statements();
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = pool(current).getConnection();
        var recording = recorder;
        return recording == null ? connection : recording.wrap(connection);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    private synchronized HikariDataSource pool(String name) {
        return pools.computeIfAbsent(name, key -> {
            var config = new HikariConfig();
            config.setJdbcUrl(url(key));
            config.setUsername("postgres");
            config.setMaximumPoolSize(8);
            return new HikariDataSource(config);
        });
    }

    private synchronized void closePool(String name) {
        var pool = pools.remove(name);
        if (pool != null) {
            pool.close();
        }
    }

    private void execute(String sql) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        List.copyOf(pools.keySet()).forEach(this::closePool);
        server.close();
    }
}
