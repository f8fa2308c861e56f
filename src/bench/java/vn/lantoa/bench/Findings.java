package vn.lantoa.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was measured so far. */
public final class Findings {

    private static final Logger LOG = LoggerFactory.getLogger(Findings.class);

    record Line(String what, String measured, String reference, double ratio, Goal goal) {

        boolean met() {
            return goal.met(ratio);
        }
    }

    record Shown(String title, String text) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();
    private final List<String[]> peers = new ArrayList<>();

    /** A figure as a ratio to what was measured beside it. */
    public void add(String what, String measured, String reference, double ratio, Goal goal) {
        var line = new Line(what, measured, reference, ratio, goal);
        lines.add(line);
        LOG.info(
                "{}: {} / {} = {} ({})",
                what,
                measured,
                reference,
                String.format(Locale.ROOT, "%.2f", ratio),
                line.met() ? goal.words() : goal.words() + " MISSED");
    }

    /** The same for two times in nanoseconds. */
    public void times(String what, double measured, String referenceName, double reference, Goal goal) {
        add(what, Timing.words(measured), Timing.words(reference) + ", " + referenceName, measured / reference, goal);
    }

    /** A text to be read, such as a plan. */
    public void show(String title, String text) {
        shown.add(new Shown(title, text));
    }

    /** One row of the table that sets the engines side by side. */
    public void peer(String engine, int tasks, String opening, String page, String completion) {
        peers.add(new String[] {engine, String.format(Locale.ROOT, "%,d", tasks), opening, page, completion});
        LOG.info("{} with {} tasks: opening {}, page {}, completion {}", engine, tasks, opening, page, completion);
    }

    boolean allMet() {
        return lines.stream().allMatch(Line::met);
    }

    List<Line> lines() {
        return lines;
    }

    List<Shown> shown() {
        return shown;
    }

    List<String[]> peers() {
        return peers;
    }
}
