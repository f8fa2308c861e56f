package vn.lantoa.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the dump a release leaves behind for {@link UpgradeTest}; run once, when a release is made, and never again for it:
 *
 * <pre>mvn test -Dtest=UpgradeDump -Dlantoa.dump=0.1.0 -DskipPostgres -DskipIslandTests</pre>
 */
@EnabledIfSystemProperty(named = "lantoa.dump", matches = "\\d+\\.\\d+\\.\\d+")
class UpgradeDump {

    @Test
    void write() throws Exception {
        var file = KeptDatabase.FOLDER.resolve(System.getProperty("lantoa.dump") + KeptDatabase.ENDING);
        assertThat(file).as("a released dump is never written again").doesNotExist();
        Files.createDirectories(KeptDatabase.FOLDER);
        try (var application = KeptDatabase.start("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")) {
            var jdbc = application.getBean(JdbcClient.class);
            KeptDatabase.untilSealed(jdbc);
            jdbc.sql("script to '" + file + "' compression gzip").query().listOfRows();
        }
        assertThat(Files.size(file)).isBetween(10_000L, 5_000_000L);
    }
}
