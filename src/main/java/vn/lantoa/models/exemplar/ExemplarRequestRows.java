package vn.lantoa.models.exemplar;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** The rows of table {@code exemplar_request}. */
@Component
class ExemplarRequestRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    ExemplarRequestRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    ExemplarRequestId insert(UnitId unit, int year, UnitId askedBy, LocalDate due, PersonId by) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into exemplar_request (unit_id, year_no, asked_by_unit_id, opened_by, opened_at, due, state)"
                        + " values (?, ?, ?, ?, ?, ?, 'PROPOSING')")
                .params(unit.value(), year, askedBy == null ? null : askedBy.value(), by.value())
                .params(Timestamp.from(clock.instant()), due)
                .update(key, "id");
        return ExemplarRequestId.of(key.getKeyAs(Number.class).longValue());
    }

    Optional<ExemplarRequest> find(ExemplarRequestId id) {
        return jdbc.sql("select * from exemplar_request where id = ?")
                .param(id.value())
                .query(ExemplarRequest::read)
                .optional();
    }

    /** Finds it and holds it until the transaction ends. */
    ExemplarRequest lock(ExemplarRequestId id) {
        return jdbc.sql("select * from exemplar_request where id = ? for update")
                .param(id.value())
                .query(ExemplarRequest::read)
                .single();
    }

    /** What runs of a unit for a year. */
    Optional<ExemplarRequest> running(UnitId unit, int year) {
        return jdbc
                .sql(
                        "select * from exemplar_request where unit_id = ? and year_no = ? and ended_on is null order by id")
                .params(unit.value(), year)
                .query(ExemplarRequest::read)
                .list()
                .stream()
                .findFirst();
    }

    /** What runs for a year, by the units in which something does. */
    Map<UnitId, ExemplarRequest> running(Collection<UnitId> units, int year) {
        return units.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(
                                "select * from exemplar_request where unit_id in (:units) and year_no = :year and ended_on is null"
                                        + " order by id")
                        .param("units", units.stream().map(UnitId::value).toList())
                        .param("year", year)
                        .query(ExemplarRequest::read)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(ExemplarRequest::unit, Function.identity(), (first, other) -> first));
    }

    void proposed(ExemplarRequestId id, ExemplarObject object, String lessons, String reason) {
        jdbc.sql(
                        "update exemplar_request set state = 'DECIDING', object = ?, site_id = ?, collective_name = ?, honour_number = ?,"
                                + " lessons = ?, reason = ? where id = ?")
                .param(object == null ? null : object.kind().name())
                .param(
                        object == null || object.site() == null
                                ? null
                                : object.site().value())
                .params(object == null ? null : object.collective(), object == null ? null : object.honour())
                .params(lessons, reason, id.value())
                .update();
    }

    void decided(ExemplarRequestId id, String number, LocalDate on) {
        jdbc.sql("update exemplar_request set decision_number = ?, decided_on = ? where id = ?")
                .params(number, on, id.value())
                .update();
    }

    void returned(ExemplarRequestId id) {
        jdbc.sql("update exemplar_request set state = 'PROPOSING' where id = ?")
                .param(id.value())
                .update();
    }

    void ended(ExemplarRequestId id, ExemplarRequest.State state) {
        jdbc.sql("update exemplar_request set state = ?, ended_on = ? where id = ?")
                .params(state.name(), LocalDate.now(clock), id.value())
                .update();
    }

    /** What runs of a unit goes on with another; which ones. */
    List<ExemplarRequestId> move(UnitId from, UnitId into) {
        var running = jdbc.sql("select id from exemplar_request where unit_id = ? and ended_on is null order by id")
                .param(from.value())
                .query((row, n) -> ExemplarRequestId.of(row.getLong(1)))
                .list();
        jdbc.sql("update exemplar_request set unit_id = ? where unit_id = ? and ended_on is null")
                .params(into.value(), from.value())
                .update();
        return running;
    }
}
