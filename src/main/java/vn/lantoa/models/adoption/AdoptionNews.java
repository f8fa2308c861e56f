package vn.lantoa.models.adoption;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierChanged;
import vn.lantoa.engine.Processes;
import vn.lantoa.models.KindId;
import vn.lantoa.models.KindsMerged;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.SiteEnded;
import vn.lantoa.models.SiteReviewed;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitsMerged;

/**
 * What adoptions hear of: a founded site was reviewed or ended, two kinds or two units became one. Each is told by message to the adoption it
 * is about, found by its site, so that a kind with thousands of adoptions is no heavier than one with five.
 */
@Component
class AdoptionNews {

    private final AdoptionRows rows;
    private final Adoptions adoptions;
    private final AdoptionStory story;
    private final ModelKinds kinds;
    private final Processes processes;
    private final ApplicationEventPublisher publisher;
    private final JdbcClient jdbc;

    AdoptionNews(
            AdoptionRows rows,
            Adoptions adoptions,
            AdoptionStory story,
            ModelKinds kinds,
            Processes processes,
            ApplicationEventPublisher publisher,
            JdbcClient jdbc) {
        this.rows = rows;
        this.adoptions = adoptions;
        this.story = story;
        this.kinds = kinds;
        this.processes = processes;
        this.publisher = publisher;
        this.jdbc = jdbc;
    }

    /** The first review makes the adoption, whatever it found: what needs repair is the site's own business from then on. */
    @EventListener
    void on(SiteReviewed reviewed) {
        rows.awaiting(reviewed.site())
                .ifPresent(id -> processes.tell(
                        Words.REVIEWED, id.dossier(), Map.of(Words.ENDING, AdoptionState.ADOPTED.name())));
    }

    /** A site that ended before its first review was given up. */
    @EventListener
    void on(SiteEnded ended) {
        rows.awaiting(ended.site()).ifPresent(id -> {
            rows.because(id, GiveUpReason.SITE_ENDED, null);
            processes.tell(Words.SITE_ENDED, id.dossier(), Map.of(Words.ENDING, AdoptionState.GIVEN_UP.name()));
        });
    }

    /** What is open of the first kind goes on under the second. */
    @EventListener
    void on(KindsMerged merged) {
        var names = new String[] {nameOf(merged.from()), nameOf(merged.into())};
        var twice = pairs(
                "select a.id, b.id from model_adoption a join model_adoption b on b.unit_id = a.unit_id"
                        + " and b.open_kind_id = ? where a.open_kind_id = ? order by a.id",
                merged.into().value(),
                merged.from().value());
        twice.forEach(two -> join(two, names));
        var touched = openOf("open_kind_id", merged.from().value());
        jdbc.sql("update model_adoption set kind_id = ?, open_kind_id = ? where open_kind_id = ?")
                .params(
                        merged.into().value(),
                        merged.into().value(),
                        merged.from().value())
                .update();
        // What has ended counts where its sites count from now on.
        jdbc.sql("update model_adoption set kind_id = ? where kind_id = ?")
                .params(merged.into().value(), merged.from().value())
                .update();
        rows.findAll(touched).forEach(adoption -> {
            story.tell(adoption, "kinds-merged", null, null, null, names);
            publisher.publishEvent(new DossierChanged(adoption.id().dossier()));
        });
    }

    /** What a unit has open goes on with the unit as which it goes on; who was invited by it is invited by that one. */
    @EventListener
    void on(UnitsMerged merged) {
        var names = new String[] {story.nameOf(merged.from()), story.nameOf(merged.into())};
        var twice = pairs(
                "select a.id, b.id from model_adoption a join model_adoption b on b.open_kind_id = a.open_kind_id"
                        + " and b.unit_id = ? where a.unit_id = ? order by a.id",
                merged.into().value(),
                merged.from().value());
        twice.forEach(two -> join(two, names));
        var touched =
                openOf("open_kind_id is not null and unit_id", merged.from().value());
        move(merged.from(), merged.into());
        rows.findAll(touched).forEach(adoption -> {
            story.tell(adoption, "units-merged", null, null, null, names);
            publisher.publishEvent(new DossierChanged(adoption.id().dossier()));
        });
    }

    private void move(UnitId from, UnitId into) {
        jdbc.sql("update model_adoption set unit_id = ? where unit_id = ? and open_kind_id is not null")
                .params(into.value(), from.value())
                .update();
        jdbc.sql("update model_adoption set invited_by = ? where invited_by = ? and open_kind_id is not null")
                .params(into.value(), from.value())
                .update();
    }

    /** Of two of one unit for one kind the one goes on that has come further; the other ends with a note that says so. */
    private void join(List<AdoptionId> two, String[] names) {
        var first = rows.lock(two.get(0));
        var second = rows.lock(two.get(1));
        var stays = first.state().compareTo(second.state()) > 0 ? first : second;
        var goes = stays == first ? second : first;
        rows.joined(goes.id(), stays.id());
        story.tell(stays, "took-in", null, null, null, names);
        adoptions.tellTakenBack(goes.id(), AdoptionState.JOINED);
    }

    private List<List<AdoptionId>> pairs(String sql, long into, long from) {
        return jdbc.sql(sql)
                .params(into, from)
                .query((row, n) -> List.of(AdoptionId.of(row.getLong(1)), AdoptionId.of(row.getLong(2))))
                .list();
    }

    private List<AdoptionId> openOf(String which, long value) {
        return jdbc.sql("select id from model_adoption where " + which + " = ? order by id")
                .param(value)
                .query((row, n) -> AdoptionId.of(row.getLong(1)))
                .list();
    }

    private String nameOf(KindId kind) {
        return kinds.find(kind).map(one -> one.name()).orElse("");
    }
}
