package vn.lantoa.tasklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Posts;
import vn.lantoa.organization.RightsChanged;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.organization.UnitsMerged;

/** On whose desk a task lies: the post's own unit, or the nearest superior's where nobody holds the post. */
@Component
class Desks {

    private record Seat(String post, UnitId unit, UnitId desk) {}

    private final JdbcClient jdbc;
    private final Units units;
    private final Posts posts;
    private final Clock clock;
    private volatile LocalDate lastSeated;

    Desks(JdbcClient jdbc, Units units, Posts posts, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.posts = posts;
        this.clock = clock;
    }

    /** The unit whose holders of the post see the task; the unit itself when nobody up to the root holds it. */
    UnitId deskOf(String post, UnitId unit) {
        var known = Post.ofCode(post);
        if (known.isEmpty()) {
            return unit;
        }
        var desk = unit;
        while (desk != null && posts.holdersOf(known.get(), desk).isEmpty()) {
            desk = units.superiorOf(desk).orElse(null);
        }
        return desk == null ? unit : desk;
    }

    /** The same for many units, with a few looks: up the tree until everybody has found a holder. */
    Map<UnitId, UnitId> desksOf(Post post, Collection<UnitId> of) {
        var desks = new HashMap<UnitId, UnitId>();
        var looking = new HashMap<UnitId, UnitId>();
        of.forEach(unit -> looking.put(unit, unit));
        while (!looking.isEmpty()) {
            var held = posts.holdersOf(post, looking.values()).keySet();
            var above = units.superiorsOf(
                    looking.values().stream().filter(at -> !held.contains(at)).toList());
            for (var unit : List.copyOf(looking.keySet())) {
                var at = looking.get(unit);
                if (held.contains(at)) {
                    desks.put(unit, at);
                    looking.remove(unit);
                } else if (above.containsKey(at)) {
                    looking.put(unit, above.get(at));
                } else {
                    desks.put(unit, unit);
                    looking.remove(unit);
                }
            }
        }
        return desks;
    }

    /** Terms of office end with a day, without anybody doing anything. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 10_000)
    void seatAnewEachDay() {
        var today = LocalDate.now(clock);
        if (!today.equals(lastSeated)) {
            seatAnew();
            lastSeated = today;
        }
    }

    /** Moves every task to the desk where it belongs now. */
    @Transactional
    public void seatAnew() {
        seatAnew(jdbc.sql("select distinct post, unit_id, desk_unit_id from task where unit_id is not null"));
    }

    /** Posts changed hands, or the tree changed: at once, so that a new officer finds the work. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
    public void on(RightsChanged changed) {
        if (!changed.action().startsWith("signin") && changed.unit() != null) {
            seatAnew(jdbc.sql(
                            """
                            select distinct post, unit_id, desk_unit_id from task
                            where unit_id = ? or unit_id is not null and desk_unit_id <> unit_id""")
                    .params(changed.unit().value()));
        }
    }

    /** What waited for one unit waits for the other now: one update, no engine surgery. */
    @EventListener
    public void on(UnitsMerged merged) {
        jdbc.sql("update task set unit_id = ? where unit_id = ?")
                .params(merged.into().value(), merged.from().value())
                .update();
        seatAnew();
    }

    private void seatAnew(JdbcClient.StatementSpec seats) {
        seats.query((row, n) -> new Seat(
                        row.getString("post"),
                        UnitId.of(row.getLong("unit_id")),
                        UnitId.of(row.getLong("desk_unit_id"))))
                .list()
                .forEach(this::seatAnew);
    }

    private void seatAnew(Seat seat) {
        var desk = deskOf(seat.post(), seat.unit());
        if (!desk.equals(seat.desk())) {
            jdbc.sql("update task set desk_unit_id = ? where post = ? and unit_id = ?")
                    .params(desk.value(), seat.post(), seat.unit().value())
                    .update();
        }
    }
}
