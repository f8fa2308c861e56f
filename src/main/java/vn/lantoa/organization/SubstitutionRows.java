package vn.lantoa.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Substitution.Who;
import vn.lantoa.organization.Substitutions.Entry;

/** The rows of rules about stand-ins. */
@Component
class SubstitutionRows {

    private static final String SELECT =
            "select s.*, p.username, p.name, d.username as deputy_username, d.name as deputy_name from substitution s"
                    + " join person p on p.id = s.person_id join person d on d.id = s.deputy_id";

    private final JdbcClient jdbc;
    private final Clock clock;

    SubstitutionRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Substitution> find(long id) {
        return jdbc.sql(SELECT + " where s.id = ?")
                .param(id)
                .query(SubstitutionRows::read)
                .optional();
    }

    /** The rules in which this person is away or stands in, now or later, the next first. */
    List<Substitution> of(PersonId person) {
        return jdbc.sql(SELECT + " where (s.person_id = :person or s.deputy_id = :person) and s.ended_at is null"
                        + " and s.to_date >= :today order by s.from_date, s.id limit 100")
                .param("person", person.value())
                .param("today", today())
                .query(SubstitutionRows::read)
                .list();
    }

    /** The rules for holders of posts in this unit, now or later, the next first. */
    List<Substitution> in(UnitId unit) {
        return jdbc.sql(SELECT + " where s.ended_at is null and s.to_date >= :today and (s.unit_id = :unit"
                        + " or s.unit_id is null and exists (select 1 from post_holding h where h.person_id = s.person_id"
                        + " and h.unit_id = :unit and h.from_date <= :today and (h.to_date is null or h.to_date >= :today)))"
                        + " order by s.from_date, s.id limit 100")
                .param("unit", unit.value())
                .param("today", today())
                .query(SubstitutionRows::read)
                .list();
    }

    /** The rules for this person that have effect on a day of this time. */
    List<Substitution> rulesOf(PersonId person, LocalDate first, LocalDate last) {
        return jdbc.sql(SELECT + " where s.person_id = ? and s.ended_at is null and s.to_date >= ? and s.from_date <= ?"
                        + " order by s.id")
                .params(person.value(), first, last)
                .query(SubstitutionRows::read)
                .list();
    }

    long insert(Actor by, Entry entry, PersonId deputy) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into substitution (person_id, deputy_id, post, unit_id, processes, capacity, reason, from_date,"
                                + " to_date, entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(entry.person().value(), deputy.value())
                .params(
                        entry.post() == null ? null : entry.post().code(),
                        entry.unit() == null ? null : entry.unit().value())
                .params(
                        entry.processes().isEmpty()
                                ? ""
                                : "," + String.join(",", new TreeSet<>(entry.processes())) + ",",
                        entry.capacity() == null ? null : entry.capacity().name(),
                        Checks.orNull(entry.reason()))
                .params(entry.from(), entry.to(), by.id().value(), Timestamp.from(clock.instant()))
                .update(keys, "id");
        return keys.getKey().longValue();
    }

    /** Two rules that would make a loop together wait for each other here. */
    void lock(PersonId person, Optional<Person> deputy) {
        jdbc.sql("select id from person where id in (?, ?) order by id for update")
                .params(person.value(), deputy.map(Person::id).orElse(person).value())
                .query(Long.class)
                .list();
    }

    /** Whether it had not been ended before. */
    boolean end(Actor by, long id) {
        return jdbc.sql("update substitution set ended_at = ?, ended_by = ? where id = ? and ended_at is null")
                        .params(Timestamp.from(clock.instant()), by.id().value(), id)
                        .update()
                == 1;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Substitution read(ResultSet row, int n) throws SQLException {
        var post = row.getString("post");
        var capacity = row.getString("capacity");
        var ended = row.getTimestamp("ended_at");
        return new Substitution(
                row.getLong("id"),
                new Who(PersonId.of(row.getLong("person_id")), row.getString("username"), row.getString("name")),
                new Who(
                        PersonId.of(row.getLong("deputy_id")),
                        row.getString("deputy_username"),
                        row.getString("deputy_name")),
                post == null ? null : Post.ofCode(post).orElseThrow(),
                post == null ? null : UnitId.of(row.getLong("unit_id")),
                StandIns.processes(row.getString("processes")),
                capacity == null ? null : Capacity.valueOf(capacity),
                row.getString("reason"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class),
                ended == null ? null : ended.toInstant());
    }
}
