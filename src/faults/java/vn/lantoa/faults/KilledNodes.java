package vn.lantoa.faults;

import java.nio.file.Path;
import java.util.List;
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
        return full ? 50 : 4;
    }

    @Override
    public Outcome run(int runs, Path folder) throws Exception {
        try (var server = new Server(folder);
                var one = new Node(folder.resolve("one"), server.settings());
                var other = new Node(folder.resolve("other"), server.settings())) {
            one.start();
            other.start();
            var desk = new Desk();
            var unit = desk.unit(one.address());
            var load = new Load(List.of(one.address(), other.address()), unit);
            load.begin(HANDS);
            for (var run = 0; run < runs; run++) {
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(1000, 5000));
                var victim = ThreadLocalRandom.current().nextBoolean() ? one : other;
                victim.kill();
                victim.start();
            }
            load.end(60);
            var check = new Check();
            check.writes(load.acknowledged(), desk.numbers(other.address(), unit));
            check.chain(one);
            check.engine(server.client());
            return check.outcome(runs, load, load.repeated() + " requests made again");
        }
    }
}
