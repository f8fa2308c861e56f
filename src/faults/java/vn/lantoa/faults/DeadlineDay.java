package vn.lantoa.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The day before the deadline: officers sign in, look, type and hand in at once, each in a browser; and one node is killed meanwhile. */
final class DeadlineDay implements Fault {

    /** So many units are kept for each of the two days. */
    static final int PERSONS = 300;

    private static final int ALONE = 15;

    /** The first of the units that are left for others. */
    static final int UNITS = 2 * (PERSONS + 2 * ALONE);

    private static final int COME_WITHIN_SECONDS = 20;

    private final boolean killed;

    DeadlineDay(boolean killed) {
        this.killed = killed;
    }

    @Override
    public String code() {
        return killed ? "L2" : "L1";
    }

    @Override
    public String done() {
        return "officers at once through a proxy: sign in, list, report, draft, hand in, 5 to 15 s between two clicks"
                + (killed ? "; one of the two nodes killed (kill -9) in the middle" : "");
    }

    @Override
    public int runs(boolean full) {
        return full ? PERSONS : 0;
    }

    @Override
    public Outcome run(int persons, Ground ground) throws Exception {
        var nodes = ground.nodes();
        var season = new Season(nodes.one.address());
        var from = killed ? PERSONS + 2 * ALONE : 0;
        var waiting = season.officers(from, persons + 2 * ALONE);
        var crowd = waiting.subList(2 * ALONE, waiting.size());
        var odd = new ConcurrentLinkedQueue<String>();
        try (var front = new Front(nodes.both())) {
            alone(front, waiting.subList(0, ALONE), odd);
            var idle = alone(front, waiting.subList(ALONE, 2 * ALONE), odd);
            var busy = together(front, crowd, odd, nodes);
            nodes.ensureReady();
            var open = season.officers(from, waiting.size()).stream()
                    .filter(one ->
                            waiting.stream().anyMatch(other -> other.task().equals(one.task())))
                    .count();
            var check = new Check();
            check.cases(waiting.size(), waiting.size() - (int) open, 0);
            if (!odd.isEmpty()) {
                check.broke(odd.size() + " answers were wrong, the first: " + odd.peek());
            }
            check.engine(nodes.server.client());
            check.chain(nodes.one);
            return check.outcome(persons, said(idle, busy, ALONE));
        }
    }

    /** One after the other, without a pause: what a page and a click take when nobody else works. */
    private static Times alone(Front front, List<Season.Waiting> people, ConcurrentLinkedQueue<String> odd)
            throws IOException, InterruptedException {
        var times = new Times();
        for (var one : people) {
            new Visit(front, one, times, odd, 0).call();
        }
        return times;
    }

    private Times together(Front front, List<Season.Waiting> people, ConcurrentLinkedQueue<String> odd, TwoNodes nodes)
            throws Exception {
        var times = new Times();
        var visits = new ArrayList<Callable<Void>>();
        for (var one : people) {
            visits.add(() -> {
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(COME_WITHIN_SECONDS * 1000));
                return new Visit(front, one, times, odd, 1000).call();
            });
        }
        if (killed) {
            visits.add(() -> {
                TimeUnit.SECONDS.sleep(COME_WITHIN_SECONDS * 2);
                nodes.other.kill();
                return null;
            });
        }
        var hands = Executors.newFixedThreadPool(visits.size());
        for (var visit : hands.invokeAll(visits)) {
            visit.get();
        }
        hands.shutdown();
        return times;
    }

    private static String said(Times idle, Times busy, int alone) {
        return String.format(
                Locale.ROOT,
                "p95 of a page %d ms against %d ms alone = %.1f; of handing in %d ms against %d ms = %.1f (alone: %d people one after"
                        + " the other); %d requests broke off and were made again",
                Looks.percentile(busy.pages, 95),
                Looks.percentile(idle.pages, 95),
                ratio(busy.pages, idle.pages),
                Looks.percentile(busy.clicks, 95),
                Looks.percentile(idle.clicks, 95),
                ratio(busy.clicks, idle.clicks),
                alone,
                busy.again.get());
    }

    private static double ratio(List<Long> busy, List<Long> idle) {
        return Looks.percentile(busy, 95) / (double) Math.max(1, Looks.percentile(idle, 95));
    }
}
