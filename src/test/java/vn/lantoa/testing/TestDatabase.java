package vn.lantoa.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each test context an empty database of its own, of the kind this run is for. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static EmbeddedPostgres server;

    public static boolean postgres() {
        return "postgres".equals(System.getProperty("lantoa.test.database"));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + (postgres() ? newPostgres() : newH2()),
                        "spring.datasource.username=" + (postgres() ? "postgres" : "lantoa"),
                        "spring.datasource.password=" + (postgres() ? "" : "lantoa"),
                        // Hashing as slowly as in earnest would only make the tests slow.
                        "lantoa.password.memory-kib=64",
                        "lantoa.password.passes=1",
                        // Tests say themselves when a day begins and when a chunk is opened; their trees are small.
                        "lantoa.campaign.chunk=3",
                        "lantoa.campaign.wake=86400000",
                        "lantoa.campaign.every=86400000",
                        "lantoa.audit.key=the-key-of-the-tests-the-key-of-the-tests",
                        "lantoa.audit.head-file=target/test-data/" + UUID.randomUUID() + "/audit-head")
                .applyTo(context);
    }

    private static String newH2() {
        // As the application asks for it (ADR 22).
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=0";
    }

    private static synchronized String newPostgres() {
        try {
            if (server == null) {
                // Nobody reads these databases after a power cut.
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            }
            var name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
