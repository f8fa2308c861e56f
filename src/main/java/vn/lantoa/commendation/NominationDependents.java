package vn.lantoa.commendation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Dependents;
import vn.lantoa.organization.UnitId;

/** A unit that proposed somebody cannot be taken back. */
@Component
class NominationDependents implements Dependents {

    private static final int HANDFUL = 500;

    private final JdbcClient jdbc;

    NominationDependents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Found> on(Collection<UnitId> units, int limit) {
        var ids = units.stream().map(UnitId::value).toList();
        var found = new ArrayList<Found>();
        for (var start = 0; start < ids.size() && found.size() < limit; start += HANDFUL) {
            found.addAll(jdbc.sql("select proposer_id, count(*) as many from nomination where proposer_id in (:some)"
                            + " group by proposer_id order by proposer_id limit " + limit)
                    .param("some", ids.subList(start, Math.min(start + HANDFUL, ids.size())))
                    .query((row, n) ->
                            new Found("nominations", UnitId.of(row.getLong("proposer_id")), row.getLong("many")))
                    .list());
        }
        return found;
    }
}
