package vn.lantoa.faults;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.organization.Change;
import vn.lantoa.organization.People;
import vn.lantoa.organization.UnitRegister;
import vn.lantoa.organization.Units;

/** F19: a commune merged into another while the officers of both complete what waits for it at both nodes. */
final class MergedUnit implements Fault {

    private static final String FROM = "thu-x1";
    private static final String INTO = "thu-x2";
    private static final String ADMINISTRATOR = "quantri-don-vi.thu";
    private static final String NIL = "{\"outcome\":\"nil\",\"answers\":{}}";
    private static final String APPROVE = "{\"outcome\":\"approve\",\"answers\":{}}";
    private static final String ACCEPT = "{\"outcome\":\"accept\",\"answers\":{}}";
    private static final int DONE = 204;

    /** Too late, no longer of one's own: what an officer is told who comes after somebody else, or after the merger. */
    private static final List<Integer> REFUSED = List.of(403, 404, 409);

    private final Desk desk = new Desk();

    @Override
    public String code() {
        return "F19";
    }

    @Override
    public String done() {
        return "a commune merged into another while reports wait for it, which both communes' officers accept at both nodes meanwhile";
    }

    /** Of the grassroots unions of one commune. */
    @Override
    public int runs(boolean full) {
        return full ? 50 : 20;
    }

    @Override
    public Outcome run(int runs, Ground ground) throws Exception {
        var nodes = ground.nodes();
        var office = ground.office();
        var database = nodes.server.client();
        new Season(nodes.one.address());
        var tasks = waitingFor(FROM, runs, nodes, database);
        var done = new ConcurrentLinkedQueue<String>();
        var odd = new ConcurrentLinkedQueue<String>();
        var hands = Executors.newFixedThreadPool(4);
        var next = new AtomicInteger();
        for (var hand = 0; hand < 4; hand++) {
            var officer = "canbo." + (hand < 2 ? FROM : INTO);
            var node = nodes.addresses().get(hand % 2);
            hands.submit(() -> {
                for (var at = next.getAndIncrement(); at < 2 * tasks.size(); at = next.getAndIncrement()) {
                    var task = tasks.get(at % tasks.size());
                    var answer = desk.post(node, officer, "/api/v1/tasks/" + task + "/completion", ACCEPT);
                    if (answer.status() == DONE) {
                        done.add(task);
                    } else if (!REFUSED.contains(answer.status())) {
                        odd.add(answer.toString());
                    }
                }
                return null;
            });
        }
        TimeUnit.MILLISECONDS.sleep(200);
        var merged = merge(office);
        hands.shutdown();
        hands.awaitTermination(5, TimeUnit.MINUTES);
        var check = new Check();
        // What nobody got to must be on the list of the officer who took over.
        var left = tasks.stream().filter(task -> !done.contains(task)).toList();
        var seen = desk.tasks(nodes.other.address(), "canbo." + INTO);
        var lost = (int) left.stream().filter(task -> !seen.contains(task)).count();
        check.cases(
                tasks.size(),
                tasks.size() - lost,
                done.size() - (int) done.stream().distinct().count());
        if (!(merged instanceof Change.Done)) {
            check.broke("not merged: " + merged);
        }
        if (!odd.isEmpty()) {
            check.broke(odd.size() + " answers were neither success nor a refusal, the first: " + odd.peek());
        }
        check.engine(database);
        return check.outcome(
                tasks.size(),
                "%d accepted while it was merged, %d found by the officer who took over"
                        .formatted(done.size(), left.size()));
    }

    private static Change merge(Office office) {
        var units = office.bean(Units.class);
        return office.bean(UnitRegister.class)
                .merge(
                        office.bean(People.class).actor(ADMINISTRATOR).orElseThrow(),
                        units.findByCode(FROM.toUpperCase(Locale.ROOT))
                                .orElseThrow()
                                .id(),
                        units.findByCode(INTO.toUpperCase(Locale.ROOT))
                                .orElseThrow()
                                .id(),
                        LocalDate.now(VietnamTime.ZONE));
    }

    /** Reports of the commune's unions written and approved: the tasks of accepting them. */
    private List<String> waitingFor(String commune, int most, TwoNodes nodes, JdbcClient database) throws Exception {
        var node = nodes.one.address();
        var units = database.sql(
                        "select lower(u.code) from unit u where u.parent_id = (select id from unit where code = ?)"
                                + " order by u.id desc limit ?")
                .params(commune.toUpperCase(Locale.ROOT), most)
                .query(String.class)
                .list();
        for (var unit : units) {
            var drafts = desk.tasks(node, "canbo." + unit);
            if (!drafts.isEmpty()) {
                desk.post(node, "canbo." + unit, "/api/v1/tasks/" + drafts.get(0) + "/completion", NIL);
                var approvals = desk.tasks(node, "lanhdao." + unit);
                desk.post(node, "lanhdao." + unit, "/api/v1/tasks/" + approvals.get(0) + "/completion", APPROVE);
            }
        }
        // The commune's own report is not one of them: it is written, not accepted.
        var tasks = database.sql(
                        "select id from task where step = 'AcceptReport' and desk_unit_id = (select id from unit where code = ?)")
                .param(commune.toUpperCase(Locale.ROOT))
                .query(String.class)
                .list();
        if (tasks.isEmpty()) {
            throw new IllegalStateException("nothing waits for " + commune);
        }
        return tasks;
    }
}
