package vn.lantoa.faults;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** F18: the default installation killed while four hands write; it opens again each time, with everything it had acknowledged. */
final class KilledOnH2 implements Fault {

    private static final int HANDS = 4;

    @Override
    public String code() {
        return "F18";
    }

    @Override
    public String done() {
        return "the default installation on an H2 file killed (kill -9) while four hands write, started again each time";
    }

    @Override
    public int runs(boolean full) {
        return full ? 100 : 2;
    }

    @Override
    public Outcome run(int runs, Ground ground) throws Exception {
        var folder = ground.folder("h2");
        var node = new Node(
                folder,
                "--spring.profiles.active=demo",
                "--lantoa.password.memory-kib=64",
                "--lantoa.password.passes=1");
        var check = new Check();
        try (node) {
            node.start();
            var desk = new Desk();
            var unit = desk.unit(node.address());
            var load = new Load(List.of(node.address()), unit);
            var slowest = 0L;
            for (var run = 0; run < runs; run++) {
                load.begin(HANDS);
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(400, 3000));
                node.kill();
                slowest = Math.max(slowest, node.start().toMillis());
                // Whoever got no answer asks again with the same key.
                load.end(60);
            }
            check.writes(load.acknowledged(), desk.numbers(node.address(), unit));
            check.chain(node);
            node.close();
            var file = new JdbcDataSource();
            file.setURL(
                    "jdbc:h2:file:" + folder.resolve("data").resolve("lantoa").toAbsolutePath());
            file.setUser("lantoa");
            file.setPassword("lantoa");
            check.engine(JdbcClient.create(file));
            return check.outcome(
                    runs,
                    load,
                    "opened %d/%d, the slowest start %.1f s; %s".formatted(runs, runs, slowest / 1000.0, load.said()));
        }
    }
}
