package vn.lantoa.models;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Dependents;
import vn.lantoa.organization.UnitId;

/** A unit that ran a site of a model cannot be taken back. */
@Component
class SiteDependents implements Dependents {

    private static final int HANDFUL = 500;

    private final JdbcClient jdbc;

    SiteDependents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Found> on(Collection<UnitId> units, int limit) {
        var ids = units.stream().map(UnitId::value).toList();
        var found = new ArrayList<Found>();
        for (var start = 0; start < ids.size() && found.size() < limit; start += HANDFUL) {
            found.addAll(jdbc.sql("select unit_id, count(*) as many from model_site where unit_id in (:some)"
                            + " group by unit_id order by unit_id limit " + limit)
                    .param("some", ids.subList(start, Math.min(start + HANDFUL, ids.size())))
                    .query((row, n) -> new Found("model-sites", UnitId.of(row.getLong("unit_id")), row.getLong("many")))
                    .list());
        }
        return found;
    }
}
