package vn.lantoa.faults;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** F8: one task completed twice at the same moment, once at each node. */
final class TwoHands implements Fault {

    private static final String NIL = "{\"outcome\":\"nil\",\"answers\":{}}";
    private static final int DONE = 204;
    private static final int TOO_LATE = 409;

    @Override
    public String code() {
        return "F8";
    }

    @Override
    public String done() {
        return "one task completed at the same moment at both nodes";
    }

    @Override
    public int runs(boolean full) {
        return full ? 1000 : 80;
    }

    @Override
    public Outcome run(int runs, Ground ground) throws Exception {
        var nodes = ground.nodes();
        // The first units are the persons' of the day of the deadline.
        var officers = new Season(nodes.one.address()).officers(DeadlineDay.UNITS, runs);
        var desk = new Desk();
        var hands = Executors.newFixedThreadPool(2);
        var once = 0;
        var twice = 0;
        var unnamed = 0;
        var odd = 0;
        for (var officer : officers) {
            var path = "/api/v1/tasks/" + officer.task() + "/completion";
            var answers = hands.invokeAll(nodes.addresses().stream()
                    .map(node -> (Callable<Desk.Answer>) () -> desk.post(node, officer.username(), path, NIL))
                    .toList());
            var seen = List.of(answers.get(0).get(), answers.get(1).get());
            var done = seen.stream().filter(one -> one.status() == DONE).count();
            once += done >= 1 ? 1 : 0;
            twice += done > 1 ? 1 : 0;
            odd += (int) seen.stream()
                    .filter(one -> one.status() != DONE && one.status() != TOO_LATE)
                    .count();
            unnamed += (int) seen.stream()
                    .filter(one -> one.status() == TOO_LATE
                            && one.body().path("by").asText().isEmpty())
                    .count();
        }
        hands.shutdown();
        var check = new Check();
        check.cases(officers.size(), once, twice);
        if (odd > 0) {
            check.broke(odd + " answers were neither success nor 409");
        }
        check.engine(nodes.server.client());
        return check.outcome(
                officers.size(), "%d of those who came too late were not told who was first".formatted(unnamed));
    }
}
