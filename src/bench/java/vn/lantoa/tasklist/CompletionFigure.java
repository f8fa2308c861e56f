package vn.lantoa.tasklist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.lantoa.bench.Findings;
import vn.lantoa.bench.Goal;
import vn.lantoa.bench.House;
import vn.lantoa.bench.Timing;
import vn.lantoa.organization.Actor;

/** Completing a task, the whole way of a click, in databases with few and with many open tasks; they take turns. */
public final class CompletionFigure {

    private static final int WARM_UP = 20;
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private record Waiting(String task, Actor officer) {}

    private final House house;
    private final Findings findings;
    private final Tasklist tasklist;

    public CompletionFigure(House house, Findings findings) {
        this.house = house;
        this.findings = findings;
        this.tasklist = house.bean(Tasklist.class);
    }

    /**
     * Completes the same tasks in each of these databases.
     *
     * @param databases the smallest first, the largest last
     * @return median nanoseconds of one completion in each
     */
    public double[] measure(List<String> databases, String prefix, int completions) {
        house.databases().use(databases.get(0));
        var waiting = waiting(prefix, completions + WARM_UP);
        var times = new HashMap<String, List<Double>>();
        var open = new HashMap<String, Long>();
        for (var database : databases) {
            times.put(database, new ArrayList<>());
            house.databases().use(database);
            open.put(
                    database,
                    house.jdbc()
                            .sql("select count(*) from task")
                            .query(Long.class)
                            .single());
        }
        for (var i = 0; i < waiting.size(); i++) {
            for (var database : databases) {
                house.databases().use(database);
                var one = waiting.get(i);
                var took = Timing.of(() -> complete(one));
                if (i >= WARM_UP) {
                    times.get(database).add(took);
                }
            }
        }
        var medians = databases.stream()
                .mapToDouble(database -> Timing.percentile(
                        times.get(database).stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray(),
                        50))
                .toArray();
        var first = databases.get(0);
        var last = databases.get(databases.size() - 1);
        findings.add(
                String.format(
                        Locale.ROOT,
                        "Rate of completing with %,d open tasks against %,d (%,d each)",
                        open.get(last),
                        open.get(first),
                        waiting.size() - WARM_UP),
                Timing.words(medians[databases.size() - 1]) + " each",
                Timing.words(medians[0]) + " each",
                medians[0] / medians[databases.size() - 1],
                Goal.COMPLETION_WITH_A_MILLION);
        return medians;
    }

    private void complete(Waiting one) {
        var done = tasklist.complete(one.officer(), one.task(), "nil", Map.of(), VIETNAMESE);
        if (!(done instanceof Completion.Completed)) {
            throw new IllegalStateException(one.task() + ": " + done);
        }
    }

    /** First steps of grassroots units that lie on their own officer's desk. */
    private List<Waiting> waiting(String prefix, int count) {
        record Found(String task, String username) {}
        return house
                .jdbc()
                .sql(
                        """
                        select t.id, p.username from task t join unit u on u.id = t.unit_id
                        join post_holding h on h.unit_id = t.unit_id and h.post = 'canbo' and h.to_date is null
                        join person p on p.id = h.person_id
                        where t.post = 'canbo' and t.desk_unit_id = t.unit_id and u.code like ? order by t.id limit ?""")
                .params(prefix + "-C%", count)
                .query((row, n) -> new Found(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .map(found -> new Waiting(found.task(), house.actor(found.username())))
                .toList();
    }
}
