package vn.lantoa.models;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierChanged;
import vn.lantoa.organization.RightsChanged;
import vn.lantoa.organization.UnitsMerged;

/**
 * A unit that goes on as another: its sites move there with their open tasks. The days before stay the old unit's, and what is decided
 * about sites of others goes on at the new one.
 */
@Component("modelSuccessions")
class Successions {

    private final JdbcClient jdbc;
    private final SiteRows rows;
    private final SiteStates states;
    private final SiteStory story;
    private final ApplicationEventPublisher events;

    Successions(JdbcClient jdbc, SiteRows rows, SiteStates states, SiteStory story, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.states = states;
        this.story = story;
        this.events = events;
    }

    /** A unit with another superior: what waits for the superior waits for the new one, by the tree of today. */
    @EventListener
    void on(RightsChanged changed) {
        if (changed.action().equals("unit.moved") && changed.unit() != null) {
            rows.of(changed.unit()).forEach(id -> events.publishEvent(new DossierChanged(id.dossier())));
        }
    }

    @EventListener
    void on(UnitsMerged merged) {
        rows.of(merged.from()).forEach(id -> {
            var site = rows.lock(id);
            states.moved(site, merged.into());
            story.site(rows.find(id).orElseThrow(), "moved", null, null, null);
            events.publishEvent(new DossierChanged(id.dossier()));
        });
        List<Long> decided = jdbc.sql(
                        """
                        select m.id from model_site m where m.ended_on is null and m.unit_id <> :into and
                        (exists (select 1 from model_recognition r where r.site_id = m.id and r.issuer_id = :from)
                         or exists (select 1 from model_measure x where x.site_id = m.id and x.decider_id = :from)
                         or exists (select 1 from unit_closure c where c.descendant_id = m.unit_id and c.depth = 1
                          and c.ancestor_id in (:from, :into)))
                        order by m.id""")
                .param("from", merged.from().value())
                .param("into", merged.into().value())
                .query(Long.class)
                .list();
        decided.forEach(
                id -> events.publishEvent(new DossierChanged(SiteId.of(id).dossier())));
    }
}
