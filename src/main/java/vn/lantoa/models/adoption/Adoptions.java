package vn.lantoa.models.adoption;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.engine.Processes;
import vn.lantoa.models.KindId;
import vn.lantoa.models.ModelKind;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.ModelSites;
import vn.lantoa.models.SiteId;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Adoptions one by one: a unit asks to take a kind over, and what was begun is taken back. */
@Component
public class Adoptions {

    private final AdoptionRows rows;
    private final AdoptionTerms terms;
    private final AdoptionStory story;
    private final ModelKinds kinds;
    private final ModelSites sites;
    private final Units units;
    private final Access access;
    private final Processes processes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Adoptions(
            AdoptionRows rows,
            AdoptionTerms terms,
            AdoptionStory story,
            ModelKinds kinds,
            ModelSites sites,
            Units units,
            Access access,
            Processes processes,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.terms = terms;
        this.story = story;
        this.kinds = kinds;
        this.sites = sites;
        this.units = units;
        this.access = access;
        this.processes = processes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * One adoption.
     *
     * @throws NotVisible when there is none for the person
     */
    public Adoption find(Actor actor, AdoptionId id) {
        return rows.find(id)
                .filter(adoption -> visibleTo(adoption, actor))
                .orElseThrow(() -> new NotVisible("model adoption " + id));
    }

    boolean visibleTo(Adoption adoption, Actor actor) {
        return access.may(actor, Right.SEE_MODEL, adoption.unit());
    }

    /**
     * Asks to take a kind over. The superior's officer gives a word first; a unit without a superior plans at once.
     *
     * @param unit who wants to; one of the actor's own
     * @param source the site to copy, null for none in particular
     * @throws vn.lantoa.organization.NotAllowed for who builds models nowhere
     */
    public AdoptionOutcome ask(Actor actor, UnitId unit, KindId kind, SiteId source) {
        access.require(actor, Right.BUILD_MODEL);
        if (unit == null) {
            return AdoptionOutcome.Refused.at("unit", "adoption.refused.unit");
        }
        access.require(actor, Right.SEE_MODEL, Right.BUILD_MODEL, unit);
        var offered = kind == null ? null : kinds.find(kind).orElse(null);
        if (offered == null || offered.state() != ModelKind.State.OFFERED) {
            return AdoptionOutcome.Refused.at("kind", "adoption.refused.kind");
        }
        if (source != null && !copied(actor, kind, source)) {
            return AdoptionOutcome.Refused.at("source", "adoption.refused.source");
        }
        if (source != null && sites.find(source).orElseThrow().unit().equals(unit)) {
            return AdoptionOutcome.Refused.at("source", "adoption.refused.own-source");
        }
        try {
            return transaction.execute(status -> asked(actor, unit, kind, source));
        } catch (DuplicateKeyException quicker) {
            // Another person of the unit pressed the button in the same moment.
            return new AdoptionOutcome.Conflict("adoption.conflict.open");
        }
    }

    /**
     * The units for which the person may ask, the highest first.
     *
     * @throws vn.lantoa.organization.NotAllowed for who builds models nowhere
     */
    public List<Unit> askersOf(Actor actor) {
        access.require(actor, Right.BUILD_MODEL);
        return actor.unitsAs(Post.OFFICER).stream()
                .flatMap(unit -> units.find(unit).stream())
                .sorted(Comparator.comparing(Unit::level).thenComparing(Unit::name))
                .toList();
    }

    private AdoptionOutcome asked(Actor actor, UnitId unit, KindId kind, SiteId source) {
        if (rows.open(unit, kind).isPresent()) {
            return new AdoptionOutcome.Conflict("adoption.conflict.open");
        }
        var alone = units.superiorOf(unit).isEmpty();
        var state = alone ? AdoptionState.PLANNING : AdoptionState.REQUESTED;
        var id = rows.insert(kind, source, unit, state, terms.due(state, LocalDate.now(clock)), actor.id());
        story.tell(rows.find(id).orElseThrow(), "asked", actor, Right.BUILD_MODEL, null);
        processes.start(Words.PROCESS, id.dossier(), Map.of(Words.OPENING, alone ? Words.OWN : Words.ASKED));
        return new AdoptionOutcome.Done(id);
    }

    /** Whether a site of this kind is alive and so can be copied. */
    boolean copied(Actor actor, KindId kind, SiteId source) {
        return sites.find(source)
                .filter(site -> site.kind().equals(kind) && site.state().alive())
                .filter(site -> sites.visibleTo(site, actor))
                .isPresent();
    }

    /** The unit takes its request back before the superior has answered; the reason holds no name. */
    public AdoptionOutcome withdraw(Actor actor, AdoptionId id, String reason) {
        var seen = find(actor, id);
        access.require(actor, Right.SEE_MODEL, Right.BUILD_MODEL, seen.unit());
        return takeBack(actor, id, reason, Right.BUILD_MODEL);
    }

    /** The superior takes its invitation back before the unit has answered; so may those above it. */
    public AdoptionOutcome recall(Actor actor, AdoptionId id, String reason) {
        var seen = find(actor, id);
        access.require(actor, Right.SEE_MODEL, Right.SPREAD_MODEL, seen.unit());
        return takeBack(actor, id, reason, Right.SPREAD_MODEL);
    }

    private AdoptionOutcome takeBack(Actor actor, AdoptionId id, String reason, Right right) {
        if (reason == null || reason.isBlank() || reason.length() > 1000) {
            return AdoptionOutcome.Refused.at("reason", "adoption.refused.reason");
        }
        return transaction.execute(status -> {
            var adoption = rows.lock(id);
            var may = right == Right.BUILD_MODEL ? mayWithdraw(adoption, actor) : mayRecall(adoption, actor);
            if (!may) {
                return new AdoptionOutcome.Conflict("adoption.conflict.state");
            }
            rows.because(id, null, reason.strip());
            story.tell(adoption, right == Right.BUILD_MODEL ? "withdrawn" : "recalled", actor, right, reason.strip());
            return tellTakenBack(id, AdoptionState.TAKEN_BACK)
                    ? new AdoptionOutcome.Done(id)
                    : new AdoptionOutcome.Conflict("adoption.conflict.state");
        });
    }

    /** Ends it wherever its process waits. */
    boolean tellTakenBack(AdoptionId id, AdoptionState end) {
        return processes.tell(Words.TAKEN_BACK, id.dossier(), Map.of(Words.ENDING, end.name()));
    }

    boolean mayWithdraw(Adoption adoption, Actor actor) {
        return adoption.state() == AdoptionState.REQUESTED && access.may(actor, Right.BUILD_MODEL, adoption.unit());
    }

    boolean mayRecall(Adoption adoption, Actor actor) {
        return adoption.state() == AdoptionState.INVITED
                && adoption.invitedBy() != null
                && access.may(actor, Right.SPREAD_MODEL, adoption.invitedBy());
    }
}
