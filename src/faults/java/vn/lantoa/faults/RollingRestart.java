package vn.lantoa.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** F21: the nodes restarted one after the other while people work, on this release or from the one before to this one. */
final class RollingRestart implements Fault {

    private static final int PEOPLE = 4;

    private final boolean upgrade;

    /** @param upgrade from the release before, which is done only when its jar is given */
    RollingRestart(boolean upgrade) {
        this.upgrade = upgrade;
    }

    @Override
    public String code() {
        return upgrade ? "F21-upgrade" : "F21";
    }

    @Override
    public String done() {
        return upgrade
                ? "each node ended on the former release and started on this one, one after the other, while four people work through a proxy"
                : "each node asked to end and started again, one after the other, while four people work through a proxy";
    }

    @Override
    public int runs(boolean full) {
        if (upgrade) {
            return former().isEmpty() ? 0 : 1;
        }
        return full ? 10 : 1;
    }

    @Override
    public Outcome run(int runs, Ground ground) throws Exception {
        if (!upgrade) {
            return restart(runs, ground.nodes());
        }
        try (var nodes = new TwoNodes(ground.folder("upgrade"), 0, Path.of(former()))) {
            return restart(runs, nodes);
        }
    }

    /** The jar of the release before: none lies in the repository. */
    private static String former() {
        return System.getProperty("faults.former", "");
    }

    private Outcome restart(int runs, TwoNodes nodes) throws Exception {
        var desk = new Desk();
        var unit = desk.unit(nodes.one.address());
        var odd = new ConcurrentLinkedQueue<String>();
        var acknowledged = new ConcurrentLinkedQueue<Integer>();
        var hands = Executors.newFixedThreadPool(PEOPLE);
        try (var front = new Front(nodes.both())) {
            var working = new Working(front, unit, acknowledged, odd);
            for (var one = 0; one < PEOPLE; one++) {
                hands.submit(working);
            }
            for (var run = 0; run < runs; run++) {
                for (var node : nodes.both()) {
                    TimeUnit.SECONDS.sleep(3);
                    node.close();
                    node.use(Node.PACKAGED);
                    node.start();
                }
            }
            TimeUnit.SECONDS.sleep(3);
            working.end();
            hands.shutdown();
            hands.awaitTermination(60, TimeUnit.SECONDS);
        }
        var check = new Check();
        check.writes(List.copyOf(acknowledged), desk.numbers(nodes.one.address(), unit));
        check.chain(nodes.one);
        check.engine(nodes.server.client());
        if (!odd.isEmpty()) {
            check.broke(odd.size() + " requests went wrong, the first: " + odd.peek());
        }
        return check.outcome(runs, "each request sent once; %d went wrong".formatted(odd.size()));
    }

    /** Writes one count after the other, each once: who restarts nodes may not count on people asking again. */
    private static final class Working implements Runnable {

        private final Front front;
        private final String unit;
        private final ConcurrentLinkedQueue<Integer> acknowledged;
        private final ConcurrentLinkedQueue<String> odd;
        private final Desk desk = new Desk();
        private volatile boolean ended;

        Working(
                Front front,
                String unit,
                ConcurrentLinkedQueue<Integer> acknowledged,
                ConcurrentLinkedQueue<String> odd) {
            this.front = front;
            this.unit = unit;
            this.acknowledged = acknowledged;
            this.odd = odd;
        }

        void end() {
            ended = true;
        }

        @Override
        public void run() {
            while (!ended) {
                var number = Ground.NUMBERS.incrementAndGet();
                try {
                    var status = desk.enter(front, unit, number);
                    if (status == 201) {
                        acknowledged.add(number);
                    } else {
                        odd.add("status " + status);
                    }
                } catch (IOException | RuntimeException brokenOff) {
                    odd.add(brokenOff.toString());
                } catch (InterruptedException end) {
                    return;
                }
            }
        }
    }
}
