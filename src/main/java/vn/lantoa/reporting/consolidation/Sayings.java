package vn.lantoa.reporting.consolidation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Qualifier;
import vn.lantoa.reporting.Figure;
import vn.lantoa.reporting.Indicator;

/** What the reports of a sum say about one figure, by the id of the report. */
@Component
class Sayings {

    private static final String SAID =
            """
            select s.child_report_id, v.statement, v.amount, v.qualifier, v.reason, n.statement as now_statement,
             n.amount as now_amount, n.qualifier as now_qualifier, n.reason as now_reason,
             case when c.accepted_revision > s.revision then 1 else 0 end as restated
            from (%s) s join report c on c.id = s.child_report_id
            left join report_value v on v.report_id = c.id and v.revision = s.revision and v.code = :code
             and v.dimension = :dimension
            left join report_value n on n.report_id = c.id and n.revision = c.accepted_revision and n.code = :code
             and n.dimension = :dimension""";

    private static final String APPROVED =
            """
            select a.report_id, p.name, a.acted_at from report_submission a join (
             select b.report_id, max(b.id) as last_id from report_submission b join (%s) s on s.child_report_id = b.report_id
             where b.act = 'approve' and b.acted_by is not null and b.revision <= s.revision group by b.report_id) l
            on l.last_id = a.id left join person p on p.id = a.acted_by""";

    private static final String EVERYTHING =
            """
            select s.child_report_id, v.code, v.dimension, v.statement, v.amount, v.qualifier, v.reason
            from (%s) s join report_value v on v.report_id = s.child_report_id and v.revision = s.revision""";

    private final JdbcClient jdbc;
    private final Carrying carrying;

    Sayings(JdbcClient jdbc, Carrying carrying) {
        this.jdbc = jdbc;
        this.carrying = carrying;
    }

    /** @param since what it says by now where that differs, else null; that it says nothing any more is not stated */
    record Said(Figure figure, boolean carried, Figure since) {

        static final Said NOTHING = new Said(null, false, null);
    }

    /** Who approved, and when. */
    record Approval(String by, Instant at) {}

    Map<Long, Said> of(Sources sources, String key, Optional<Takings.Taking> taking, List<Indicator> indicators) {
        var said = new HashMap<Long, Said>();
        jdbc.sql(SAID.formatted(sources.sql()))
                .params(sources.params())
                .param("code", Takings.code(key))
                .param("dimension", Takings.dimension(key))
                .query(row -> {
                    said.put(row.getLong("child_report_id"), read(row));
                });
        carried(sources, key, taking, indicators)
                .forEach((report, amount) -> said.put(
                        report,
                        new Said(
                                new Figure(Figure.Statement.STATED, amount, Qualifier.ABOUT, null, null, false),
                                true,
                                said.getOrDefault(report, Said.NOTHING).since())));
        return said;
    }

    /** Every figure of every report of the sum. */
    Map<Long, Map<String, Figure>> all(Sources sources) {
        var all = new HashMap<Long, Map<String, Figure>>();
        jdbc.sql(EVERYTHING.formatted(sources.sql())).params(sources.params()).query(row -> {
            all.computeIfAbsent(row.getLong("child_report_id"), report -> new HashMap<>())
                    .put(Adding.key(row.getString("code"), row.getString("dimension")), figure(row, ""));
        });
        return all;
    }

    Map<Long, Approval> approvals(Sources sources) {
        var approvals = new HashMap<Long, Approval>();
        jdbc.sql(APPROVED.formatted(sources.sql())).params(sources.params()).query(row -> {
            approvals.put(
                    row.getLong("report_id"),
                    new Approval(
                            row.getString("name"), row.getTimestamp("acted_at").toInstant()));
        });
        return approvals;
    }

    private Map<Long, BigDecimal> carried(
            Sources sources, String key, Optional<Takings.Taking> taking, List<Indicator> indicators) {
        var code = Takings.code(key);
        var carried = new HashMap<Long, BigDecimal>();
        if (!RollUps.latest(indicators).contains(code)) {
            return carried;
        }
        if (taking.isEmpty()) {
            carrying.of(sources, List.of(code)).stream()
                    .filter(one -> one.dimension().equals(Takings.dimension(key)))
                    .forEach(one -> carried.put(one.report(), one.amount()));
            return carried;
        }
        jdbc.sql(
                        """
                        select child_report_id, amount from consolidation_carried
                        where consolidation_id = ? and code = ? and dimension = ?""")
                .params(taking.get().id(), code, Takings.dimension(key))
                .query(row -> {
                    carried.put(row.getLong("child_report_id"), row.getBigDecimal("amount"));
                });
        return carried;
    }

    private static Said read(ResultSet row) throws SQLException {
        var figure = figure(row, "");
        if (row.getInt("restated") == 0) {
            return new Said(figure, false, null);
        }
        var now = figure(row, "now_");
        var stated =
                now == null ? new Figure(Figure.Statement.NOT_STATED, null, Qualifier.EXACT, null, null, false) : now;
        var same = figure == null ? now == null : now != null && same(figure, now);
        return new Said(figure, false, same ? null : stated);
    }

    private static boolean same(Figure one, Figure other) {
        return one.statement() == other.statement()
                && one.qualifier() == other.qualifier()
                && (one.amount() == null || one.amount().compareTo(other.amount()) == 0);
    }

    private static Figure figure(ResultSet row, String prefix) throws SQLException {
        var statement = row.getString(prefix + "statement");
        return statement == null
                ? null
                : new Figure(
                        Figure.Statement.valueOf(statement),
                        row.getBigDecimal(prefix + "amount"),
                        Qualifier.valueOf(row.getString(prefix + "qualifier")),
                        row.getString(prefix + "reason"),
                        null,
                        false);
    }
}
