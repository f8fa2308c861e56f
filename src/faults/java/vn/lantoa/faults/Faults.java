package vn.lantoa.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lantoa.calendar.VietnamTime;

/** Does the faults of the table one after the other and writes what was lost and doubled. Ends with 1 when a goal is missed. */
public final class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private static final List<Fault> ALL = List.of(
            new TwoHands(),
            new ReleaseRace(),
            new MergedUnit(),
            new DeadlineDay(false),
            new DeadlineDay(true),
            new RepeatedRequest(),
            new TimersAtOnce(),
            new JoinedBranches(),
            new PoisonedJobs(),
            new KilledNodes(),
            new KilledCourier(),
            new CutOffDatabase(),
            new FrozenDatabase(),
            new WrongTime(true),
            new WrongTime(false),
            new RollingRestart(false),
            new RollingRestart(true),
            new FullDiskUnderDatabase(),
            new KilledOnH2());

    /** Invented units, each with an officer and a report to write. */
    private static final int UNITS = 850;

    private static final int MANY_UNITS = 1800;

    private Faults() {}

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone(VietnamTime.ZONE));
        try {
            System.exit(run() ? 0 : 1);
        } catch (Exception broken) {
            LOG.error("The run broke off", broken);
            System.exit(2);
        }
    }

    private static boolean run() throws Exception {
        var scale = System.getProperty("faults.scale", "ci");
        var full = scale.equals("full");
        var only = System.getProperty("faults.only", "");
        var page = new FaultsPage(Path.of(full ? "src/docs/faults.md" : "target/faults.md"), ALL);
        var met = true;
        try (var ground = new Ground(full ? MANY_UNITS : UNITS)) {
            for (var fault : ALL) {
                var runs = fault.runs(full);
                if (runs > 0 && (only.isEmpty() || List.of(only.split(",")).contains(fault.code()))) {
                    var begun = System.nanoTime();
                    var outcome = run(fault, runs, ground);
                    LOG.info("{}: {}, {} s", fault.code(), outcome, (System.nanoTime() - begun) / 1_000_000_000);
                    page.write(fault, outcome, scale);
                    met &= outcome.met();
                }
            }
        }
        return met;
    }

    /** One that breaks off is a goal missed, and no reason to leave out the others. */
    private static Outcome run(Fault fault, int runs, Ground ground) throws InterruptedException {
        try {
            return fault.run(runs, ground);
        } catch (InterruptedException end) {
            throw end;
        } catch (Exception broken) {
            LOG.error("{} broke off", fault.code(), broken);
            return new Outcome(0, 0, 0, 0, List.of("broke off: " + broken), "");
        }
    }
}
