package vn.lantoa.faults;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** F3: of two nodes one after the other killed at random while four hands write to both. */
final class KilledNodes implements Fault {

    private static final int HANDS = 4;

    @Override
    public String code() {
        return "F3";
    }

    @Override
    public String done() {
        return "of two nodes on one PostgreSQL one killed at random (kill -9) every few seconds and started again, while four hands write to both";
    }

    @Override
    public int runs(boolean full) {
        return full ? 50 : 2;
    }

    @Override
    public Outcome run(int runs, Ground ground) throws Exception {
        var nodes = ground.nodes();
        var desk = new Desk();
        var unit = desk.unit(nodes.one.address());
        var load = new Load(nodes.addresses(), unit);
        load.begin(HANDS);
        for (var run = 0; run < runs; run++) {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(1000, 5000));
            var victim = ThreadLocalRandom.current().nextBoolean() ? nodes.one : nodes.other;
            victim.kill();
            victim.start();
        }
        load.end(60);
        var check = new Check();
        check.writes(load.acknowledged(), desk.numbers(nodes.other.address(), unit));
        check.chain(nodes.one);
        check.engine(nodes.server.client());
        return check.outcome(runs, load, load.said());
    }
}
