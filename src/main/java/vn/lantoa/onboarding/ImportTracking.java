package vn.lantoa.onboarding;

import java.util.function.BiPredicate;

/** Tells how far a piece of work is, at most once a second, and ends it when nobody wants it from this node any more. */
final class ImportTracking {

    /** The house is closing, or another node has taken the work over. */
    static final class Stopped extends RuntimeException {}

    private static final long SECOND = 1_000_000_000L;

    private final BiPredicate<Integer, Integer> tell;
    private int done;
    private int total;
    private long told;

    /** @param tell takes what is done and what there is; gives false when the work is to end */
    ImportTracking(BiPredicate<Integer, Integer> tell) {
        this.tell = tell;
    }

    void step(int more) {
        at(done + more, total);
    }

    void at(int done, int total) {
        this.done = done;
        this.total = Math.max(done, total);
        var now = System.nanoTime();
        if (told == 0 || now - told > SECOND) {
            told = now;
            if (!tell.test(this.done, this.total)) {
                throw new Stopped();
            }
        }
    }
}
