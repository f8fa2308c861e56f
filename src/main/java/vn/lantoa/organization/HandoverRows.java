package vn.lantoa.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Handover.State;

/** The rows of handovers. */
@Component
class HandoverRows {

    private static final String SELECT = "select h.*, p.username, p.name, p.home_unit_id, s.username as s_username,"
            + " s.name as s_name, s.home_unit_id as s_home from handover h join person p on p.id = h.person_id"
            + " join person s on s.id = h.successor_id";

    private final JdbcClient jdbc;
    private final Clock clock;

    HandoverRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A holding that is not over. */
    Optional<Posts.Holder> holding(long id) {
        return jdbc.sql(
                        "select h.*, p.username, p.name, p.home_unit_id from post_holding h join person p on p.id = h.person_id"
                                + " where h.id = ? and (h.to_date is null or h.to_date >= ?)")
                .params(id, LocalDate.now(clock))
                .query((row, n) -> new Posts.Holder(
                        row.getLong("id"),
                        person(row, "person_id", "username", "name", "home_unit_id"),
                        new Holding(
                                PersonId.of(row.getLong("person_id")),
                                Post.ofCode(row.getString("post")).orElseThrow(),
                                UnitId.of(row.getLong("unit_id")),
                                null,
                                row.getString("responsibility"),
                                row.getObject("from_date", LocalDate.class),
                                row.getObject("to_date", LocalDate.class))))
                .optional();
    }

    /** The holdings of a person that are not over, by id. */
    List<Long> holdingsOf(PersonId person) {
        return jdbc.sql(
                        "select id from post_holding where person_id = ? and (to_date is null or to_date >= ?) order by id")
                .params(person.value(), LocalDate.now(clock))
                .query(Long.class)
                .list();
    }

    boolean openOf(long holding) {
        return jdbc.sql("select count(*) from handover where open_holding_id = ?")
                        .param(holding)
                        .query(Long.class)
                        .single()
                > 0;
    }

    long offer(
            long holding,
            Holding held,
            PersonId successor,
            boolean appoints,
            LocalDate lastDay,
            Handovers.Offer offer,
            PersonId by) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into handover (holding_id, open_holding_id, person_id, successor_id, post, unit_id, state, appoints,"
                                + " claims_to_successor, last_day, note, offered_by, offered_at)"
                                + " values (?, ?, ?, ?, ?, ?, 'OFFERED', ?, ?, ?, ?, ?, ?)")
                .params(
                        holding,
                        holding,
                        held.person().value(),
                        successor.value(),
                        held.post().code())
                .params(held.unit().value(), appoints, offer.claimsToSuccessor(), lastDay)
                .params(Checks.orNull(offer.note()), by.value(), now())
                .update(keys, "id");
        return keys.getKey().longValue();
    }

    /** Whether it was still open. */
    boolean answer(long id, State state, String answer) {
        return jdbc.sql("update handover set state = ?, answer = ?, answered_at = ?, open_holding_id = null"
                                + " where id = ? and state = 'OFFERED'")
                        .params(state.name(), answer, now(), id)
                        .update()
                == 1;
    }

    /** The post ends for who leaves it, unless it ended earlier. */
    void end(Handover handover) {
        jdbc.sql("update post_holding set to_date = ? where id = ? and (to_date is null or to_date > ?)")
                .params(handover.lastDay(), handover.holding(), handover.lastDay())
                .update();
    }

    /** In the same capacity and for the same field. */
    void appoint(Handover handover, LocalDate begins) {
        jdbc.sql("insert into post_holding (person_id, post, unit_id, capacity, responsibility, from_date)"
                        + " select cast(? as bigint), post, unit_id, capacity, responsibility, cast(? as date)"
                        + " from post_holding where id = ?")
                .params(handover.successor().id().value(), begins, handover.holding())
                .update();
    }

    /** Whether nobody has settled it yet. */
    boolean settled(long id) {
        return jdbc.sql("update handover set settled_at = ? where id = ? and settled_at is null")
                        .params(now(), id)
                        .update()
                == 1;
    }

    Optional<Handover> find(long id) {
        return jdbc.sql(SELECT + " where h.id = ?")
                .param(id)
                .query(HandoverRows::read)
                .optional();
    }

    List<Handover> due(LocalDate today) {
        return jdbc.sql(SELECT + " where h.state = 'ACCEPTED' and h.settled_at is null and h.last_day <= ?")
                .param(today)
                .query(HandoverRows::read)
                .list();
    }

    List<Handover> waitingFor(PersonId successor) {
        return jdbc.sql(SELECT + " where h.successor_id = ? and h.state = 'OFFERED' order by h.id")
                .param(successor.value())
                .query(HandoverRows::read)
                .list();
    }

    List<Handover> of(PersonId person) {
        return jdbc.sql(SELECT + " where h.person_id = ? or h.successor_id = ? order by h.id desc limit 20")
                .params(person.value(), person.value())
                .query(HandoverRows::read)
                .list();
    }

    List<Handover> in(UnitId unit) {
        return jdbc.sql(SELECT + " where h.unit_id = ? order by h.id desc limit 20")
                .param(unit.value())
                .query(HandoverRows::read)
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Handover read(ResultSet row, int n) throws SQLException {
        var settled = row.getTimestamp("settled_at");
        return new Handover(
                row.getLong("id"),
                row.getLong("holding_id"),
                person(row, "person_id", "username", "name", "home_unit_id"),
                person(row, "successor_id", "s_username", "s_name", "s_home"),
                Post.ofCode(row.getString("post")).orElseThrow(),
                UnitId.of(row.getLong("unit_id")),
                State.valueOf(row.getString("state")),
                row.getBoolean("appoints"),
                row.getBoolean("claims_to_successor"),
                row.getObject("last_day", LocalDate.class),
                row.getString("note"),
                PersonId.of(row.getLong("offered_by")),
                row.getTimestamp("offered_at").toInstant(),
                row.getString("answer"),
                settled == null ? null : settled.toInstant());
    }

    private static Person person(ResultSet row, String id, String username, String name, String home)
            throws SQLException {
        return new Person(
                PersonId.of(row.getLong(id)),
                row.getString(username),
                row.getString(name),
                null,
                null,
                UnitId.of(row.getLong(home)));
    }
}
