package vn.lantoa.commendation.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** The rows of tables {@code council_session} and {@code council_seat}. */
@Component
class SessionRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    SessionRows(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    long insert(
            Council council,
            String unitName,
            long season,
            int year,
            int number,
            LocalDate meetsOn,
            String place,
            PersonId by) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into council_session (council_id, unit_id, unit_name, season_id, season_year, number_no, meets_on, place,
                        state, made_by, made_at) values (?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', ?, ?)""")
                .params(council.id(), council.unit().value(), unitName, season, year, number, meetsOn, place)
                .params(by.value(), now())
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    Optional<CouncilSession> find(long id) {
        return jdbc.sql("select * from council_session where id = ?")
                .param(id)
                .query(SessionRows::session)
                .optional();
    }

    /** Finds it and holds it until the transaction ends: whoever runs a session waits here for whoever else does. */
    CouncilSession lock(long id) {
        return jdbc.sql("select * from council_session where id = ? for update")
                .param(id)
                .query(SessionRows::session)
                .single();
    }

    /** Those of these councils, the latest first. */
    List<CouncilSession> of(Collection<Long> councils) {
        return councils.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select * from council_session where council_id in (:councils) order by meets_on desc, id desc")
                        .param("councils", councils)
                        .query(SessionRows::session)
                        .list();
    }

    void opened(long id) {
        jdbc.sql("update council_session set state = 'OPEN', opened_at = ? where id = ?")
                .params(now(), id)
                .update();
    }

    void closed(long id) {
        jdbc.sql("update council_session set state = 'CLOSED', closed_at = ? where id = ?")
                .params(now(), id)
                .update();
    }

    void cancelled(long id) {
        jdbc.sql("update council_session set state = 'CANCELLED', closed_at = ? where id = ?")
                .params(now(), id)
                .update();
    }

    /** Freezes who belongs to the council; everybody counts as absent until somebody says otherwise. */
    void seat(long session, List<CouncilMember> members) {
        batches.batchUpdate(
                """
                insert into council_seat (session_id, member_id, person_id, person_name, role, position_text, presence)
                values (?, ?, ?, ?, ?, ?, 'ABSENT')""",
                members.stream()
                        .map(one -> new Object[] {
                            session,
                            one.id(),
                            one.person().value(),
                            one.name(),
                            one.role().name(),
                            one.position()
                        })
                        .toList());
    }

    List<Seat> seats(long session) {
        return jdbc.sql(
                        """
                        select * from council_seat where session_id = ? order by
                        case role when 'CHAIR' then 1 when 'SECRETARY' then 2 else 3 end, member_id""")
                .param(session)
                .query((row, n) -> new Seat(
                        row.getLong("member_id"),
                        PersonId.of(row.getLong("person_id")),
                        row.getString("person_name"),
                        CouncilMember.Role.valueOf(row.getString("role")),
                        row.getString("position_text"),
                        Seat.Presence.valueOf(row.getString("presence"))))
                .list();
    }

    void presence(long session, long member, Seat.Presence presence) {
        jdbc.sql("update council_seat set presence = ? where session_id = ? and member_id = ?")
                .params(presence.name(), session, member)
                .update();
    }

    /** One unit went on as another, whose people keep the sessions from now on; the names stay as they were. */
    void handOver(UnitId from, UnitId into) {
        jdbc.sql("update council set unit_id = ? where unit_id = ?")
                .params(into.value(), from.value())
                .update();
        jdbc.sql("update council_session set unit_id = ? where unit_id = ?")
                .params(into.value(), from.value())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static CouncilSession session(ResultSet row, int n) throws SQLException {
        return new CouncilSession(
                row.getLong("id"),
                row.getLong("council_id"),
                UnitId.of(row.getLong("unit_id")),
                row.getString("unit_name"),
                row.getLong("season_id"),
                row.getInt("season_year"),
                row.getInt("number_no"),
                row.getObject("meets_on", LocalDate.class),
                row.getString("place"),
                CouncilSession.State.valueOf(row.getString("state")),
                instant(row.getTimestamp("opened_at")),
                instant(row.getTimestamp("closed_at")));
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
