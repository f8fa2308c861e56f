package vn.lantoa.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code lantoa-backup} while people write, and {@code lantoa-restore} into another PostgreSQL (SECURITY.md F22). Both are run as
 * install.md says. Without PostgreSQL's own programs it is skipped with a word; with {@code LANTOA_BACKUP_TESTS=required}, as in CI, it
 * fails.
 */
class DumpBackupTest {

    private static final List<String> PROGRAMS = List.of("pg_dump", "pg_restore", "psql");

    @TempDir
    Path folder;

    private record Ran(int code, String output) {}

    @BeforeAll
    static void programs() {
        var missing = PROGRAMS.stream().filter(one -> !installed(one)).toList();
        if (!missing.isEmpty() && "required".equals(System.getenv("LANTOA_BACKUP_TESTS"))) {
            throw new IllegalStateException("LANTOA_BACKUP_TESTS=required, and not here: " + missing);
        }
        assumeTrue(missing.isEmpty(), "The test of lantoa-backup is skipped, as these are not here: " + missing);
    }

    @Test
    void what_was_acknowledged_before_the_backup_comes_back_elsewhere_row_by_row_and_the_audit_chain_is_whole()
            throws Exception {
        try (var here = EmbeddedPostgres.start();
                var there = EmbeddedPostgres.start()) {
            var data = Files.createDirectories(folder.resolve("here"));
            Set<Integer> before;
            Set<Integer> after;
            Path dump;
            Installation.People people;
            try (var installation = start(data, here)) {
                people = installation.people();
                installation.write(people);
                before = installation.acknowledged(40);
                var backup = run("lantoa-backup", data, here);
                assertThat(backup.code()).as(backup.output()).isZero();
                dump = Path.of(backup.output().strip());
                installation.acknowledged(20);
                after = installation.stop();
                assertThat(data.resolve("last-backup")).exists();
            }
            var other = Files.createDirectories(folder.resolve("there"));
            var restore = run("lantoa-restore", other, there, dump.toString());
            assertThat(restore.code()).as(restore.output()).isZero();
            assertThat(rows(there)).isEqualTo(dumped(dump)).hasSizeGreaterThan(150);
            try (var restored = start(other, there)) {
                assertThat(restored.reports())
                        .containsAll(before)
                        .isSubsetOf(after)
                        .hasSizeLessThan(after.size());
                restored.isWhole(people);
                restored.ask(people, 3000);
                assertThat(restored.reports()).contains(3000);
            }
            var again = run("lantoa-restore", other, there, dump.toString());
            assertThat(again.code())
                    .as("a database that holds something is not written over")
                    .isEqualTo(1);
            assertThat(again.output()).contains("nothing was changed");
        }
    }

    private static Installation start(Path data, EmbeddedPostgres server) {
        return Installation.start(
                data, url(server), "--spring.datasource.username=postgres", "--spring.datasource.password=");
    }

    private static String url(EmbeddedPostgres server) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    private Ran run(String command, Path data, EmbeddedPostgres server, String... arguments) throws Exception {
        var line = new ArrayList<>(List.of("sh", "src/docs/" + command));
        line.addAll(List.of(arguments));
        return run(
                line,
                Map.of(
                        "LANTOA_DB_URL", url(server),
                        "PGUSER", "postgres",
                        "LANTOA_DATA", data.toString(),
                        "LANTOA_BACKUP", folder.resolve("backup").toString()));
    }

    private static Ran run(List<String> line, Map<String, String> settings) throws IOException, InterruptedException {
        var output = Files.createTempFile("ran", ".txt");
        try {
            var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(settings);
            var process = builder.start();
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(line.toString()).isTrue();
            return new Ran(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }

    /** Of the test server's own time: what a newer one writes, an older server does not read. */
    private static boolean installed(String program) {
        try {
            var version = run(List.of(program, "--version"), Map.of()).output();
            return version.matches("(?s).*\\b1[56]\\.\\d+.*");
        } catch (IOException notHere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many rows of each table the file itself holds: the snapshot that was backed up. */
    private static Map<String, Long> dumped(Path dump) throws IOException, InterruptedException {
        var text = run(List.of("pg_restore", "--data-only", "--file=-", dump.toString()), Map.of());
        assertThat(text.code()).isZero();
        var rows = new TreeMap<String, Long>();
        String table = null;
        for (var line : text.output().split("\n")) {
            if (line.startsWith("COPY public.")) {
                table = line.substring("COPY public.".length(), line.indexOf(' ', "COPY public.".length()));
                rows.put(table, 0L);
            } else if (line.equals("\\.")) {
                table = null;
            } else if (table != null) {
                rows.merge(table, 1L, Long::sum);
            }
        }
        return rows;
    }

    private static Map<String, Long> rows(EmbeddedPostgres server) {
        var jdbc = JdbcClient.create(server.getPostgresDatabase());
        var rows = new TreeMap<String, Long>();
        jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list()
                .forEach(table -> rows.put(
                        table,
                        jdbc.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single()));
        return rows;
    }
}
