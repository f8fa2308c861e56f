package vn.lantoa.reporting.consolidation;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import vn.lantoa.form.Qualifier;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.Figure;
import vn.lantoa.reporting.Indicator;
import vn.lantoa.reporting.Report;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportState;
import vn.lantoa.reporting.ReportingPeriod;

/** Rows of reports as they lie after their processes ended: trees of any shape without people and tasks. */
final class GrownReports {

    static final List<Indicator> INDICATORS = List.of(
            indicator("A2", "SUM_OF_LATEST", false),
            indicator("D1", "DISTINCT", false),
            indicator("D3", "SUM", false),
            indicator("B2", "SUM", false),
            indicator("D16", "COUNT_SUBORDINATES", false),
            indicator("G1", "SUM", true));

    private static final AtomicLong UNITS = new AtomicLong(7_000_000);
    private static final Timestamp AT = Timestamp.from(Instant.parse("2026-06-01T02:00:00Z"));

    private final JdbcClient jdbc;
    private final long list;

    GrownReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.list = key(
                "insert into indicator_list (digest, made_on) values (?, ?)",
                UUID.randomUUID().toString(),
                AT.toLocalDateTime().toLocalDate());
    }

    static UnitId unit() {
        return UnitId.of(UNITS.incrementAndGet());
    }

    /** A report that says nothing yet. */
    Report open(UnitId unit, UnitId parent, ReportingPeriod period, LocalDate to) {
        var id = key(
                """
                insert into report (unit_id, period, period_from, period_to, parent_id, level_no, path, list_id, state, draft_state,
                revision, due, on_day_off, days_late, entered_by_superior, opened_at, opened_by)
                values (?, ?, ?, ?, ?, 3, '/', ?, 'DRAFTING', 'DRAFTING', 0, ?, 'BACK', 0, false, ?, 1)""",
                unit.value(),
                period.key(),
                to.minusMonths(6),
                to,
                parent == null ? null : parent.value(),
                list,
                to,
                AT);
        return read(id, unit, parent, period, to, 0);
    }

    /** Its next revision; accepted, or waiting for it. */
    Report say(Report report, Map<String, Figure> figures, boolean accepted) {
        var revision = report.revision() + 1;
        jdbc.sql(
                        "insert into report_revision (report_id, revision, cause, made_by, made_at) values (?, ?, 'SUBMITTED', 1, ?)")
                .params(report.id().value(), revision, AT)
                .update();
        figures.forEach((key, figure) -> jdbc.sql(
                        """
                        insert into report_value (report_id, revision, code, dimension, statement, amount, qualifier, corrected, entered_by)
                        values (?, ?, ?, ?, ?, ?, ?, false, 1)""")
                .params(
                        report.id().value(),
                        revision,
                        Takings.code(key),
                        Takings.dimension(key),
                        figure.statement().name(),
                        figure.amount(),
                        figure.qualifier().name())
                .update());
        jdbc.sql(
                        "update report set revision = ?, state = ?, accepted_revision = case when ? then ? else accepted_revision end where id = ?")
                .params(
                        revision,
                        accepted ? "ACCEPTED" : "SENT",
                        accepted,
                        revision,
                        report.id().value())
                .update();
        return read(report.id().value(), report.unit(), report.parent(), report.period(), report.to(), revision);
    }

    static Figure stated(long amount, Qualifier qualifier) {
        return new Figure(Figure.Statement.STATED, BigDecimal.valueOf(amount), qualifier, null, null, false);
    }

    static Figure notStated() {
        return new Figure(Figure.Statement.NOT_STATED, null, Qualifier.EXACT, null, null, false);
    }

    private Report read(long id, UnitId unit, UnitId parent, ReportingPeriod period, LocalDate to, int revision) {
        return new Report(
                ReportId.of(id),
                unit,
                period,
                to.minusMonths(6),
                to,
                parent,
                3,
                list,
                ReportState.ACCEPTED,
                ReportState.DRAFTING,
                revision,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                AT.toInstant(),
                null);
    }

    private long key(String sql, Object... params) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(sql).params(params).update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    private static Indicator indicator(String code, String rollUp, boolean byRecipient) {
        return new Indicator(
                code, 1, "III.3", "III.3", code, "tổ", "stock", rollUp, false, false, true, byRecipient, false, null);
    }
}
