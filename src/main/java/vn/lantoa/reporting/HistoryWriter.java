package vn.lantoa.reporting;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.Timeliness;
import vn.lantoa.organization.PersonId;

/** Writes accepted reports in batches, asking no rights and starting no process: for histories of generated trees only. */
@Component
class HistoryWriter {

    private static final String REPORT =
            """
            insert into report (unit_id, period, period_from, period_to, parent_id, level_no, path, list_id, state, draft_state,
            revision, due, on_day_off, first_sent_at, last_sent_at, timeliness, days_late, entered_by_superior, opened_at,
            opened_by, accepted_at, accepted_revision)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'ACCEPTED', 'DRAFTING', 1, ?, ?, ?, ?, ?, ?, false, ?, ?, ?, 1)""";

    private final JdbcTemplate jdbc;

    HistoryWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One report as it will stand. */
    record Past(
            ReportBatch.Frame frame,
            long unit,
            long parent,
            int level,
            String path,
            Instant sent,
            Timeliness timeliness,
            Map<String, Figure> figures) {}

    /** Writes them; how many figures there were. */
    long write(List<Past> reports, PersonId by) {
        var ids = reports(reports, by);
        var revisions = new ArrayList<Object[]>();
        var values = new ArrayList<Object[]>();
        var acts = new ArrayList<Object[]>();
        for (var i = 0; i < reports.size(); i++) {
            var report = reports.get(i);
            var id = ids.get(i);
            var sent = Timestamp.from(report.sent());
            revisions.add(new Object[] {id, by.value(), sent});
            acts.add(new Object[] {id, "sent", sent});
            acts.add(new Object[] {id, "locked", Timestamp.from(accepted(report))});
            report.figures()
                    .forEach((code, figure) -> values.add(new Object[] {
                        id,
                        code,
                        figure.statement().name(),
                        figure.amount(),
                        figure.qualifier().name(),
                        by.value()
                    }));
        }
        jdbc.batchUpdate(
                "insert into report_revision (report_id, revision, cause, made_by, made_at) values (?, 1, 'SUBMITTED', ?, ?)",
                revisions);
        jdbc.batchUpdate(
                """
                insert into report_value (report_id, revision, code, dimension, statement, amount, qualifier, corrected,
                entered_by) values (?, 1, ?, '', ?, ?, ?, false, ?)""",
                values);
        jdbc.batchUpdate(
                "insert into report_submission (report_id, revision, act, acted_at) values (?, 1, ?, ?)", acts);
        return values.size();
    }

    private static Instant accepted(Past report) {
        return report.sent().plusSeconds(3 * 86_400);
    }

    private List<Long> reports(List<Past> reports, PersonId by) {
        var keys = new GeneratedKeyHolder();
        jdbc.batchUpdate(
                connection -> connection.prepareStatement(REPORT, new String[] {"id"}),
                new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(PreparedStatement row, int i) throws SQLException {
                        bind(row, reports.get(i), by);
                    }

                    @Override
                    public int getBatchSize() {
                        return reports.size();
                    }
                },
                keys);
        return keys.getKeyList().stream()
                .map(key -> ((Number) key.values().iterator().next()).longValue())
                .toList();
    }

    private static void bind(PreparedStatement row, Past report, PersonId by) throws SQLException {
        var frame = report.frame();
        var due = frame.dues().get(report.level());
        var sent = Timestamp.from(report.sent());
        row.setLong(1, report.unit());
        row.setString(2, frame.period().key());
        row.setObject(3, frame.from());
        row.setObject(4, frame.to());
        row.setLong(5, report.parent());
        row.setInt(6, report.level());
        row.setString(7, report.path());
        row.setLong(8, frame.list());
        row.setObject(9, due.lastDay());
        row.setString(10, due.onDayOff());
        row.setTimestamp(11, sent);
        row.setTimestamp(12, sent);
        row.setString(13, report.timeliness().status().name());
        row.setInt(14, report.timeliness().daysLate());
        row.setTimestamp(15, Timestamp.from(report.sent().minusSeconds(20 * 86_400)));
        row.setLong(16, by.value());
        row.setTimestamp(17, Timestamp.from(accepted(report)));
    }
}
