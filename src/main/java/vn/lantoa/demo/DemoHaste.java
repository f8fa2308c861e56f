package vn.lantoa.demo;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets H2 write the invented past to the disk every half second instead of at every commit, which is a seventh of the first start. A start
 * that is cut off goes on with what is missing, so the half second is no loss; what people do afterwards is written at once again.
 */
@Component
@Profile("demo")
class DemoHaste {

    private final JdbcClient jdbc;
    private final boolean possible;

    DemoHaste(JdbcClient jdbc, DataSource database) throws SQLException {
        this.jdbc = jdbc;
        try (var connection = database.getConnection()) {
            this.possible = connection.getMetaData().getDatabaseProductName().equals("H2");
        }
    }

    void during(Runnable work) {
        delay(500);
        try {
            work.run();
        } finally {
            delay(0);
        }
    }

    private void delay(int milliseconds) {
        if (possible) {
            jdbc.sql("set write_delay " + milliseconds).update();
        }
    }
}
