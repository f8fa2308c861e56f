package vn.lantoa.models;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.form.Qualifier;
import vn.lantoa.models.ClaimRows.About;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Right;

/**
 * What sources say about a site or a kind. Those that differ stand side by side and are in conflict; one of each fact is chosen for counting
 * and for checks, none is ever overwritten.
 */
@Component("modelClaims")
public class Claims {

    /** What is claimed; words: message {@code models.claim-fact.<NAME>}. */
    public enum Fact {
        FOUNDED_ON,
        /** Of kinds alone: a site is one. */
        SITES,
        GROUPS,
        MEMBERS,
        ROOMS;

        public static List<Fact> ofSites() {
            return Stream.of(values()).filter(fact -> fact != SITES).toList();
        }

        public static List<Fact> ofKinds() {
            return List.of(values());
        }
    }

    /**
     * @param day of FOUNDED_ON, else null
     * @param amount of the other facts, else null
     * @param conflict whether another source says something else of the same fact
     */
    public record Claim(
            long id,
            Fact fact,
            LocalDate day,
            Integer amount,
            Qualifier qualifier,
            String source,
            LocalDate sourceDate,
            boolean chosen,
            boolean conflict) {

        /** As the API says it. */
        public Map<String, Object> asData() {
            var data = new LinkedHashMap<String, Object>();
            data.put("id", Long.toString(id));
            data.put("fact", fact);
            data.put("day", day);
            data.put("amount", amount);
            data.put("qualifier", qualifier.code());
            data.put("source", source);
            data.put("sourceDate", sourceDate);
            data.put("chosen", chosen);
            data.put("conflict", conflict);
            return data;
        }
    }

    /** A claim to enter; {@code day} or {@code amount} by its fact, {@code sourceDate} may be null. */
    public record NewClaim(
            Fact fact, LocalDate day, Integer amount, Qualifier qualifier, String source, LocalDate sourceDate) {}

    private static final int LONGEST_SOURCE = 400;

    private final ClaimRows claims;
    private final SiteRows rows;
    private final ModelKinds kinds;
    private final Reviews reviews;
    private final Access access;
    private final SiteStory story;
    private final Clock clock;

    Claims(
            ClaimRows claims,
            SiteRows rows,
            ModelKinds kinds,
            Reviews reviews,
            Access access,
            SiteStory story,
            Clock clock) {
        this.claims = claims;
        this.rows = rows;
        this.kinds = kinds;
        this.reviews = reviews;
        this.access = access;
        this.story = story;
        this.clock = clock;
    }

    /** Every claim about a site, by fact, in the order they were entered. */
    public List<Claim> of(SiteId site) {
        return claims.of(About.site(site));
    }

    /** Every claim about a kind, by fact, in the order they were entered. */
    public List<Claim> of(KindId kind) {
        return claims.of(About.kind(kind));
    }

    /** The founding day that counts; empty while no source says one. */
    public Optional<LocalDate> foundedOn(SiteId site) {
        return claims.of(About.site(site)).stream()
                .filter(claim -> claim.fact() == Fact.FOUNDED_ON && claim.chosen())
                .map(Claim::day)
                .findFirst();
    }

    /** Enters what a source says; the first of its fact is chosen. */
    @Transactional
    public SiteOutcome enter(Actor actor, SiteId id, NewClaim claim) {
        var site = rows.lock(id);
        access.require(actor, Right.SEE_MODEL, Right.SPREAD_MODEL, site.unit());
        var outcome = enter(About.site(id), claim, actor);
        if (outcome instanceof SiteOutcome.Done) {
            story.site(site, "claimed", actor, Right.SPREAD_MODEL, null, ClaimRows.source(claim));
        }
        return outcome;
    }

    /** Enters what a source says about a kind; the first of its fact is chosen. */
    @Transactional
    public SiteOutcome enter(Actor actor, KindId id, NewClaim claim) {
        var kind = kept(actor, id);
        if (kind.state() == ModelKind.State.MERGED) {
            return SiteOutcome.Conflict.of("models.kind.conflict.merged");
        }
        var outcome = enter(About.kind(id), claim, actor);
        if (outcome instanceof SiteOutcome.Done) {
            story.kind(kind, "claimed", actor, ClaimRows.source(claim));
        }
        return outcome;
    }

    private SiteOutcome enter(About about, NewClaim claim, Actor actor) {
        return refusal(about, claim).orElseGet(() -> new SiteOutcome.Done(claims.insert(about, claim, actor.id())));
    }

    /** From now on this one counts; the others stay beside it. */
    @Transactional
    public SiteOutcome choose(Actor actor, SiteId id, long claim) {
        var site = rows.lock(id);
        access.require(actor, Right.SEE_MODEL, Right.SPREAD_MODEL, site.unit());
        var chosen = claims.find(About.site(id), claim);
        if (chosen.filter(one -> one.fact() == Fact.FOUNDED_ON).isPresent()) {
            var first = reviews.first(id)
                    .filter(review -> review.heldOn().isBefore(chosen.get().day()));
            if (first.isPresent()) {
                return SiteOutcome.Conflict.of(
                        "models.conflict.reviewed-before",
                        SiteWords.day(first.get().heldOn()));
            }
        }
        var outcome = choose(About.site(id), chosen);
        if (outcome instanceof SiteOutcome.Done) {
            story.site(
                    site,
                    "claim-chosen",
                    actor,
                    Right.SPREAD_MODEL,
                    null,
                    chosen.get().source());
        }
        return outcome;
    }

    /** From now on this one counts for the kind; the others stay beside it. */
    @Transactional
    public SiteOutcome choose(Actor actor, KindId id, long claim) {
        var kind = kept(actor, id);
        var chosen = claims.find(About.kind(id), claim);
        var outcome = choose(About.kind(id), chosen);
        if (outcome instanceof SiteOutcome.Done) {
            story.kind(kind, "claim-chosen", actor, chosen.get().source());
        }
        return outcome;
    }

    private SiteOutcome choose(About about, Optional<Claim> chosen) {
        if (chosen.isEmpty()) {
            return SiteOutcome.Conflict.of("models.conflict.claim");
        }
        claims.choose(about, chosen.get());
        return new SiteOutcome.Done(chosen.get().id());
    }

    /** What was said of a kind that goes on as another is said of that one; what was chosen there goes on to count. */
    @EventListener
    void on(KindsMerged merged) {
        claims.goOn(merged.from(), merged.into());
    }

    /**
     * The kind, held until the transaction ends.
     *
     * @throws NotVisible when there is none for the person
     */
    private ModelKind kept(Actor actor, KindId id) {
        if (!claims.hold(id)) {
            throw new NotVisible("model kind " + id);
        }
        var kind = kinds.find(id).orElseThrow();
        access.require(actor, Right.SEE_MODEL, Right.SPREAD_MODEL, kind.keeper());
        return kind;
    }

    /** What the house itself learnt from a decision. */
    void learnt(SiteId id, NewClaim claim, PersonId by) {
        claims.insert(About.site(id), claim, by);
    }

    private Optional<SiteOutcome> refusal(About about, NewClaim claim) {
        if (claim.fact() == null || !about.facts().contains(claim.fact())) {
            return Optional.of(SiteOutcome.Refused.at("fact", "models.refused.fact"));
        }
        var today = LocalDate.now(clock);
        if (claim.fact() == Fact.FOUNDED_ON) {
            if (claim.day() == null || claim.day().isAfter(today)) {
                return Optional.of(SiteOutcome.Refused.at("day", "models.refused.claim-day"));
            }
        } else if (claim.amount() == null || claim.amount() < 0) {
            return Optional.of(SiteOutcome.Refused.at("amount", "models.refused.claim-amount"));
        }
        if (claim.source() == null || claim.source().isBlank() || claim.source().length() > LONGEST_SOURCE) {
            return Optional.of(SiteOutcome.Refused.at("source", "models.refused.source"));
        }
        return claim.sourceDate() != null && claim.sourceDate().isAfter(today)
                ? Optional.of(SiteOutcome.Refused.at("sourceDate", "models.refused.day-ahead"))
                : Optional.empty();
    }
}
