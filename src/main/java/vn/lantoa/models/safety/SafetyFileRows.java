package vn.lantoa.models.safety;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.models.safety.SafetyFile.State;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** Reads and writes {@code safety_file}. */
@Component
class SafetyFileRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    SafetyFileRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the unit has a file of the year that stands */
    SafetyFileId insert(UnitId unit, int year, LocalDate sendBy, PersonId by) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into safety_file (unit_id, year_no, slot, state, armed_forces, late, send_by, opened_by, opened_at)"
                                + " values (?, ?, 1, 'REGISTERING', false, false, ?, ?, ?)")
                .params(unit.value(), year, sendBy, by.value(), Timestamp.from(clock.instant()))
                .update(key, "id");
        return SafetyFileId.of(key.getKeyAs(Number.class).longValue());
    }

    Optional<SafetyFile> find(SafetyFileId id) {
        return jdbc.sql("select * from safety_file where id = ?")
                .param(id.value())
                .query(SafetyFile::read)
                .optional();
    }

    List<SafetyFile> findAll(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from safety_file where id in (:ids)")
                        .param("ids", ids)
                        .query(SafetyFile::read)
                        .list();
    }

    /** Finds it and holds it until the transaction ends. */
    SafetyFile lock(SafetyFileId id) {
        return jdbc.sql("select * from safety_file where id = ? for update")
                .param(id.value())
                .query(SafetyFile::read)
                .single();
    }

    /** The file that stands for a unit and year. */
    Optional<SafetyFile> standing(UnitId unit, int year) {
        return jdbc.sql("select * from safety_file where unit_id = ? and year_no = ? and slot = 1")
                .params(unit.value(), year)
                .query(SafetyFile::read)
                .optional();
    }

    /** Every file of a unit, the newest year first, those that stand before those that were given up. */
    List<SafetyFile> of(UnitId unit) {
        return jdbc.sql(
                        "select * from safety_file where unit_id = ? order by year_no desc, case when slot = 1 then 0 else 1 end, id desc")
                .param(unit.value())
                .query(SafetyFile::read)
                .list();
    }

    /** The files that were to be sent before this day and are still prepared. */
    List<SafetyFileId> unsentBefore(LocalDate day) {
        return jdbc.sql("select id from safety_file where state in (:prepared) and send_by < :day order by id")
                .param("prepared", SafetyFile.PREPARED.stream().map(Enum::name).toList())
                .param("day", day)
                .query((row, n) -> SafetyFileId.of(row.getLong(1)))
                .list();
    }

    void register(SafetyFileId id, Registration said, boolean late) {
        jdbc.sql("update safety_file set workplace = ?, enterprise_size = ?, school_level = ?, armed_forces = ?,"
                        + " registration_number = ?, registered_on = ?, late = ? where id = ?")
                .params(said.workplace().name(), said.enterpriseSize(), said.schoolLevel(), said.armedForces())
                .params(said.number(), said.on(), late, id.value())
                .update();
    }

    void assess(SafetyFileId id, Assessment said) {
        jdbc.sql("update safety_file set headcount = ?, briefed = ?, guards = ?, minutes_number = ?, minutes_on = ?,"
                        + " attended = ? where id = ?")
                .params(said.headcount(), said.briefed(), said.guards(), said.minutesNumber(), said.minutesOn())
                .params(said.attended(), id.value())
                .update();
    }

    void judged(SafetyFileId id, boolean meets) {
        jdbc.sql("update safety_file set meets = ? where id = ?")
                .params(meets, id.value())
                .update();
    }

    void sent(SafetyFileId id, String to, LocalDate on) {
        jdbc.sql("update safety_file set sent_to = ?, sent_on = ? where id = ?")
                .params(to, on, id.value())
                .update();
    }

    void sendBy(SafetyFileId id, LocalDate day) {
        jdbc.sql("update safety_file set send_by = ? where id = ?")
                .params(day, id.value())
                .update();
    }

    void move(SafetyFileId id, State state) {
        move(id, state, null);
    }

    /** @param resume where it goes on when what is asked now is not done, null when nothing is asked */
    void move(SafetyFileId id, State state, State resume) {
        jdbc.sql("update safety_file set state = ?, resume_state = ? where id = ?")
                .params(state.name(), resume == null ? null : resume.name(), id.value())
                .update();
    }

    /** Ends it; what was given up leaves its place to another file of the year. */
    void end(SafetyFileId id, State end) {
        var frees = end == State.WITHDRAWN || end == State.NOT_AN_OBJECT;
        jdbc.sql("update safety_file set state = ?, resume_state = null, ended_on = ?, slot = "
                        + (frees ? "null" : "slot") + " where id = ?")
                .params(end.name(), LocalDate.now(clock), id.value())
                .update();
    }
}
