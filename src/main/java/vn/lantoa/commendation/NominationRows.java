package vn.lantoa.commendation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** The rows of table {@code nomination}. */
@Component
class NominationRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    NominationRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Nomination> find(NominationId id) {
        return jdbc.sql("select * from nomination where id = ?")
                .param(id.value())
                .query(Nomination::read)
                .optional();
    }

    List<Nomination> findAll(Collection<NominationId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from nomination where id in (:ids) order by id")
                        .param("ids", ids.stream().map(NominationId::value).toList())
                        .query(Nomination::read)
                        .list();
    }

    /** Finds it and holds it until the transaction ends. */
    Nomination lock(NominationId id) {
        return jdbc.sql("select * from nomination where id = ? for update")
                .param(id.value())
                .query(Nomination::read)
                .single();
    }

    List<Nomination> inState(UnitId at, long season, NominationState... states) {
        return jdbc.sql(
                        "select * from nomination where at_unit_id = :at and season_id = :season and state in (:states) order by id")
                .param("at", at.value())
                .param("season", season)
                .param("states", Arrays.stream(states).map(Enum::name).toList())
                .query(Nomination::read)
                .list();
    }

    List<Nomination> proposedBy(UnitId unit, long season) {
        return jdbc.sql("select * from nomination where proposer_id = ? and season_id = ? order by id desc")
                .params(unit.value(), season)
                .query(Nomination::read)
                .list();
    }

    /** A new draft; its number is that of the year and its own. */
    NominationId insert(long season, int year, UnitId proposer, PersonId by) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into nomination (season_id, proposer_id, drafted_by, state, public_name, simplified, opened_at)"
                                + " values (?, ?, ?, 'DRAFT', false, false, ?)")
                .params(season, proposer.value(), by.value(), now())
                .update(key, "id");
        var id = NominationId.of(key.getKeyAs(Number.class).longValue());
        jdbc.sql("update nomination set number = ? where id = ?")
                .params("%d-%05d".formatted(year, id.value()), id.value())
                .update();
        jdbc.sql("insert into nominee (nomination_id, collective, unit_id, direct_worker) values (?, false, ?, false)")
                .params(id.value(), proposer.value())
                .update();
        return id;
    }

    void moveTo(NominationId id, NominationState state) {
        jdbc.sql("update nomination set state = ? where id = ?")
                .params(state.name(), id.value())
                .update();
    }

    /** It goes to the desk of a unit, or with null to none. */
    void goesTo(NominationId id, UnitId at) {
        jdbc.sql("update nomination set at_unit_id = ? where id = ?")
                .params(at == null ? null : at.value(), id.value())
                .update();
    }

    void submitted(NominationId id) {
        jdbc.sql("update nomination set submitted_at = coalesce(submitted_at, ?) where id = ?")
                .params(now(), id.value())
                .update();
    }

    void end(NominationId id, NominationState state) {
        jdbc.sql("update nomination set state = ?, at_unit_id = null, ended_at = ? where id = ?")
                .params(state.name(), now(), id.value())
                .update();
    }

    void offer(NominationId id, String title) {
        jdbc.sql("update nomination set offered_code = ? where id = ?")
                .params(title, id.value())
                .update();
    }

    Optional<String> offered(NominationId id) {
        return jdbc.sql("select offered_code from nomination where id = ? and offered_code is not null")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    void takeOffer(NominationId id) {
        jdbc.sql("update nomination set title_code = offered_code, offered_code = null where id = ?")
                .param(id.value())
                .update();
    }

    void outside(NominationId id, String number, java.time.LocalDate date, String issuer) {
        jdbc.sql("update nomination set outside_number = ?, outside_date = ?, outside_issuer = ? where id = ?")
                .params(number, date, issuer, id.value())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
