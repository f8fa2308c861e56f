package vn.lantoa.reporting.consolidation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.reporting.Indicator;
import vn.lantoa.reporting.Report;
import vn.lantoa.reporting.SubordinateSums.Total;

/**
 * Adds up reports, each indicator by its roll-up (DOMAIN §3.4):
 *
 * <ul>
 *   <li>SUM: the stated numbers added; "không có số liệu", "đang chờ" and silence are counted apart and never as zero;
 *   <li>SUM_OF_LATEST: the same, and an accepted subordinate that has no number this time counts with its latest accepted one, as an estimate;
 *   <li>DISTINCT: kinds may be the same in two units, so the sum is a range: at least the most that one unit has, at most all together;
 *   <li>COUNT_SUBORDINATES: how many direct subordinates have more than none of the figure counted; never a sum of their own counts;
 *   <li>RATIO: not here; recomputed from the sums of its terms.
 * </ul>
 *
 * Collectives and individuals are added separately; where a unit gave one total for both, all become one total. A sum is as exact as its least
 * exact part ({@link vn.lantoa.reporting.Qualifier#with}). Whatever the number of reports, it is one statement.
 */
@Component
class Adding {

    /**
     * The revision is compared as a range of one: by "=" PostgreSQL expects a two-hundredth of the values and sorts them all instead of hashing
     * them into sixty groups (ADR 41).
     */
    private static final String ADDED =
            """
            select v.code, v.dimension, sum(v.amount) as total, max(v.amount) as largest, count(v.amount) as stated,
             sum(case when v.statement = 'NOT_STATED' then 1 else 0 end) as not_stated,
             sum(case when v.statement = 'PENDING' then 1 else 0 end) as pending,
             sum(case when v.amount > 0 then 1 else 0 end) as positive,
             sum(case when v.qualifier = 'MORE_THAN' then 1 else 0 end) as q_more_than,
             sum(case when v.qualifier = 'OVER' then 1 else 0 end) as q_over,
             sum(case when v.qualifier = 'ALMOST' then 1 else 0 end) as q_almost,
             sum(case when v.qualifier = 'ABOUT' then 1 else 0 end) as q_about
            from (%s) s join report_value v on v.report_id = s.child_report_id and v.revision between s.revision and s.revision
            group by v.code, v.dimension""";

    private final JdbcClient jdbc;
    private final Carrying carrying;
    private final RollUps rollUps;

    Adding(JdbcClient jdbc, Carrying carrying, RollUps rollUps) {
        this.jdbc = jdbc;
        this.carrying = carrying;
        this.rollUps = rollUps;
    }

    /** The sums of these reports by key, in the order of the indicators. */
    Map<String, Total> add(Report report, Sources sources, List<Indicator> indicators) {
        var added = new HashMap<String, Added>();
        jdbc.sql(ADDED.formatted(sources.sql())).params(sources.params()).query(row -> {
            added.put(key(row.getString("code"), row.getString("dimension")), Added.read(row));
        });
        for (var carried : carrying.of(sources, RollUps.latest(indicators))) {
            added.merge(
                    key(carried.code(), carried.dimension()),
                    Added.NOTHING.carrying(carried.amount(), false),
                    (sum, nothing) -> sum.carrying(carried.amount(), carried.saidNotStated()));
        }
        return rolledUp(added, indicators, rollUps.counted(report));
    }

    static String key(String code, String dimension) {
        return dimension.isEmpty() ? code : code + "." + dimension;
    }

    private static Map<String, Total> rolledUp(
            Map<String, Added> added, List<Indicator> indicators, Map<String, String> counted) {
        var totals = new LinkedHashMap<String, Total>();
        for (var indicator : indicators) {
            var code = indicator.code();
            switch (indicator.rollUp()) {
                case "RATIO" -> {}
                case "COUNT_SUBORDINATES" -> {
                    var of = added.get(counted.get(code));
                    if (of != null) {
                        totals.put(code, of.asCount());
                    }
                }
                case "DISTINCT" -> {
                    if (added.containsKey(code)) {
                        totals.put(code, added.get(code).asKinds());
                    }
                }
                default -> summed(added, indicator, totals);
            }
        }
        return totals;
    }

    private static void summed(Map<String, Added> added, Indicator indicator, Map<String, Total> totals) {
        var whole = added.get(indicator.code());
        if (whole != null) {
            var parts = indicator.keys().stream()
                    .filter(key -> !key.equals(indicator.code()))
                    .map(key -> added.getOrDefault(key, Added.NOTHING))
                    .reduce(Added.NOTHING, Added::and);
            totals.put(indicator.code(), whole.beside(parts).asSum());
            return;
        }
        for (var key : indicator.keys()) {
            if (added.containsKey(key)) {
                totals.put(key, added.get(key).asSum());
            }
        }
    }
}
