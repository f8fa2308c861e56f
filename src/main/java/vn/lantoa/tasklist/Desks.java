package vn.lantoa.tasklist;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** On whose desk a task lies: the post's own unit, or the nearest superior's where nobody holds the post. */
@Component
class Desks {

    private record Seat(String post, UnitId unit, UnitId desk) {}

    private final JdbcClient jdbc;
    private final Units units;
    private final People people;
    private final Clock clock;
    private volatile LocalDate lastSeated;

    Desks(JdbcClient jdbc, Units units, People people, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.people = people;
        this.clock = clock;
    }

    /** The unit whose holders of the post see the task; the unit itself when nobody up to the root holds it. */
    UnitId deskOf(String post, UnitId unit) {
        var known = Post.ofCode(post);
        if (known.isEmpty()) {
            return unit;
        }
        var desk = unit;
        while (desk != null && people.holdersOf(known.get(), desk).isEmpty()) {
            desk = units.superiorOf(desk).orElse(null);
        }
        return desk == null ? unit : desk;
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

    /** After posts changed hands: moves tasks to the desks where they belong now. */
    @Transactional
    public void seatAnew() {
        var seats = jdbc.sql("select distinct post, unit_id, desk_unit_id from task where unit_id is not null")
                .query((row, n) -> new Seat(
                        row.getString("post"),
                        UnitId.of(row.getLong("unit_id")),
                        UnitId.of(row.getLong("desk_unit_id"))))
                .list();
        seats.forEach(this::seatAnew);
    }

    /** The same for one post of one unit and what lies there for its subordinates. */
    @Transactional
    public void seatAnew(Post post, UnitId unit) {
        var seats = jdbc.sql(
                        """
                        select distinct post, unit_id, desk_unit_id from task
                        where post = ? and unit_id is not null and (unit_id = ? or desk_unit_id <> unit_id)""")
                .params(post.code(), unit.value())
                .query((row, n) -> new Seat(
                        row.getString("post"),
                        UnitId.of(row.getLong("unit_id")),
                        UnitId.of(row.getLong("desk_unit_id"))))
                .list();
        seats.forEach(this::seatAnew);
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
