package vn.lantoa.reporting.consolidation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The latest accepted figures of subordinates that have no number this time, for indicators that stand until they are changed. */
@Component
class Carrying {

    private static final String LATEST =
            """
            from (%s) s join report c on c.id = s.child_report_id
            join report p on p.unit_id = c.unit_id and p.accepted_revision is not null and p.period_to < c.period_to
            join report_value v on v.report_id = p.id and v.revision = p.accepted_revision and v.code in (:latest)
             and v.statement = 'STATED'
            left join report_value o on o.report_id = s.child_report_id and o.revision = s.revision and o.code = v.code
             and o.dimension = v.dimension
            where (o.statement is null or o.statement = 'NOT_STATED') and not exists (
             select 1 from report q join report_value w on w.report_id = q.id and w.revision = q.accepted_revision
             where q.unit_id = c.unit_id and q.accepted_revision is not null and q.period_to < c.period_to
              and (q.period_to > p.period_to or (q.period_to = p.period_to and q.id > p.id))
              and w.code = v.code and w.dimension = v.dimension and w.statement = 'STATED')""";

    private final JdbcClient jdbc;

    Carrying(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One figure of an earlier period.
     *
     * @param saidNotStated whether the unit said this time that it has no number, else it said nothing
     */
    record Carried(long report, String code, String dimension, BigDecimal amount, boolean saidNotStated) {}

    List<Carried> of(Sources sources, List<String> latest) {
        if (latest.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(("select s.child_report_id, v.code, v.dimension, v.amount, o.statement " + LATEST)
                        .formatted(sources.sql()))
                .params(params(sources, latest))
                .query((row, n) -> new Carried(
                        row.getLong("child_report_id"),
                        row.getString("code"),
                        row.getString("dimension"),
                        row.getBigDecimal("amount"),
                        row.getString("statement") != null))
                .list();
    }

    /** Keeps them with what was taken: a restatement of the earlier report changes nothing that was added. */
    void keep(long consolidation, Sources sources, List<String> latest) {
        if (latest.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into consolidation_carried (consolidation_id, child_report_id, code, dimension, from_report_id, amount)
                        """
                                + ("select " + consolidation
                                                + ", s.child_report_id, v.code, v.dimension, p.id, v.amount " + LATEST)
                                        .formatted(sources.sql()))
                .params(params(sources, latest))
                .update();
    }

    private static LinkedHashMap<String, Object> params(Sources sources, List<String> latest) {
        var params = new LinkedHashMap<>(sources.params());
        params.put("latest", latest);
        return params;
    }
}
