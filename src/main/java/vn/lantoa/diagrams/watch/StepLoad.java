package vn.lantoa.diagrams.watch;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A step of a process as it is at work.
 *
 * @param drawn whether the newest version has it; one that only older versions have is not on the drawing
 * @param cases that stand on it, of whatever version
 * @param late how many of its tasks are past their day
 * @param oldest since when the oldest of its tasks has waited; empty when none waits
 * @param days working days it took on average in the time looked at; empty when nobody completed it
 * @param done how many completions that average is of
 * @param failed cases that stand still on it because the software failed
 */
public record StepLoad(
        String step,
        String name,
        boolean drawn,
        long cases,
        int late,
        Optional<Instant> oldest,
        Optional<BigDecimal> days,
        int done,
        int failed) {

    /** Whether there is anything to say of it. */
    public boolean quiet() {
        return cases == 0 && done == 0 && failed == 0;
    }
}
