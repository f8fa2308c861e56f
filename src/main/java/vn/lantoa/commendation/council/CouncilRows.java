package vn.lantoa.commendation.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** The rows of tables {@code council} and {@code council_member}. */
@Component
class CouncilRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    CouncilRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long insert(UnitId unit, String unitName, String name, String number, LocalDate date, PersonId by) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into council (unit_id, unit_name, name, decision_number, decision_date, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(unit.value(), unitName, name, number, date, by.value(), now())
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    Optional<Council> find(long id) {
        return jdbc.sql("select * from council where id = ?")
                .param(id)
                .query(CouncilRows::council)
                .optional();
    }

    /** Finds it and holds it until the transaction ends. */
    Council lock(long id) {
        return jdbc.sql("select * from council where id = ? for update")
                .param(id)
                .query(CouncilRows::council)
                .single();
    }

    /** Those of these units, the newest first. */
    List<Council> of(Collection<UnitId> units) {
        return units.isEmpty()
                ? List.of()
                : jdbc.sql("select * from council where unit_id in (:units) order by decision_date desc, id desc")
                        .param("units", units.stream().map(UnitId::value).toList())
                        .query(CouncilRows::council)
                        .list();
    }

    /** Those this person belongs to on a day. */
    List<Council> with(PersonId person, LocalDate on) {
        return jdbc.sql(
                        """
                        select * from council c where (c.closed_on is null or c.closed_on >= :on) and exists (select 1
                        from council_member m where m.council_id = c.id and m.person_id = :person and m.from_date <= :on
                        and (m.to_date is null or m.to_date >= :on)) order by c.decision_date desc, c.id desc""")
                .param("on", on)
                .param("person", person.value())
                .query(CouncilRows::council)
                .list();
    }

    /** Whether this person belongs to any on a day; asked by every page. */
    boolean any(PersonId person, LocalDate on) {
        return jdbc.sql(
                                """
                                select count(*) from council_member m join council c on c.id = m.council_id where m.person_id = :person
                                and m.from_date <= :on and (m.to_date is null or m.to_date >= :on)
                                and (c.closed_on is null or c.closed_on >= :on)""")
                        .param("person", person.value())
                        .param("on", on)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void close(long id, LocalDate lastDay) {
        jdbc.sql("update council set closed_on = ? where id = ?")
                .params(lastDay, id)
                .update();
        jdbc.sql("update council_member set to_date = ? where council_id = ? and (to_date is null or to_date > ?)")
                .params(lastDay, id, lastDay)
                .update();
    }

    long addMember(
            long council,
            PersonId person,
            String personName,
            CouncilMember.Role role,
            String position,
            LocalDate from,
            LocalDate until,
            PersonId by) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into council_member (council_id, person_id, person_name, role, position_text, from_date, to_date,
                        named_by, named_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(council, person.value(), personName, role.name(), position, from, until, by.value(), now())
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    void endMember(long member, LocalDate lastDay) {
        jdbc.sql("update council_member set to_date = ? where id = ?")
                .params(lastDay, member)
                .update();
    }

    /** Every term, chair and secretaries first. */
    List<CouncilMember> members(long council) {
        return jdbc.sql(
                        """
                        select * from council_member where council_id = ? order by
                        case role when 'CHAIR' then 1 when 'SECRETARY' then 2 else 3 end, id""")
                .param(council)
                .query(CouncilRows::member)
                .list();
    }

    /** The terms of those who belong to it on a day. */
    List<CouncilMember> members(long council, LocalDate on) {
        return members(council).stream().filter(member -> member.inForce(on)).toList();
    }

    /** Every term of one person in it, the latest first. */
    List<CouncilMember> terms(long council, PersonId person) {
        return jdbc.sql(
                        "select * from council_member where council_id = ? and person_id = ? order by from_date desc, id desc")
                .params(council, person.value())
                .query(CouncilRows::member)
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Council council(ResultSet row, int n) throws SQLException {
        return new Council(
                row.getLong("id"),
                UnitId.of(row.getLong("unit_id")),
                row.getString("unit_name"),
                row.getString("name"),
                row.getString("decision_number"),
                row.getObject("decision_date", LocalDate.class),
                row.getObject("closed_on", LocalDate.class));
    }

    private static CouncilMember member(ResultSet row, int n) throws SQLException {
        return new CouncilMember(
                row.getLong("id"),
                row.getLong("council_id"),
                PersonId.of(row.getLong("person_id")),
                row.getString("person_name"),
                CouncilMember.Role.valueOf(row.getString("role")),
                row.getString("position_text"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class));
    }
}
