package vn.lantoa.commendation.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** Reads and writes {@code data_request}. */
@Component
class DataRequestRows {

    /** What a correction changes to; null keeps what stands. */
    record Correction(String name, Integer birthYear, String post) {

        boolean isEmpty() {
            return name == null && birthYear == null && post == null;
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    DataRequestRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    DataRequestId insert(
            DataRequest.Kind kind,
            NominationId nomination,
            UnitId unit,
            LocalDate receivedOn,
            DataRequest.Channel channel,
            LocalDate firstDue,
            LocalDate due,
            PersonId by) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into data_request (kind, nomination_id, unit_id, received_on, channel, state, first_due, due, extended,
                        recorded_by, recorded_at) values (?, ?, ?, ?, ?, 'ANSWERING', ?, ?, false, ?, ?)""")
                .params(kind.name(), nomination.value(), unit.value(), receivedOn, channel.name(), firstDue, due)
                .params(by.value(), Timestamp.from(clock.instant()))
                .update(key, "id");
        return DataRequestId.of(key.getKeyAs(Number.class).longValue());
    }

    Optional<DataRequest> find(DataRequestId id) {
        return jdbc.sql("select * from data_request where id = ?")
                .param(id.value())
                .query(DataRequest::read)
                .optional();
    }

    /** Finds it and holds it until the transaction ends. */
    DataRequest lock(DataRequestId id) {
        return jdbc.sql("select * from data_request where id = ? for update")
                .param(id.value())
                .query(DataRequest::read)
                .single();
    }

    /** The requests that these units answer, those that run first, the nearest day first. */
    List<DataRequest> of(Collection<UnitId> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from data_request where unit_id in (:units)"
                        + " order by case when concluded_on is null then 0 else 1 end, due, id")
                .param("units", units.stream().map(UnitId::value).toList())
                .query(DataRequest::read)
                .list();
    }

    List<DataRequestId> of(NominationId nomination) {
        return jdbc.sql("select id from data_request where nomination_id = ? order by id")
                .param(nomination.value())
                .query((row, n) -> DataRequestId.of(row.getLong(1)))
                .list();
    }

    /** A request of this kind about this nomination that nobody has concluded. */
    Optional<DataRequest> running(NominationId nomination, DataRequest.Kind kind) {
        return jdbc
                .sql("select * from data_request where nomination_id = ? and kind = ? and concluded_on is null")
                .params(nomination.value(), kind.name())
                .query(DataRequest::read)
                .list()
                .stream()
                .findFirst();
    }

    void answered(DataRequestId id, boolean granted, String ground) {
        jdbc.sql("update data_request set granted = ?, ground = ?, state = ?, answered_on = ? where id = ?")
                .params(
                        granted,
                        ground,
                        (granted ? DataRequest.State.CARRYING_OUT : DataRequest.State.APPROVING).name())
                .params(today(), id.value())
                .update();
    }

    void carriedOut(DataRequestId id, Correction correction) {
        jdbc.sql(
                        "update data_request set state = 'APPROVING', new_name = ?, new_birth_year = ?, new_post = ? where id = ?")
                .params(correction.name(), correction.birthYear(), correction.post(), id.value())
                .update();
    }

    void extended(DataRequestId id, LocalDate due) {
        jdbc.sql("update data_request set extended = true, due = ? where id = ?")
                .params(due, id.value())
                .update();
    }

    void returned(DataRequestId id) {
        jdbc.sql("update data_request set state = 'ANSWERING', granted = null, ground = null where id = ?")
                .param(id.value())
                .update();
    }

    Correction correction(DataRequestId id) {
        return jdbc.sql("select new_name, new_birth_year, new_post from data_request where id = ?")
                .param(id.value())
                .query((row, n) -> new Correction(
                        row.getString("new_name"),
                        row.getObject("new_birth_year", Integer.class),
                        row.getString("new_post")))
                .single();
    }

    /** Ends it; what a correction said is kept no longer than needed. */
    void concluded(DataRequestId id, DataRequest.State state) {
        jdbc.sql("update data_request set state = ?, concluded_on = ?, new_name = null, new_birth_year = null,"
                        + " new_post = null where id = ?")
                .params(state.name(), today(), id.value())
                .update();
    }

    /** What stands in a correction goes with the nominee's data, wherever the request is. */
    void forgetCorrections(NominationId nomination) {
        jdbc.sql(
                        "update data_request set new_name = null, new_birth_year = null, new_post = null where nomination_id = ?")
                .param(nomination.value())
                .update();
    }

    int deleteConcludedBefore(LocalDate day) {
        return jdbc.sql("delete from data_request where concluded_on < ?")
                .param(day)
                .update();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
