package vn.lantoa.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audit.AuditVerification;
import vn.lantoa.organization.Accounts;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.People;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.TaskConsistency;
import vn.lantoa.tasklist.TaskFilter;
import vn.lantoa.tasklist.Tasklist;

/** A database kept by any release before opens in this one, and people go on where they stood. */
class UpgradeTest {

    @TestFactory
    Stream<DynamicTest> every_kept_database_opens() throws IOException {
        return dumps().map(dump -> DynamicTest.dynamicTest(dump.getFileName().toString(), () -> open(dump)));
    }

    private static Stream<Path> dumps() throws IOException {
        if (Files.notExists(KeptDatabase.FOLDER)) {
            return Stream.empty();
        }
        return Files.list(KeptDatabase.FOLDER)
                .filter(file -> file.toString().endsWith(KeptDatabase.ENDING))
                .sorted();
    }

    private static void open(Path dump) throws SQLException {
        var url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        restore(url, dump);
        var before = reports(url);
        try (var application = KeptDatabase.start(url)) {
            var jdbc = application.getBean(JdbcClient.class);
            assertThat(reports(url)).isEqualTo(before).isGreaterThan(10);
            assertThat(application.getBean(Accounts.class).verify("canbo.ldld-48", "lantoa-demo-2026"))
                    .isPresent();
            TaskConsistency.check(jdbc);
            theLeaderGoesOn(application);
            TaskConsistency.check(jdbc);
            KeptDatabase.untilSealed(jdbc);
            assertThat(application
                            .getBean(AuditVerification.class)
                            .verify(actor(application, "quantri1"))
                            .ok())
                    .isTrue();
        }
    }

    /** A case that runs by the definition of its release is completed with the code of today. */
    private static void theLeaderGoesOn(ApplicationContext application) {
        var leader = actor(application, "lanhdao.ldld-82");
        var tasklist = application.getBean(Tasklist.class);
        var task = tasklist.openFor(leader, TaskFilter.everything()).items().get(0);
        assertThat(tasklist.complete(leader, task.id(), "approve", Map.of(), Locale.forLanguageTag("vi")))
                .isInstanceOf(Completion.Completed.class);
    }

    private static Actor actor(ApplicationContext application, String username) {
        return application.getBean(People.class).actor(username).orElseThrow();
    }

    private static void restore(String url, Path dump) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "lantoa", "lantoa");
                var statement = connection.createStatement()) {
            statement.execute("runscript from '" + dump + "' compression gzip");
        }
    }

    private static long reports(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "lantoa", "lantoa");
                var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from report")) {
            count.next();
            return count.getLong(1);
        }
    }
}
