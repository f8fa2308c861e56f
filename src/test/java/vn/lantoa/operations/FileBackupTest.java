package vn.lantoa.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.LanToa;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.audit.AuditVerification;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Branch;

/** The H2 file backed up while people work, and the installation that comes back from it elsewhere (SECURITY.md F22). */
class FileBackupTest {

    private static final String KEY = "the-key-of-the-tests-the-key-of-the-tests";
    private static final String WRITTEN = "select count(*) from audit_entry where action = 'test.load'";
    private static final int HANDS = 4;

    @TempDir
    Path folder;

    @Test
    void what_was_acknowledged_before_the_backup_comes_back_elsewhere_and_the_audit_chain_is_whole() throws Exception {
        Path backup;
        int before;
        int after;
        long units;
        try (var here = start(Files.createDirectories(folder.resolve("here")))) {
            var branch = Branch.grow(here);
            var actor = branch.actor(Post.ADMINISTRATOR, branch.root);
            var acknowledged = new AtomicInteger();
            var enough = new CountDownLatch(200);
            var hands = Executors.newFixedThreadPool(HANDS);
            // Never by interrupting them: H2 loses its file when a thread is interrupted that writes to it.
            var stopped = new AtomicBoolean();
            for (var hand = 0; hand < HANDS; hand++) {
                hands.submit(() -> {
                    while (!stopped.get()) {
                        here.getBean(TransactionTemplate.class)
                                .executeWithoutResult(status -> here.getBean(AuditTrail.class)
                                        .record("test.load", actor, "test:load", null, Map.of(), Map.of()));
                        acknowledged.incrementAndGet();
                        enough.countDown();
                    }
                });
            }
            assertThat(enough.await(1, TimeUnit.MINUTES)).isTrue();
            before = acknowledged.get();
            backup = here.getBean(FileBackup.class).take().orElseThrow();
            stopped.set(true);
            hands.shutdown();
            assertThat(hands.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            after = count(here, WRITTEN);
            units = count(here, "select count(*) from unit");
            assertThat(Files.exists(folder.resolve("here").resolve("last-backup")))
                    .isTrue();
        }
        var there = Files.createDirectories(folder.resolve("there"));
        restore(backup, there);
        try (var restored = start(there)) {
            assertThat(count(restored, WRITTEN)).isBetween(before, after);
            assertThat(count(restored, "select count(*) from unit")).isEqualTo((int) units);
            var branch = Branch.grow(restored);
            var verified =
                    restored.getBean(AuditVerification.class).verify(branch.actor(Post.ADMINISTRATOR, branch.root));
            assertThat(verified.ok()).as(verified.toString()).isTrue();
        }
    }

    @Test
    void only_so_many_are_kept() throws IOException {
        try (var here = start(Files.createDirectories(folder.resolve("kept")))) {
            var backups = here.getBean(FileBackup.class);
            var kept = Files.createDirectories(folder.resolve("kept").resolve("backup"));
            for (var day = 1; day <= 3; day++) {
                Files.createFile(kept.resolve("lantoa-2026010" + day + "-010000.zip"));
                Files.createFile(kept.resolve("lantoa-2026010" + day + "-010000.audit-key"));
            }
            var newest = backups.take().orElseThrow();
            try (var files = Files.list(kept)) {
                assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith("zip")))
                        .containsExactlyInAnyOrder(newest.getFileName().toString(), "lantoa-20260103-010000.zip");
            }
            assertThat(kept.resolve("lantoa-20260101-010000.audit-key")).doesNotExist();
        }
    }

    /** As install.md says it. */
    private static void restore(Path backup, Path there) throws IOException {
        try (var zip = new ZipFile(backup.toFile());
                var content = zip.getInputStream(zip.entries().nextElement())) {
            Files.copy(content, there.resolve("lantoa.mv.db"));
        }
        var head = Path.of(backup.toString().replace(".zip", ".audit-head"));
        if (Files.exists(head)) {
            Files.copy(head, there.resolve("audit-head"));
        }
    }

    private static ConfigurableApplicationContext start(Path folder) {
        return new SpringApplicationBuilder(LanToa.class)
                .profiles("test")
                .run(
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("lantoa")
                                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=0",
                        "--server.port=0",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--lantoa.audit.key=" + KEY,
                        "--lantoa.audit.head-file=" + folder.resolve("audit-head"),
                        "--lantoa.backup.folder=" + folder.resolve("backup"),
                        "--lantoa.backup.keep=2",
                        "--lantoa.backup.mark=" + folder.resolve("last-backup"));
    }

    private static int count(ConfigurableApplicationContext application, String sql) {
        return application
                .getBean(JdbcClient.class)
                .sql(sql)
                .query(Integer.class)
                .single();
    }
}
