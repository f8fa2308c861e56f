package vn.lantoa.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.LanToa;

/** The application on a demo database that a release left behind. */
final class KeptDatabase {

    static final Path FOLDER = Path.of("src/test/resources/upgrade");
    static final String ENDING = ".sql.gz";

    private KeptDatabase() {}

    /** Starts with the tests' audit key, under which the dumps were sealed, and without running jobs by itself. */
    static ConfigurableApplicationContext start(String url) {
        return new SpringApplicationBuilder(LanToa.class)
                .profiles("test", "demo")
                .run(
                        "--spring.datasource.url=" + url,
                        "--server.port=0",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--lantoa.audit.key=the-key-of-the-tests-the-key-of-the-tests",
                        "--lantoa.audit.head-file=target/test-data/" + UUID.randomUUID() + "/audit-head");
    }

    /** Waits for the sealing job, so that nothing unsealed goes into a dump. */
    static void untilSealed(JdbcClient jdbc) {
        for (var tries = 0; tries < 100 && unsealed(jdbc) > 0; tries++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        assertThat(unsealed(jdbc)).isZero();
    }

    private static long unsealed(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from audit_entry where seq is null")
                .query(Long.class)
                .single();
    }
}
