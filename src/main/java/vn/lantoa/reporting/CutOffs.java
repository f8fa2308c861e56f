package vn.lantoa.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.organization.UnitId;

/**
 * The cut-offs that a branch sets for itself: the unit works towards them, and missing one is never a lateness (DOMAIN §3.2). Where several
 * branches above a unit set one, the earliest holds; that is the nearest one, unless somebody above became stricter since.
 */
@Component
class CutOffs {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final WorkingDays workingDays;

    CutOffs(JdbcClient jdbc, JdbcTemplate batches, WorkingDays workingDays) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.workingDays = workingDays;
    }

    /** @param setBy the branch whose own rule it is */
    record CutOff(LocalDate lastDay, UnitId setBy) {}

    /** The branch's own date for a unit, moved back to a working day; empty when it has none or it is not earlier than what is judged. */
    Optional<CutOff> of(UnitId unit, ReportingPeriod period, int level, Deadlines.Due due) {
        if (period.kind() == ReportingPeriod.Kind.SPAN) {
            return Optional.empty();
        }
        return jdbc
                .sql(
                        """
                        select r.unit_id, r.due_month, r.due_day from report_cut_off_rule r
                        join unit_closure c on c.ancestor_id = r.unit_id
                        where c.descendant_id = :unit and r.period_kind = :kind and r.level_no = :level
                        and r.valid_from <= :on and (r.valid_to is null or r.valid_to >= :on)
                        order by r.due_month, r.due_day, c.depth""")
                .param("unit", unit.value())
                .param("kind", period.kind().name())
                .param("level", level)
                .param("on", DeadlineTable.decidedOn(period.kind(), period.year()))
                .query((row, n) -> read(period, row))
                .list()
                .stream()
                .findFirst()
                .filter(own -> own.lastDay().isBefore(due.lastDay()));
    }

    /** The same for several new reports of one period and level, found and kept with a handful of statements. */
    void freezeAll(Map<UnitId, ReportId> reports, ReportingPeriod period, int level, Deadlines.Due due) {
        if (period.kind() == ReportingPeriod.Kind.SPAN || reports.isEmpty()) {
            return;
        }
        var earliest = new LinkedHashMap<Long, CutOff>();
        jdbc.sql(
                        """
                        select c.descendant_id, r.unit_id, r.due_month, r.due_day from report_cut_off_rule r
                        join unit_closure c on c.ancestor_id = r.unit_id
                        where c.descendant_id in (:units) and r.period_kind = :kind and r.level_no = :level
                        and r.valid_from <= :on and (r.valid_to is null or r.valid_to >= :on)
                        order by r.due_month, r.due_day, c.depth""")
                .param("units", reports.keySet().stream().map(UnitId::value).toList())
                .param("kind", period.kind().name())
                .param("level", level)
                .param("on", DeadlineTable.decidedOn(period.kind(), period.year()))
                .query(row -> {
                    earliest.putIfAbsent(row.getLong("descendant_id"), read(period, row));
                });
        batches.batchUpdate(
                "insert into report_cut_off (report_id, last_day, set_by_unit) values (?, ?, ?)",
                earliest.entrySet().stream()
                        .filter(own -> own.getValue().lastDay().isBefore(due.lastDay()))
                        .map(own -> new Object[] {
                            reports.get(UnitId.of(own.getKey())).value(),
                            own.getValue().lastDay(),
                            own.getValue().setBy().value()
                        })
                        .toList());
    }

    private CutOff read(ReportingPeriod period, ResultSet row) throws SQLException {
        return new CutOff(
                workingDays.lastOnOrBefore(LocalDate.of(period.year(), row.getInt("due_month"), row.getInt("due_day"))),
                UnitId.of(row.getLong("unit_id")));
    }

    /** Keeps with a report what holds for it now; a later rule does not move it. */
    void freeze(ReportId report, CutOff cutOff) {
        jdbc.sql("insert into report_cut_off (report_id, last_day, set_by_unit) values (?, ?, ?)")
                .params(report.value(), cutOff.lastDay(), cutOff.setBy().value())
                .update();
    }

    /** The cut-offs of several reports, those that have one. */
    Map<ReportId, CutOff> of(Collection<ReportId> reports) {
        if (reports.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<ReportId, CutOff>();
        jdbc.sql("select report_id, last_day, set_by_unit from report_cut_off where report_id in (:reports)")
                .param("reports", reports.stream().map(ReportId::value).toList())
                .query(row -> {
                    found.put(
                            ReportId.of(row.getLong("report_id")),
                            new CutOff(
                                    row.getObject("last_day", LocalDate.class), UnitId.of(row.getLong("set_by_unit"))));
                });
        return found;
    }

    /** The cut-off a report was opened with. */
    Optional<CutOff> of(ReportId report) {
        return jdbc.sql("select last_day, set_by_unit from report_cut_off where report_id = ?")
                .param(report.value())
                .query((row, n) ->
                        new CutOff(row.getObject("last_day", LocalDate.class), UnitId.of(row.getLong("set_by_unit"))))
                .optional();
    }
}
