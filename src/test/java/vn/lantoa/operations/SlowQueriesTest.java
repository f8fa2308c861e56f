package vn.lantoa.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.operations.CountedQueries.Counting;

/** The slowest statements of a PostgreSQL that counts them; and of one that was told so by half. */
class SlowQueriesTest {

    @Test
    void statements_are_shown_without_their_values_and_passwords_never() throws IOException {
        try (var server = EmbeddedPostgres.builder()
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .start()) {
            var source = server.getPostgresDatabase();
            var jdbc = JdbcClient.create(source);
            var queries = new SlowQueries(jdbc, new DatabaseLoad(jdbc, source));
            assertThat(queries.slowest().counting()).isEqualTo(Counting.OFF);

            jdbc.sql("create schema measured").update();
            jdbc.sql("create extension pg_stat_statements schema measured").update();
            jdbc.sql("select 'Nguyễn Văn A', pg_sleep(0.3)").query().listOfRows();
            jdbc.sql("alter role postgres password 'rat-bi-mat'").update();

            var found = queries.slowest();
            assertThat(found.counting()).isEqualTo(Counting.COUNTED);
            var slowest = found.queries().get(0);
            assertThat(slowest.text()).isEqualTo("select $1, pg_sleep($2)");
            assertThat(slowest.calls()).isEqualTo(1);
            assertThat(slowest.mean().toMillis()).isBetween(290L, 5000L);
            assertThat(found.queries()).noneMatch(one -> one.text().contains("rat-bi-mat"));
        }
    }

    @Test
    void an_extension_that_is_made_but_not_loaded_counts_nothing() throws IOException {
        try (var server = EmbeddedPostgres.start()) {
            var source = server.getPostgresDatabase();
            var jdbc = JdbcClient.create(source);
            jdbc.sql("create extension pg_stat_statements").update();
            assertThat(new SlowQueries(jdbc, new DatabaseLoad(jdbc, source))
                            .slowest()
                            .counting())
                    .isEqualTo(Counting.OFF);
        }
    }
}
