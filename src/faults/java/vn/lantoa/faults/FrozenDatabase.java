package vn.lantoa.faults;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** F6: the database hangs, as on a machine that stands still; requests are told "later" and the nodes find it again. */
final class FrozenDatabase implements Fault {

    private static final int HANDS = 4;
    private static final Duration FROZEN = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Override
    public String code() {
        return "F6";
    }

    @Override
    public String done() {
        return "PostgreSQL stopped for 30 s without ending (SIGSTOP), while four hands write and one looks";
    }

    @Override
    public int runs(boolean full) {
        return full ? 10 : 1;
    }

    @Override
    public Outcome run(int runs, Ground ground) throws Exception {
        var nodes = ground.nodes();
        var node = nodes.one;
        var desk = new Desk();
        var unit = desk.unit(node.address());
        var load = new Load(nodes.addresses(), unit);
        load.begin(HANDS);
        var looks = new ConcurrentLinkedQueue<Look>();
        var eyes = Executors.newCachedThreadPool();
        var slowestBack = 0L;
        for (var run = 0; run < runs; run++) {
            TimeUnit.SECONDS.sleep(2);
            nodes.server.freeze();
            var frozen = Instant.now();
            while (Instant.now().isBefore(frozen.plus(FROZEN))) {
                eyes.execute(() -> looks.add(Look.at(node.address())));
                TimeUnit.SECONDS.sleep(1);
            }
            nodes.server.thaw();
            var back = System.nanoTime();
            while (desk.status(node.address(), PATIENCE) != 200) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            slowestBack = Math.max(slowestBack, (System.nanoTime() - back) / 1_000_000);
        }
        eyes.shutdown();
        eyes.awaitTermination(2, TimeUnit.MINUTES);
        load.end(60);
        var check = new Check();
        check.writes(load.acknowledged(), desk.numbers(node.address(), unit));
        check.chain(node);
        check.engine(nodes.server.client());
        return check.outcome(runs, load, said(List.copyOf(looks), slowestBack));
    }

    private static String said(List<Look> looks, long slowestBack) {
        var millis = looks.stream().map(Look::millis).toList();
        return String.format(
                Locale.ROOT,
                "%d looks meanwhile, one a second: answered (status: how many) %s, half of them within %.1f s, all but one in twenty within %.1f s,"
                        + " the slowest after %.1f s (goal 5 s); back within %.1f s (goal 10 s)",
                looks.size(),
                looks.stream().collect(Collectors.groupingBy(Look::status, TreeMap::new, Collectors.counting())),
                Looks.percentile(millis, 50) / 1000.0,
                Looks.percentile(millis, 95) / 1000.0,
                Looks.percentile(millis, 100) / 1000.0,
                slowestBack / 1000.0);
    }

    private record Look(int status, long millis) {

        static Look at(URI node) {
            var begun = System.nanoTime();
            try {
                var status = new Desk().status(node, PATIENCE);
                return new Look(status, (System.nanoTime() - begun) / 1_000_000);
            } catch (InterruptedException end) {
                throw new IllegalStateException(end);
            }
        }
    }
}
