package vn.lantoa.reporting;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.Timeliness;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** The rows of table {@code report}. */
@Component
class ReportRows {

    private final JdbcClient jdbc;

    ReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Report> find(ReportId id) {
        return jdbc.sql("select * from report where id = ?")
                .param(id.value())
                .query(Report::read)
                .optional();
    }

    /** Several at once. */
    List<Report> findAll(Collection<ReportId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from report where id in (:ids) order by id")
                        .param("ids", ids.stream().map(ReportId::value).toList())
                        .query(Report::read)
                        .list();
    }

    /** Finds it and holds it until the transaction ends. */
    Report lock(ReportId id) {
        return jdbc.sql("select * from report where id = ? for update")
                .param(id.value())
                .query(Report::read)
                .single();
    }

    Optional<Report> find(UnitId unit, ReportingPeriod period) {
        return jdbc.sql("select * from report where unit_id = ? and period = ?")
                .params(unit.value(), period.key())
                .query(Report::read)
                .optional();
    }

    /** Those of several units' reports of a period that were opened. */
    List<Report> findAll(Collection<UnitId> units, ReportingPeriod period) {
        return units.isEmpty()
                ? List.of()
                : jdbc.sql("select * from report where period = :period and unit_id in (:units)")
                        .param("period", period.key())
                        .param("units", units.stream().map(UnitId::value).toList())
                        .query(Report::read)
                        .list();
    }

    /** Whether a direct subordinate was asked for the same period. */
    boolean anyBelow(Report report) {
        return jdbc.sql("select count(*) from report where parent_id = ? and period = ?")
                        .params(report.unit().value(), report.period().key())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The unit's last report about a time before this date in which something was sent. */
    Optional<Report> lastBefore(UnitId unit, LocalDate end) {
        return jdbc.sql(
                        """
                        select * from report where unit_id = ? and period_to < ? and first_sent_at is not null
                        order by period_to desc, id desc limit 1""")
                .params(unit.value(), end)
                .query(Report::read)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the unit has a report for the period already */
    ReportId insert(
            UnitId unit,
            ReportingPeriod period,
            ReportRules.Span span,
            UnitId parent,
            int level,
            String path,
            long list,
            Deadlines.Due due,
            PersonId by,
            Instant at) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into report (unit_id, period, period_from, period_to, parent_id, level_no, path, list_id, state,
                        draft_state, revision, due, on_day_off, days_late, entered_by_superior, opened_at, opened_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'DRAFTING', 'DRAFTING', 0, ?, ?, 0, false, ?, ?)""")
                .params(
                        unit.value(),
                        period.key(),
                        span.from(),
                        span.to(),
                        parent == null ? null : parent.value(),
                        level,
                        path,
                        list,
                        due.lastDay(),
                        due.onDayOff(),
                        Timestamp.from(at),
                        by.value())
                .update(key, "id");
        return ReportId.of(key.getKeyAs(Number.class).longValue());
    }

    void moveTo(ReportId id, ReportState state) {
        jdbc.sql("update report set state = ? where id = ?")
                .params(state.name(), id.value())
                .update();
    }

    void revise(ReportId id, int revision) {
        jdbc.sql("update report set revision = ? where id = ?")
                .params(revision, id.value())
                .update();
    }

    /** From now on drafting means this. */
    void draftAs(ReportId id, ReportState draftState, LocalDate until) {
        jdbc.sql("update report set draft_state = ?, returned_until = ? where id = ?")
                .params(draftState.name(), until, id.value())
                .update();
    }

    void sent(ReportId id, Instant at) {
        jdbc.sql("update report set draft_state = 'DRAFTING', last_sent_at = ? where id = ?")
                .params(Timestamp.from(at), id.value())
                .update();
    }

    /** The superior no longer has it; when it was sent first is not forgotten. */
    void takenBack(ReportId id) {
        jdbc.sql("update report set last_sent_at = null where id = ?")
                .param(id.value())
                .update();
    }

    /** Fixes the timeliness, once and for all. */
    void firstSent(ReportId id, Instant at, Timeliness timeliness) {
        jdbc.sql(
                        """
                        update report set first_sent_at = ?, timeliness = ?, days_late = ?
                        where id = ? and first_sent_at is null""")
                .params(Timestamp.from(at), timeliness.status().name(), timeliness.daysLate(), id.value())
                .update();
    }

    void accepted(ReportId id, boolean enteredBySuperior, Instant at) {
        jdbc.sql(
                        """
                        update report set state = 'ACCEPTED', draft_state = 'DRAFTING', returned_until = null, accepted_at = ?,
                        accepted_revision = revision, entered_by_superior = ? where id = ?""")
                .params(Timestamp.from(at), enteredBySuperior, id.value())
                .update();
    }

    /** Locked without a superior's acceptance. */
    void sentOutside(ReportId id) {
        jdbc.sql(
                        """
                        update report set state = 'SENT_OUTSIDE', draft_state = 'DRAFTING', returned_until = null where id = ?""")
                .param(id.value())
                .update();
    }

    void extend(ReportId id, LocalDate until, String reason, PersonId by) {
        jdbc.sql("update report set extended_until = ?, extension_reason = ?, extended_by = ? where id = ?")
                .params(until, reason, by.value(), id.value())
                .update();
    }
}
