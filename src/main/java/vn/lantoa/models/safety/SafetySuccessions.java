package vn.lantoa.models.safety;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierChanged;
import vn.lantoa.organization.Dependents;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitsMerged;

/** A unit that goes on as another takes its open file along; what was registered and decided keeps the old name. Units with files stay. */
@Component
class SafetySuccessions implements Dependents {

    private static final int HANDFUL = 500;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher publisher;

    SafetySuccessions(JdbcClient jdbc, ApplicationEventPublisher publisher) {
        this.jdbc = jdbc;
        this.publisher = publisher;
    }

    @EventListener
    void on(UnitsMerged merged) {
        jdbc.sql("select id from safety_file where unit_id = ? and ended_on is null order by id")
                .param(merged.from().value())
                .query(Long.class)
                .list()
                .forEach(id -> publisher.publishEvent(
                        new DossierChanged(SafetyFileId.of(id).dossier())));
    }

    @Override
    public List<Found> on(Collection<UnitId> units, int limit) {
        var ids = units.stream().map(UnitId::value).toList();
        var found = new ArrayList<Found>();
        for (var start = 0; start < ids.size() && found.size() < limit; start += HANDFUL) {
            found.addAll(jdbc.sql("select unit_id, count(*) as many from safety_file where unit_id in (:some)"
                            + " group by unit_id order by unit_id limit " + limit)
                    .param("some", ids.subList(start, Math.min(start + HANDFUL, ids.size())))
                    .query((row, n) ->
                            new Found("safety-files", UnitId.of(row.getLong("unit_id")), row.getLong("many")))
                    .list());
        }
        return found;
    }
}
