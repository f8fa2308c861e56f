package vn.lantoa.models.adoption;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.models.KindId;
import vn.lantoa.models.ModelKind;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.SiteId;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** A superior invites units of its branch to take a kind over: many in one act, each with its own answer. */
@Component
public class Invitations {

    /** So many units in one act at most, so that a click is answered in time; who comes after is invited by the next. */
    public static final int MOST = 500;

    /** As many are begun in one transaction; what one of them loses leaves the others done. */
    private static final int AT_ONCE = 100;

    private final AdoptionBatch batch;
    private final Adoptions adoptions;
    private final ModelKinds kinds;
    private final Units units;
    private final Access access;
    private final TransactionTemplate transaction;

    Invitations(
            AdoptionBatch batch,
            Adoptions adoptions,
            ModelKinds kinds,
            Units units,
            Access access,
            TransactionTemplate transaction) {
        this.batch = batch;
        this.adoptions = adoptions;
        this.kinds = kinds;
        this.units = units;
        this.access = access;
        this.transaction = transaction;
    }

    /** What becomes of one unit; words: message {@code adoption.invitation.<NAME>}. */
    public enum Result {
        INVITED,
        /** It has an open adoption of this kind. */
        OPEN_ALREADY,
        /** It runs a site of this kind. */
        APPLIES_ALREADY,
        /** It is the inviting unit itself. */
        ITSELF,
        CLOSED,
        /** There is no such unit in the branch of who invites. */
        NOT_IN_BRANCH,
        /** Somebody else worked on it in the same moment. */
        MEANWHILE
    }

    /**
     * One line of the answer.
     *
     * @param asked the unit as it was named
     * @param unit null when there is no such unit in the branch
     * @param adoption null unless it was invited
     */
    public record Line(String asked, UnitId unit, String name, Result result, AdoptionId adoption) {}

    /** What became of an act of inviting. */
    public sealed interface Outcome {

        /** Everybody's line, in the order in which they were named. */
        record Done(List<Line> lines) implements Outcome {

            public long invited() {
                return lines.stream()
                        .filter(line -> line.result() == Result.INVITED)
                        .count();
            }
        }

        /** What was given cannot be right, at this field; nobody is invited. {@code message} is the key of the sentence. */
        record Refused(String field, String message) implements Outcome {}
    }

    /**
     * Whom to invite to what.
     *
     * @param inviter one of the actor's own units
     * @param source the site to copy, null for none in particular
     * @param named units by id or code
     * @param level in addition all units of this level below the inviter that have not begun yet; null for none
     */
    public record Wanted(UnitId inviter, KindId kind, SiteId source, Collection<String> named, Integer level) {}

    /**
     * Invites, each unit on its own.
     *
     * @throws vn.lantoa.organization.NotAllowed for who spreads models nowhere
     */
    public Outcome invite(Actor actor, Wanted wanted) {
        access.require(actor, Right.SPREAD_MODEL);
        if (wanted.inviter() == null || !actor.holds(Post.OFFICER, wanted.inviter())) {
            return new Outcome.Refused("inviter", "adoption.refused.inviter");
        }
        var kind = wanted.kind() == null ? null : kinds.find(wanted.kind()).orElse(null);
        if (kind == null || kind.state() != ModelKind.State.OFFERED) {
            return new Outcome.Refused("kind", "adoption.refused.kind");
        }
        if (wanted.source() != null && !adoptions.copied(actor, kind.id(), wanted.source())) {
            return new Outcome.Refused("source", "adoption.refused.source");
        }
        var asked = new LinkedHashMap<String, UnitId>();
        wanted.named().stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> asked.put(name, null));
        if (asked.size() > MOST) {
            return new Outcome.Refused("units", "adoption.refused.most");
        }
        asked.replaceAll((name, none) -> batch.named(name).orElse(null));
        if (wanted.level() != null) {
            batch.notYetBegun(wanted.inviter(), kind.id(), wanted.level(), MOST - asked.size())
                    .forEach(unit -> asked.putIfAbsent(unit.toString(), unit));
        }
        // A unit named by id, by code and by its level is one unit.
        var seen = new HashSet<UnitId>();
        asked.values().removeIf(unit -> unit != null && !seen.add(unit));
        return asked.isEmpty()
                ? new Outcome.Refused("units", "adoption.refused.nobody")
                : new Outcome.Done(inviteAll(actor, wanted, asked));
    }

    private List<Line> inviteAll(Actor actor, Wanted wanted, Map<String, UnitId> asked) {
        var targets = asked.values().stream()
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
        var results = new LinkedHashMap<UnitId, AdoptionBatch.Found>();
        for (var from = 0; from < targets.size(); from += AT_ONCE) {
            var chunk = targets.subList(from, Math.min(targets.size(), from + AT_ONCE));
            results.putAll(begin(actor, wanted, chunk));
        }
        var names = units.namesOf(results.keySet());
        var lines = new ArrayList<Line>();
        asked.forEach((name, unit) -> {
            var found = unit == null ? null : results.get(unit);
            var known = found != null && found.result() != Result.NOT_IN_BRANCH;
            lines.add(new Line(
                    name,
                    known ? unit : null,
                    known ? names.getOrDefault(unit, "") : null,
                    found == null ? Result.NOT_IN_BRANCH : found.result(),
                    found == null ? null : found.adoption()));
        });
        return List.copyOf(lines);
    }

    /** Who was invited by somebody else in the same moment is found so the second time; a third is not tried. */
    private Map<UnitId, AdoptionBatch.Found> begin(Actor actor, Wanted wanted, List<UnitId> chunk) {
        for (var turn = 0; turn < 2; turn++) {
            try {
                return transaction.execute(status -> batch.begin(actor, wanted, chunk));
            } catch (DuplicateKeyException | ConcurrencyFailureException quicker) {
                // Looked at anew below.
            }
        }
        var lost = new LinkedHashMap<UnitId, AdoptionBatch.Found>();
        chunk.forEach(unit -> lost.put(unit, new AdoptionBatch.Found(Result.MEANWHILE, null)));
        return lost;
    }

    /**
     * The units for which the person may invite, the highest first.
     *
     * @throws vn.lantoa.organization.NotAllowed for who spreads models nowhere
     */
    public List<Unit> invitersOf(Actor actor) {
        access.require(actor, Right.SPREAD_MODEL);
        return actor.unitsAs(Post.OFFICER).stream()
                .flatMap(unit -> units.find(unit).stream())
                .sorted(java.util.Comparator.comparing(Unit::level).thenComparing(Unit::name))
                .toList();
    }
}
