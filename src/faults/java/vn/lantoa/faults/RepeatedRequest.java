package vn.lantoa.faults;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** F9: the same request five times at once, to two nodes; it has one effect and one answer. */
final class RepeatedRequest implements Fault {

    private static final int TIMES = 5;
    private static final int CREATED = 201;
    private static final int BEING_DONE = 409;

    @Override
    public String code() {
        return "F9";
    }

    @Override
    public String done() {
        return "one request sent five times at once to two nodes with one idempotency key";
    }

    @Override
    public int runs(boolean full) {
        return full ? 1000 : 100;
    }

    @Override
    public Outcome run(int runs, Ground ground) throws Exception {
        var two = ground.nodes();
        var desk = new Desk();
        var unit = desk.unit(two.one.address());
        var nodes = two.addresses();
        var hands = Executors.newFixedThreadPool(TIMES);
        var done = 0;
        var odd = 0;
        var written = Stream.<Integer>builder();
        for (var run = 0; run < runs; run++) {
            var number = Ground.NUMBERS.incrementAndGet();
            var requests = IntStream.range(0, TIMES)
                    .mapToObj(time -> (Callable<Integer>)
                            () -> desk.enter(nodes.get(time % 2), unit, number, "repeated-" + number)
                                    .status())
                    .toList();
            var answered = 0;
            for (var answer : hands.invokeAll(requests)) {
                answered += answer.get() == CREATED ? 1 : 0;
                odd += answer.get() == CREATED || answer.get() == BEING_DONE ? 0 : 1;
            }
            if (answered > 0) {
                done++;
                written.add(number);
            }
        }
        hands.shutdown();
        var check = new Check();
        check.writes(written.build().toList(), desk.numbers(two.one.address(), unit));
        check.engine(two.server.client());
        var load = new Load(nodes, unit);
        return check.outcome(
                runs,
                load,
                "%d of %d had an effect; %d answers were neither success nor \"being done\""
                        .formatted(done, runs, odd));
    }
}
