package vn.lantoa.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

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
        var statuses = new TreeMap<Integer, Integer>();
        var slowest = 0L;
        var slowestBack = 0L;
        for (var run = 0; run < runs; run++) {
            TimeUnit.SECONDS.sleep(2);
            nodes.server.freeze();
            var frozen = Instant.now();
            while (Instant.now().isBefore(frozen.plus(FROZEN))) {
                var begun = System.nanoTime();
                statuses.merge(desk.status(node.address(), PATIENCE), 1, Integer::sum);
                slowest = Math.max(slowest, (System.nanoTime() - begun) / 1_000_000);
                TimeUnit.MILLISECONDS.sleep(200);
            }
            nodes.server.thaw();
            var back = System.nanoTime();
            while (desk.status(node.address(), PATIENCE) != 200) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            slowestBack = Math.max(slowestBack, (System.nanoTime() - back) / 1_000_000);
        }
        load.end(60);
        var check = new Check();
        check.writes(load.acknowledged(), desk.numbers(node.address(), unit));
        check.chain(node);
        check.engine(nodes.server.client());
        return check.outcome(
                runs,
                load,
                "answers meanwhile (status: how many) %s, the slowest after %.1f s (goal 5 s); back within %.1f s (goal 10 s)"
                        .formatted(statuses, slowest / 1000.0, slowestBack / 1000.0));
    }
}
