package vn.lantoa.diagrams.moves;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.engine.CaseMoves;
import vn.lantoa.organization.Actor;

/** The tables of moves. */
@Component
class MoveRows {

    private static final String BETWEEN = "\u001f";
    private static final String NEXT = "\u001e";
    private static final int LONGEST = 2000;
    private static final int LONGEST_PAUSE_SHIFT = 6;

    private static final String ORDER =
            """
            select m.*, p.name as starter_name,
                (select count(*) from case_move_item i where i.move_id = m.id and i.state = 'WAITING') as waiting,
                (select count(*) from case_move_item i where i.move_id = m.id and i.state = 'MOVED') as moved,
                (select count(*) from case_move_item i where i.move_id = m.id and i.state = 'REFUSED') as refused,
                (select count(*) from case_move_item i where i.move_id = m.id and i.state = 'GONE') as gone
            from case_move m join person p on p.id = m.started_by""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    MoveRows(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** A case whose turn it is, held until the transaction ends. */
    record Turn(long move, String instance, String source, String target, int attempts) {}

    /** Who orders takes turns with everybody who orders or releases, until the transaction ends: what was looked at still holds when it is written. */
    void takeTurns() {
        jdbc.sql("select id from process_release_lock where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    long add(String process, String source, String target, String reason, Actor actor, List<CaseMoves.Case> cases) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into case_move (process, source, target, reason, started_by, started_at) values (?, ?, ?, ?, ?, ?)")
                .params(process, source, target, reason, actor.id().value(), now())
                .update(key, "id");
        var id = key.getKeyAs(Long.class);
        batches.batchUpdate(
                "insert into case_move_item (move_id, instance, dossier, state) values (?, ?, ?, 'WAITING')",
                cases.stream()
                        .map(one -> new Object[] {
                            id,
                            one.instance(),
                            one.dossier() == null ? null : one.dossier().toString()
                        })
                        .toList());
        return id;
    }

    Optional<MoveOrder> find(long id) {
        return jdbc.sql(ORDER + " where m.id = ?")
                .param(id)
                .query(MoveRows::order)
                .optional();
    }

    List<MoveOrder> of(String process) {
        return jdbc.sql(ORDER + " where m.process = ? order by m.id desc")
                .param(process)
                .query(MoveRows::order)
                .list();
    }

    /** The cases of an order that stand so, in a fixed order. */
    List<MoveOrder.Item> items(long id, MoveOrder.State state, int most) {
        return jdbc.sql("select * from case_move_item where move_id = ? and state = ? order by instance limit " + most)
                .params(id, state.name())
                .query(MoveRows::item)
                .list();
    }

    Optional<Turn> next() {
        return jdbc.sql(
                        """
                        select i.move_id, i.instance, i.attempts from case_move_item i
                        where i.state = 'WAITING' and (i.next_at is null or i.next_at <= ?)
                        order by i.move_id, i.instance limit 1 for update skip locked""")
                .param(now())
                .query((row, n) ->
                        new Turn(row.getLong("move_id"), row.getString("instance"), "", "", row.getInt("attempts")))
                .optional()
                .map(turn -> jdbc.sql("select source, target from case_move where id = ?")
                        .param(turn.move())
                        .query((row, n) -> new Turn(
                                turn.move(),
                                turn.instance(),
                                row.getString("source"),
                                row.getString("target"),
                                turn.attempts()))
                        .single());
    }

    void done(Turn turn, MoveOrder.State state, List<MoveOrder.Obstacle> reasons) {
        jdbc.sql("update case_move_item set state = ?, message = ?, done_at = ? where move_id = ? and instance = ?"
                        + " and state = 'WAITING'")
                .params(state.name(), write(reasons), now(), turn.move(), turn.instance())
                .update();
    }

    void postpone(Turn turn) {
        var pause = Duration.ofSeconds(2L << Math.min(turn.attempts(), LONGEST_PAUSE_SHIFT));
        jdbc.sql("update case_move_item set attempts = attempts + 1, next_at = ? where move_id = ? and instance = ?"
                        + " and state = 'WAITING'")
                .params(Timestamp.from(clock.instant().plus(pause)), turn.move(), turn.instance())
                .update();
    }

    /** Orders in which no case waits any more and of which nobody said so yet; each is told by who ends it. */
    List<Long> ripe() {
        return jdbc.sql("select id from case_move m where ended_at is null and not exists"
                        + " (select 1 from case_move_item i where i.move_id = m.id and i.state = 'WAITING')")
                .query(Long.class)
                .list();
    }

    boolean end(long id) {
        return jdbc.sql("update case_move set ended_at = ? where id = ? and ended_at is null")
                        .params(now(), id)
                        .update()
                == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String write(List<MoveOrder.Obstacle> reasons) {
        var text = reasons.stream()
                .map(reason -> reason.key() + BETWEEN + String.join(BETWEEN, reason.details()))
                .collect(Collectors.joining(NEXT));
        return text.isEmpty() ? null : text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static List<MoveOrder.Obstacle> read(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(NEXT))
                        .map(reason -> List.of(reason.split(BETWEEN, -1)))
                        .map(parts -> new MoveOrder.Obstacle(parts.get(0), parts.subList(1, parts.size())))
                        .toList();
    }

    private static MoveOrder.Item item(ResultSet row, int n) throws SQLException {
        return new MoveOrder.Item(
                row.getString("instance"),
                Optional.ofNullable(row.getString("dossier")),
                MoveOrder.State.valueOf(row.getString("state")),
                read(row.getString("message")));
    }

    private static MoveOrder order(ResultSet row, int n) throws SQLException {
        return new MoveOrder(
                row.getLong("id"),
                row.getString("process"),
                row.getString("source"),
                row.getString("target"),
                row.getString("reason"),
                row.getString("starter_name"),
                row.getTimestamp("started_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                new MoveOrder.Counts(
                        row.getInt("waiting"), row.getInt("moved"), row.getInt("refused"), row.getInt("gone")));
    }
}
