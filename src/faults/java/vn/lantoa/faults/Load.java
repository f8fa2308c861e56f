package vn.lantoa.faults;

import java.net.URI;
import java.util.List;
import java.util.Map;
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

    /** Being done, too many, the database or its disk cannot just now. */
    private static final Set<Integer> LATER = Set.of(409, 429, 503, 507);

    private final Desk desk = new Desk();
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final Map<Integer, Integer> wrong = new ConcurrentHashMap<>();
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

    /** By status. */
    Map<Integer, Integer> wrong() {
        return wrong;
    }

    /** How often a hand had to ask again, in words. */
    String said() {
        return "%d requests made again, %d of them told that they were done and only the answer was lost"
                .formatted(repeated.get(), answered.get());
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
        var answer = desk.enter(nodes.get((number + attempt) % nodes.size()), unit, number, "fault-" + number);
        if (answer.status() == CREATED) {
            acknowledged.add(number);
            return true;
        }
        if (answer.says("done")) {
            // The node died between the commit and the answer: it must stand there as if it had been answered.
            acknowledged.add(number);
            answered.incrementAndGet();
            return true;
        }
        if (answer.status() != 0 && !LATER.contains(answer.status())) {
            refused.incrementAndGet();
            wrong.merge(answer.status(), 1, Integer::sum);
        }
        return false;
    }
}
