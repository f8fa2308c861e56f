package vn.lantoa.reporting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Dependents;
import vn.lantoa.organization.UnitId;

/** A unit that was asked for a report, or stands above one that was, cannot be taken back. */
@Component
class ReportDependents implements Dependents {

    private static final int HANDFUL = 500;

    private final JdbcClient jdbc;

    ReportDependents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Found> on(Collection<UnitId> units, int limit) {
        var ids = units.stream().map(UnitId::value).toList();
        var found = new ArrayList<Found>();
        for (var start = 0; start < ids.size() && found.size() < limit; start += HANDFUL) {
            found.addAll(jdbc.sql("select unit_id, count(*) as reports from report where unit_id in (:some)"
                            + " or parent_id in (:some) group by unit_id order by unit_id limit " + limit)
                    .param("some", ids.subList(start, Math.min(start + HANDFUL, ids.size())))
                    .query((row, n) -> new Found("reports", UnitId.of(row.getLong("unit_id")), row.getLong("reports")))
                    .list());
        }
        return found;
    }
}
