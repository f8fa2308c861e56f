package vn.lantoa.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The H2 file backed up while people work, and the installation that comes back from it elsewhere (SECURITY.md F22). */
class FileBackupTest {

    @TempDir
    Path folder;

    @Test
    void what_was_acknowledged_before_the_backup_comes_back_elsewhere_and_the_audit_chain_is_whole() throws Exception {
        var here = Files.createDirectories(folder.resolve("here"));
        Path backup;
        Set<Integer> before;
        Set<Integer> after;
        Installation.People people;
        try (var installation = start(here)) {
            people = installation.people();
            installation.write(people);
            before = installation.acknowledged(40);
            // Sealed a second after it is written; on a busy machine forty reports are quicker.
            await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(here.resolve("audit-head")));
            backup = installation.bean(FileBackup.class).take().orElseThrow();
            installation.acknowledged(20);
            after = installation.stop();
            assertThat(here.resolve("last-backup")).exists();
        }
        var there = Files.createDirectories(folder.resolve("there"));
        restore(backup, there);
        try (var restored = start(there)) {
            assertThat(restored.reports()).containsAll(before).isSubsetOf(after).hasSizeLessThan(after.size());
            restored.isWhole(people);
            restored.ask(people, 3000);
            assertThat(restored.reports()).contains(3000);
        }
    }

    @Test
    void only_so_many_are_kept() throws IOException {
        try (var here = start(Files.createDirectories(folder.resolve("kept")))) {
            var backups = here.bean(FileBackup.class);
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
        for (var file : List.of("audit-key", "audit-head")) {
            Files.copy(Path.of(backup.toString().replace("zip", file)), there.resolve(file));
        }
    }

    private static Installation start(Path folder) {
        return Installation.start(
                folder,
                "jdbc:h2:file:" + folder.resolve("lantoa")
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=0");
    }
}
