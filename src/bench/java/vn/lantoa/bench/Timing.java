package vn.lantoa.bench;

import java.util.Arrays;
import java.util.Locale;

/** Times that can be compared on a machine that others use too: contestants take turns, and the median counts. */
public final class Timing {

    private static final int WARM_UP = 2;

    private Timing() {}

    /** Median nanoseconds of each contestant; they take turns for so many rounds, after two that do not count. */
    public static double[] medians(int rounds, Runnable... contestants) {
        var times = new double[contestants.length][rounds];
        for (var round = -WARM_UP; round < rounds; round++) {
            for (var turn = 0; turn < contestants.length; turn++) {
                // Who comes right after another in the same database finds it warm: every second round goes backwards.
                var i = round % 2 == 0 ? turn : contestants.length - 1 - turn;
                var took = of(contestants[i]);
                if (round >= 0) {
                    times[i][round] = took;
                }
            }
        }
        return Arrays.stream(times).mapToDouble(one -> percentile(one, 50)).toArray();
    }

    /** Nanoseconds of one run. */
    public static double of(Runnable work) {
        var began = System.nanoTime();
        work.run();
        return System.nanoTime() - began;
    }

    /** The value that so many of a hundred do not exceed. */
    public static double percentile(double[] times, int percent) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    /** Nanoseconds for people. */
    public static String words(double nanos) {
        var unit = nanos < 1e9 ? "%.2f ms" : "%.2f s";
        return String.format(Locale.ROOT, unit, nanos / (nanos < 1e9 ? 1e6 : 1e9));
    }
}
