package vn.lantoa.models.exemplar;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** The rows of table {@code exemplar}. */
@Component
class ExemplarRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    ExemplarRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Exemplar> find(long id) {
        return jdbc.sql("select * from exemplar where id = ?")
                .param(id)
                .query(Exemplar::read)
                .optional();
    }

    /** Of these branches in a year, the newest decision first. */
    List<Exemplar> of(Collection<UnitId> branches, int year) {
        return branches.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select * from exemplar e where e.year_no = :year and exists (select 1 from unit_closure c"
                                        + " where c.descendant_id = e.unit_id and c.ancestor_id in (:branches)) order by e.decided_on desc, e.id desc")
                        .param("year", year)
                        .param("branches", branches.stream().map(UnitId::value).toList())
                        .query(Exemplar::read)
                        .list();
    }

    /** Of one unit itself in a year. */
    List<Exemplar> ofUnit(UnitId unit, int year) {
        return jdbc.sql("select * from exemplar where unit_id = ? and year_no = ? order by id")
                .params(unit.value(), year)
                .query(Exemplar::read)
                .list();
    }

    /** Waits for whoever is naming one, until the transaction ends: who comes second sees what the first one named. */
    void hold() {
        jdbc.sql("select id from exemplar_register where id = 1 for update")
                .query(Long.class)
                .single();
    }

    boolean bearsTitle(int year, ExemplarObject object) {
        return jdbc.sql("select count(*) from exemplar where year_no = ? and object_key = ?")
                        .params(year, object.key())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The caller holds the register and has made sure that the object does not bear the title of the year. */
    void insert(
            int year,
            UnitId unit,
            int level,
            ExemplarObject object,
            String lessons,
            String number,
            LocalDate decidedOn,
            ExemplarRequestId request,
            Long confirms,
            PersonId by) {
        jdbc.sql(
                        """
                        insert into exemplar (year_no, unit_id, level_no, object, object_key, site_id, collective_name, honour_number, lessons,
                        decision_number, decided_on, request_id, confirms_id, named_by, named_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(year, unit.value(), level, object.kind().name(), object.key())
                .param(object.site() == null ? null : object.site().value())
                .params(object.collective(), object.honour(), lessons, number, decidedOn)
                .param(request == null ? null : request.value())
                .params(confirms, by.value(), Timestamp.from(clock.instant()))
                .update();
    }

    /** What is named this year goes on with the unit that goes on; the years before stay with the one that was. */
    void move(UnitId from, UnitId into, int year) {
        jdbc.sql("update exemplar set unit_id = ? where unit_id = ? and year_no >= ?")
                .params(into.value(), from.value(), year)
                .update();
    }
}
