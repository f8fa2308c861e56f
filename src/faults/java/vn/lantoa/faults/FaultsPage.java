package vn.lantoa.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.lantoa.calendar.VietnamTime;

/** The page with the figures: a row a fault, each with its day and scale. Rows of faults that were not run now stay, and what stands below the table. */
final class FaultsPage {

    private static final String BELOW = "\n## ";

    private final Path file;
    private final List<Fault> order;
    private final Map<String, String> rows = new LinkedHashMap<>();
    private String below = "";

    /** @param order of the rows */
    FaultsPage(Path file, List<Fault> order) throws IOException {
        this.file = file;
        this.order = order;
        if (Files.exists(file)) {
            read(Files.readString(file));
        }
    }

    private void read(String page) {
        var end = page.indexOf(BELOW);
        below = end < 0 ? "" : page.substring(end);
        page.substring(0, end < 0 ? page.length() : end)
                .lines()
                .filter(line -> line.startsWith("| "))
                .forEach(line -> rows.put(line.split("\\|")[1].strip(), line));
    }

    void write(Fault fault, Outcome outcome, String scale) throws IOException {
        rows.put(
                fault.code(),
                "| %s | %s | %d | %d | %d | %d | %s | %s | %s, %s |"
                        .formatted(
                                fault.code(),
                                fault.done(),
                                outcome.runs(),
                                outcome.written(),
                                outcome.lost(),
                                outcome.doubled(),
                                outcome.broken().isEmpty() ? "none" : String.join("; ", outcome.broken()),
                                outcome.further(),
                                LocalDate.now(VietnamTime.ZONE),
                                scale));
        Files.writeString(file, head() + table() + "\n" + below);
    }

    private String table() {
        return order.stream()
                .map(fault -> rows.get(fault.code()))
                .filter(row -> row != null)
                .collect(Collectors.joining("\n"));
    }

    private static String head() {
        return """
                # What was done to it, and what was lost

                Written by `mvn -Pfaults verify -Dfaults.scale=full`, one fault alone by `-Dfaults.only=F3`; `.ci/run` does most at the small scale (`ci`). %d processors,
                %s. Real processes of the packaged program on one PostgreSQL with its ordinary durability, everything on one machine; "written" are writes that
                were acknowledged to whoever wrote, or cases that were begun. The goal is 0 lost, 0 doubled, none broken: the rules of `engine/consistency.sql`, the
                audit chain, and no answer that says "error" where "later" is meant.

                | fault | what is done | runs | written | lost | doubled | broken | further | when |
                |---|---|---|---|---|---|---|---|---|
                """
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }
}
