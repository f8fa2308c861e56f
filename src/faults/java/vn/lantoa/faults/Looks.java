package vn.lantoa.faults;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who asks for the list of tasks again and again, and how long each look took. */
final class Looks {

    private final List<Long> millis = new CopyOnWriteArrayList<>();
    private final URI node;
    private final Desk desk = new Desk();

    Looks(URI node) {
        this.node = node;
    }

    void look() throws Exception {
        var begun = System.nanoTime();
        desk.look(node);
        millis.add((System.nanoTime() - begun) / 1_000_000);
    }

    int count() {
        return millis.size();
    }

    long percentile(int percent) {
        return percentile(millis, percent);
    }

    /** Of these times; 0 when there is none. */
    static long percentile(List<Long> times, int percent) {
        var sorted = times.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
