package vn.lantoa.faults;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands that write without a pause, and a log of what was acknowledged to them. Who gets no answer asks again, the next node if there are
 * several, with the same key, as a browser or a program of ours does it.
 */
final class Load {

    private static final int CREATED = 201;

    private final Desk desk = new Desk();
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final List<URI> nodes;
    private final String unit;
    private ExecutorService hands;
    private volatile boolean stopped;

    Load(List<URI> nodes, String unit) {
        this.nodes = nodes;
        this.unit = unit;
    }

    void begin(int hands) {
        stopped = false;
        this.hands = Executors.newFixedThreadPool(hands);
        for (var hand = 0; hand < hands; hand++) {
            this.hands.submit(this::write);
        }
    }

    /** Lets each hand end what it is about, for so long at most. */
    void end(int seconds) throws InterruptedException {
        stopped = true;
        hands.shutdown();
        if (!hands.awaitTermination(seconds, TimeUnit.SECONDS)) {
            hands.shutdownNow();
            hands.awaitTermination(30, TimeUnit.SECONDS);
        }
    }

    Set<Integer> acknowledged() {
        return acknowledged;
    }

    /** Requests that were answered neither with success nor with "later". */
    int refused() {
        return refused.get();
    }

    /** Requests that had to be made again. */
    int repeated() {
        return repeated.get();
    }

    private void write() {
        try {
            while (!stopped) {
                var number = Ground.NUMBERS.incrementAndGet();
                for (var attempt = 0;
                        !enter(number, attempt) && !Thread.currentThread().isInterrupted();
                        attempt++) {
                    repeated.incrementAndGet();
                    TimeUnit.MILLISECONDS.sleep(150);
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean enter(int number, int attempt) throws InterruptedException {
        var status = desk.enter(nodes.get((number + attempt) % nodes.size()), unit, number, "fault-" + number);
        if (status == CREATED) {
            acknowledged.add(number);
            return true;
        }
        if (status >= 500 && status != 503 || status >= 400 && status < 500 && status != 409 && status != 429) {
            refused.incrementAndGet();
        }
        return false;
    }
}
