package vn.lantoa.models.catalogue;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.models.KindId;
import vn.lantoa.models.KindsMerged;
import vn.lantoa.models.ModelKind;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.SiteIndex;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Keeping the entries of the catalogue: by the unit that proposed an entry and its superiors. Nothing is ever deleted. */
@Component
public class KindKeeping {

    private final KindRows rows;
    private final ModelKinds kinds;
    private final KindShelf shelf;
    private final SiteIndex index;
    private final Units units;
    private final Access access;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    KindKeeping(
            KindRows rows,
            ModelKinds kinds,
            KindShelf shelf,
            SiteIndex index,
            Units units,
            Access access,
            Timeline timeline,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.kinds = kinds;
        this.shelf = shelf;
        this.index = index;
        this.units = units;
        this.access = access;
        this.timeline = timeline;
        this.audit = audit;
        this.events = events;
    }

    /** Whether this person keeps the entry. */
    public boolean keeps(Actor actor, ModelKind kind) {
        return access.may(actor, Right.SPREAD_MODEL, kind.keeper());
    }

    /** Whether this person may enter kinds at all. */
    public boolean enters(Actor actor) {
        return Right.SPREAD_MODEL.posts().stream().anyMatch(actor::holds);
    }

    /**
     * Enters a kind, kept by the highest unit whose officer the person is.
     *
     * @param another whether the person has seen those called alike and says that this is another
     * @throws NotAllowed for who keeps nothing
     */
    @Transactional
    public KindOutcome enter(Actor actor, KindText text, boolean another) {
        access.require(actor, Right.SPREAD_MODEL);
        var faults = text.faults();
        if (!faults.isEmpty()) {
            return new KindOutcome.Refused(faults);
        }
        rows.holdNames();
        var known = known(text.name(), null, another);
        if (known != null) {
            return known;
        }
        var keeper = keeperFor(actor);
        var id = rows.insert(null, text, keeper, actor.id());
        told("model-kind.entered", actor, id, keeper, Map.of(), text.name());
        return new KindOutcome.Done(id);
    }

    /** Writes the entry anew; its sites are found by the new name. */
    @Transactional
    public KindOutcome edit(Actor actor, KindId id, KindText text, boolean another) {
        rows.holdNames();
        var kind = kept(actor, id);
        if (kind.state() == ModelKind.State.MERGED) {
            return new KindOutcome.Conflict("models.kind.conflict.merged");
        }
        var faults = text.faults();
        if (!faults.isEmpty()) {
            return new KindOutcome.Refused(faults);
        }
        var renamed = !text.name().equals(kind.name());
        var known = renamed ? known(text.name(), id, another) : null;
        if (known != null) {
            return known;
        }
        rows.update(id, text);
        if (renamed) {
            index.indexAll(id);
        }
        told("model-kind.edited", actor, id, kind.keeper(), Map.of(), text.name());
        return new KindOutcome.Done(id);
    }

    /** Takes it out of what can be taken over, or puts it back; the sites that apply it live on. */
    @Transactional
    public KindOutcome offer(Actor actor, KindId id, boolean offered) {
        var kind = kept(actor, id);
        var state = offered ? ModelKind.State.OFFERED : ModelKind.State.WITHDRAWN;
        if (kind.state() == ModelKind.State.MERGED) {
            return new KindOutcome.Conflict("models.kind.conflict.merged");
        }
        if (kind.state() != state) {
            rows.state(id, state, null);
            told(
                    offered ? "model-kind.offered" : "model-kind.withdrawn",
                    actor,
                    id,
                    kind.keeper(),
                    Map.of(),
                    kind.name());
        }
        return new KindOutcome.Done(id);
    }

    /** Lets a kind go on as another: its sites move there, and whoever listens moves what is open; its page leads there. */
    @Transactional
    public KindOutcome merge(Actor actor, KindId from, KindId into) {
        // Always in the same order, so that two mergers of the same two kinds cannot wait for each other.
        if (from.value() > into.value()) {
            rows.lock(into);
        }
        var kind = kept(actor, from);
        rows.lock(into);
        var target = kinds.find(into).orElse(null);
        if (target == null || into.equals(from)) {
            return new KindOutcome.Refused(Map.of("into", "models.kind.refused.into"));
        }
        if (kind.state() == ModelKind.State.MERGED || target.state() != ModelKind.State.OFFERED) {
            return new KindOutcome.Conflict("models.kind.conflict.merged");
        }
        rows.goOn(from, into);
        rows.state(from, ModelKind.State.MERGED, into);
        index.indexAll(into);
        events.publishEvent(new KindsMerged(from, into));
        told("model-kind.merged", actor, from, kind.keeper(), Map.of("into", into.value()), kind.name(), target.name());
        told(
                "model-kind.grown",
                actor,
                into,
                target.keeper(),
                Map.of("from", from.value()),
                target.name(),
                kind.name());
        return new KindOutcome.Done(into);
    }

    /**
     * The entry, held until the transaction ends.
     *
     * @throws NotVisible when there is none to keep for the person, {@link NotAllowed} when the person may only read
     */
    private ModelKind kept(Actor actor, KindId id) {
        if (!rows.lock(id)) {
            throw new NotVisible("model kind " + id);
        }
        var kind = kinds.find(id).orElseThrow();
        access.require(actor, Right.SEE_MODEL, Right.SPREAD_MODEL, kind.keeper());
        return kind;
    }

    private KindOutcome.Known known(String name, KindId self, boolean another) {
        var all = shelf.all();
        var same = KindLikeness.same(name, self, all);
        var near = KindLikeness.near(name, self, all);
        return same.isEmpty() && (another || near.isEmpty()) ? null : new KindOutcome.Known(same, near);
    }

    private UnitId keeperFor(Actor actor) {
        return actor.unitsAs(Post.OFFICER).stream()
                .flatMap(unit -> units.find(unit).stream())
                .min(java.util.Comparator.comparingInt(Unit::level).thenComparing(Unit::id))
                .map(Unit::id)
                .orElseThrow(() -> new NotAllowed(Right.SPREAD_MODEL.name()));
    }

    private void told(String what, Actor actor, KindId id, UnitId unit, Map<String, ?> facts, String... names) {
        var key = KindDossiers.key(id);
        timeline.tell(key, "timeline." + what, actor, null, unit, null, names);
        audit.record(what, actor, key.toString(), unit, facts, Map.of("names", List.of(names)));
    }
}
