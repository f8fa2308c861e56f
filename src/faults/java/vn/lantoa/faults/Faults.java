package vn.lantoa.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lantoa.calendar.VietnamTime;

/** Does the faults of the table one after the other and writes what was lost and doubled. Ends with 1 when a goal is missed. */
public final class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private static final List<Fault> ALL = List.of(
            new TwoHands(),
            new ReleaseRace(),
            new DeadlineDay(false),
            new DeadlineDay(true),
            new RepeatedRequest(),
            new TimersAtOnce(),
            new JoinedBranches(),
            new KilledNodes(),
            new KilledCourier(),
            new CutOffDatabase(),
            new FrozenDatabase(),
            new RollingRestart(),
            new FullDiskUnderDatabase(),
            new KilledOnH2());

    /** Invented units, each with an officer and a report to write. */
    private static final int UNITS = 850;

    private static final int MANY_UNITS = 1800;

    private Faults() {}

    public static void main(String[] args) {
        // A proxy opens a connection for each request; the client would otherwise keep its own.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "connection");
        TimeZone.setDefault(TimeZone.getTimeZone(VietnamTime.ZONE));
        try {
            System.exit(run() ? 0 : 1);
        } catch (Exception broken) {
            LOG.error("The run broke off", broken);
            System.exit(2);
        }
    }

    private static boolean run() throws Exception {
        var full = "full".equals(System.getProperty("faults.scale"));
        var only = System.getProperty("faults.only", "");
        var outcomes = new LinkedHashMap<Fault, Outcome>();
        try (var ground = new Ground(full ? MANY_UNITS : UNITS)) {
            for (var fault : ALL) {
                if (only.isEmpty() || List.of(only.split(",")).contains(fault.code())) {
                    var begun = System.nanoTime();
                    var outcome = fault.run(fault.runs(full), ground);
                    LOG.info("{}: {}, {} s", fault.code(), outcome, (System.nanoTime() - begun) / 1_000_000_000);
                    outcomes.put(fault, outcome);
                }
            }
        }
        write(outcomes, full);
        return outcomes.values().stream().allMatch(Outcome::met);
    }

    private static void write(Map<Fault, Outcome> outcomes, boolean full) throws IOException {
        var rows = outcomes.entrySet().stream()
                .map(one -> "| %s | %s | %d | %d | %d | %d | %s | %s |"
                        .formatted(
                                one.getKey().code(),
                                one.getKey().done(),
                                one.getValue().runs(),
                                one.getValue().written(),
                                one.getValue().lost(),
                                one.getValue().doubled(),
                                one.getValue().broken().isEmpty()
                                        ? "none"
                                        : String.join("; ", one.getValue().broken()),
                                one.getValue().further()))
                .collect(Collectors.joining("\n"));
        Files.writeString(
                Path.of("src/docs/faults.md"),
                """
                # What was done to it, and what was lost

                Written by `mvn -Pfaults verify` (scale %s), %s, %d processors, %s. Real processes of the packaged program; "written" are writes
                that were acknowledged to whoever wrote. The goal is 0 lost, 0 doubled, none broken: the rules of `engine/consistency.sql`, the audit
                chain, and no answer that says "error" where "later" is meant. Rows of the table in SECURITY that do not stand here have no such test yet.

                | fault | what is done | runs | written | lost | doubled | broken | further |
                |---|---|---|---|---|---|---|---|
                %s
                """
                        .formatted(
                                full ? "full" : "ci",
                                LocalDate.now(VietnamTime.ZONE),
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                                rows));
    }
}
