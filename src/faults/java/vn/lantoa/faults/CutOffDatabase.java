package vn.lantoa.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** F5: the database ends at once under load, as in a power cut, and comes again; the program stays up and finds it. */
final class CutOffDatabase implements Fault {

    private static final int HANDS = 4;

    @Override
    public String code() {
        return "F5";
    }

    @Override
    public String done() {
        return "PostgreSQL ended at once (SIGQUIT, an immediate shutdown) and started again, while four hands write";
    }

    @Override
    public int runs(boolean full) {
        return full ? 20 : 1;
    }

    @Override
    public Outcome run(int runs, Ground ground) throws Exception {
        var nodes = ground.nodes();
        var server = nodes.server;
        var node = nodes.one;
        var desk = new Desk();
        var unit = desk.unit(node.address());
        var load = new Load(nodes.addresses(), unit);
        load.begin(HANDS);
        var slowest = Duration.ZERO;
        for (var run = 0; run < runs; run++) {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(1000, 4000));
            server.cutOff();
            TimeUnit.SECONDS.sleep(2);
            server.start();
            var back = Instant.now();
            while (!node.ready()) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            var needed = Duration.between(back, Instant.now());
            slowest = needed.compareTo(slowest) > 0 ? needed : slowest;
        }
        load.end(60);
        var check = new Check();
        check.writes(load.acknowledged(), desk.numbers(node.address(), unit));
        check.chain(node);
        check.engine(server.client());
        return check.outcome(
                runs,
                load,
                "ready again within %.1f s (goal 15 s); %s".formatted(slowest.toMillis() / 1000.0, load.said()));
    }
}
