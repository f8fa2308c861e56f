package vn.lantoa.reporting.consolidation;

import java.util.List;
import java.util.Locale;
import vn.lantoa.bench.Findings;
import vn.lantoa.bench.Goal;
import vn.lantoa.bench.House;
import vn.lantoa.bench.Timing;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.Reports;
import vn.lantoa.reporting.SubordinateSums;

/** Adding up the accepted reports of very many direct subordinates, against the bare aggregate. */
public final class ConsolidationFigure {

    private static final String PERIOD = "2026-Y";
    private static final long FIRST_UNIT = 500_000_000L;

    private final House house;
    private final Findings findings;

    public ConsolidationFigure(House house, Findings findings) {
        this.house = house;
        this.findings = findings;
    }

    /**
     * Writes the reports and adds them up.
     *
     * @param root whose subordinates they are; its own report of another period is the pattern
     */
    public void measure(UnitId root, int reports, int indicators, int rounds) {
        var own = write(root, reports, indicators);
        var officer = house.officerOf(root);
        var report = house.bean(Reports.class).find(officer, ReportId.of(own)).report();
        var asked = house.bean(Reports.class).indicators(report);
        var sums = house.bean(SubordinateSums.class);
        var basis = sums.now(report, asked);
        if (basis.accepted() != reports || basis.byKey().isEmpty()) {
            throw new IllegalStateException("not added up: " + basis);
        }
        var medians = Timing.medians(rounds, () -> sums.now(report, asked), () -> bare(root), () -> house.jdbc()
                .sql(
                        "select count(*) from report c where c.parent_id = ? and c.period = ? and c.accepted_revision is not null")
                .params(root.value(), PERIOD)
                .query(Long.class)
                .single());
        findings.times(
                String.format(Locale.ROOT, "Consolidating %,d reports of %d indicators", reports, indicators),
                medians[0],
                "the bare aggregate (sum and count of each figure)",
                medians[1],
                Goal.CONSOLIDATION_AGAINST_BARE_SQL);
        var statements = house.databases().statementsOf(() -> sums.now(report, asked));
        findings.show(
                "Statements of a consolidation: " + statements.size() + "; plan of the one that adds",
                statements.stream()
                        .filter(statement -> statement.contains("sum(v.amount)"))
                        .map(house::plan)
                        .findFirst()
                        .orElseThrow());
    }

    private List<?> bare(UnitId root) {
        return house.jdbc()
                .sql(
                        """
                        select v.code, v.dimension, sum(v.amount), count(v.amount) from report c
                        join report_value v on v.report_id = c.id and v.revision = c.accepted_revision
                        where c.parent_id = ? and c.period = ? and c.accepted_revision is not null
                        group by v.code, v.dimension""")
                .params(root.value(), PERIOD)
                .query()
                .listOfRows();
    }

    /** Reports as accepted ones stand, by SQL: how they came is not measured here. The number of the root's own report. */
    private long write(UnitId root, int reports, int indicators) {
        var jdbc = house.jdbc();
        house.transaction().executeWithoutResult(status -> {
            var columns =
                    "unit_id, period, period_from, period_to, parent_id, level_no, path, list_id, state, draft_state, revision,"
                            + " due, on_day_off, days_late, entered_by_superior, opened_at, opened_by, accepted_revision";
            var values = ", '" + PERIOD
                    + "', date '2025-12-15', date '2026-12-14', %s, 2, p.path || n || '/', p.list_id, %s,"
                    + " 'DRAFTING', 1, p.due, p.on_day_off, 0, false, p.opened_at, p.opened_by, %s from report p";
            jdbc.sql("insert into report (" + columns + ") select p.unit_id"
                            + values.formatted("p.parent_id", "'DRAFTING'", "null")
                                    .replace("|| n ||", "||")
                            + " where p.unit_id = ? order by p.id limit 1")
                    .param(root.value())
                    .update();
            jdbc.sql("insert into report (" + columns + ") select " + FIRST_UNIT + " + n"
                            + values.formatted("p.unit_id", "'ACCEPTED'", "1")
                            + " cross join generate_series(1, ?) n where p.unit_id = ? and p.period = '" + PERIOD + "'")
                    .params(reports, root.value())
                    .update();
            jdbc.sql(
                            """
                            insert into report_revision (report_id, revision, cause, made_by, made_at)
                            select id, 1, 'SUBMITTED', 1, opened_at from report where parent_id = ? and period = ?""")
                    .params(root.value(), PERIOD)
                    .update();
            jdbc.sql(
                            """
                            insert into report_value (report_id, revision, code, dimension, statement, amount, qualifier,
                                corrected, entered_by)
                            select r.id, 1, i.code, '', case when (r.id + i.n) % 20 = 0 then 'NOT_STATED' else 'STATED' end,
                                case when (r.id + i.n) % 20 = 0 then null else (r.id * 7 + i.n * 13) % 500 end,
                                case when (r.id + i.n) % 50 = 0 then 'MORE_THAN' else 'EXACT' end, false, 1
                            from report r cross join (
                                select coalesce(c.code, 'Z' || g) as code, g as n from generate_series(1, ?) g
                                left join (select code, row_number() over (order by position) as k from report_indicator
                                    where list_id = (select list_id from report where unit_id = ? and period = ?)) c on c.k = g) i
                            where r.parent_id = ? and r.period = ?""")
                    .params(indicators, root.value(), PERIOD, root.value(), PERIOD)
                    .update();
        });
        jdbc.sql("analyze report").update();
        jdbc.sql("analyze report_value").update();
        return jdbc.sql("select id from report where unit_id = ? and period = ?")
                .params(root.value(), PERIOD)
                .query(Long.class)
                .single();
    }
}
