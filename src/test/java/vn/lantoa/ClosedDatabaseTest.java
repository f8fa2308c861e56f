package vn.lantoa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClosedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void after_h2_closed_its_file_the_pool_opens_it_again_with_all_that_was_committed() throws Exception {
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:h2:file:" + folder.resolve("kept") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
            pool.setMaximumPoolSize(3);
            var jdbc = JdbcClient.create(pool);
            jdbc.sql("create table audit_head (id int)").update();
            jdbc.sql("insert into audit_head values (1)").update();
            closeTheFileAsAFullDiskDoes(pool);
            assertThatThrownBy(() -> count(jdbc)).isInstanceOf(DataAccessException.class);

            var watch = new ClosedDatabase(jdbc, pool);
            for (var tries = 0; tries < 5; tries++) {
                watch.look();
            }
            assertThat(count(jdbc)).isEqualTo(1);
        }
    }

    private static void closeTheFileAsAFullDiskDoes(HikariDataSource pool) throws Exception {
        try (var connection = pool.getConnection()) {
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            Database database = session.getDatabase();
            database.getStore().getMvStore().closeImmediately();
        }
    }

    private static long count(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from audit_head").query(Long.class).single();
    }
}
