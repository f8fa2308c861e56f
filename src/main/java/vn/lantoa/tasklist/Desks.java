package vn.lantoa.tasklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** How many units are looked at together when tasks are moved. */
    private static final int HANDFUL = 1_000;

    private static final String NOWHERE = "";

    /** Where the tasks of one post and unit lie; several desks are possible for a moment only. */
    private record Seat(String post, UnitId unit, UnitId desk, boolean one) {

        static Seat read(ResultSet row, int n) throws SQLException {
            return new Seat(
                    row.getString("post"),
                    UnitId.of(row.getLong("unit_id")),
                    UnitId.of(row.getLong("least")),
                    row.getLong("least") == row.getLong("most"));
        }
    }

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
        seatAnew("", List.of());
    }

    /** Posts changed hands, or the tree changed: at once, so that a new officer finds the work. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
    public void on(RightsChanged changed) {
        if (!changed.action().startsWith("signin") && changed.unit() != null) {
            seatAnew(
                    " and (unit_id = ? or desk_unit_id <> unit_id)",
                    List.of(changed.unit().value()));
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

    /** Handful by handful: of a million tasks neither all units stand in memory nor is each looked up alone. */
    private void seatAnew(String which, List<Object> params) {
        var seats = after(new Seat(NOWHERE, UnitId.of(0), null, true), which, params);
        while (!seats.isEmpty()) {
            seats.stream().collect(Collectors.groupingBy(Seat::post)).forEach(this::seat);
            seats = after(seats.get(seats.size() - 1), which, params);
        }
    }

    private List<Seat> after(Seat last, String which, List<Object> params) {
        return jdbc.sql("select post, unit_id, min(desk_unit_id) as least, max(desk_unit_id) as most from task"
                        + " where unit_id is not null and (post, unit_id) > (?, ?)" + which
                        + " group by post, unit_id order by post, unit_id limit " + HANDFUL)
                .params(last.post(), last.unit().value())
                .params(params)
                .query(Seat::read)
                .list();
    }

    private void seat(String post, List<Seat> seats) {
        var of = seats.stream().map(Seat::unit).toList();
        var desks = Post.ofCode(post).map(known -> desksOf(known, of)).orElse(Map.of());
        for (var seat : seats) {
            var desk = desks.getOrDefault(seat.unit(), seat.unit());
            if (!seat.one() || !desk.equals(seat.desk())) {
                jdbc.sql("update task set desk_unit_id = ? where post = ? and unit_id = ?")
                        .params(desk.value(), post, seat.unit().value())
                        .update();
            }
        }
    }
}
