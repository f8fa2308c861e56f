package vn.lantoa.commendation.slate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.commendation.AwardTitles;
import vn.lantoa.commendation.ManyNominations;
import vn.lantoa.commendation.ManyNominations.Result;
import vn.lantoa.commendation.Nomination;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.commendation.Nominee;
import vn.lantoa.commendation.NomineeAccess;
import vn.lantoa.commendation.Review;
import vn.lantoa.commendation.Reviews;
import vn.lantoa.commendation.Season;
import vn.lantoa.commendation.Seasons;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.organization.VietnameseText;

/** The list of a level: marked without anything leaving, closed with each nomination going its own way by its own step. */
@Component
public class Slates {

    private final Reviews reviews;
    private final Nominations nominations;
    private final NomineeAccess readings;
    private final AwardTitles titles;
    private final Findings findings;
    private final Seasons seasons;
    private final Tallies tallies;
    private final ManyNominations many;
    private final Units units;
    private final Access access;
    private final MessageSource messages;

    Slates(
            Reviews reviews,
            Nominations nominations,
            NomineeAccess readings,
            AwardTitles titles,
            Findings findings,
            Seasons seasons,
            Tallies tallies,
            ManyNominations many,
            Units units,
            Access access,
            MessageSource messages) {
        this.reviews = reviews;
        this.nominations = nominations;
        this.readings = readings;
        this.titles = titles;
        this.findings = findings;
        this.seasons = seasons;
        this.tallies = tallies;
        this.many = many;
        this.units = units;
        this.access = access;
        this.messages = messages;
    }

    /** The seasons whose list of this unit can be shown, the newest first. */
    @Transactional(readOnly = true)
    public List<Season> seasons(Actor actor, UnitId unit) {
        access.require(actor, Right.SEE_NOMINATION, Right.SEE_NOMINATION, unit);
        return seasons.allFor(unit);
    }

    /**
     * The list; who reads nominees' names is written down.
     *
     * @param season null for the newest
     * @throws vn.lantoa.organization.NotVisible when the person sees no nominations of the unit
     */
    @Transactional
    public Slate of(Actor actor, UnitId unit, Long season, String purpose, Locale locale) {
        var shown = season(actor, unit, season).orElse(null);
        var open = shown == null ? List.<Review>of() : reviews.at(unit, shown.id(), NominationState.REVIEW);
        readings.log(actor, open.stream().map(Review::nomination).toList(), purpose);
        return slate(actor, unit, shown, open, locale);
    }

    /** What the marks add up to now; no name is shown, so nothing is written down and no rule is asked. */
    @Transactional(readOnly = true)
    public Slate tally(Actor actor, UnitId unit, Long season) {
        var shown = season(actor, unit, season).orElse(null);
        var open = shown == null ? List.<Review>of() : reviews.at(unit, shown.id(), NominationState.REVIEW);
        return slate(actor, unit, shown, open, null);
    }

    private Slate slate(Actor actor, UnitId unit, Season shown, List<Review> open, Locale locale) {
        var ids = open.stream().map(Review::nomination).toList();
        var lines = lines(open, locale);
        return new Slate(
                units.find(unit).orElseThrow(),
                shown,
                lines,
                tallies.of(unit, shown, lines, nominations.nominees(ids)),
                access.may(actor, Right.REVIEW_NOMINATION, unit));
    }

    /** Marks some, nothing leaves by it; how many were marked. */
    @Transactional
    public int mark(Actor actor, UnitId unit, Map<NominationId, Review.Mark> marks) {
        access.require(actor, Right.SEE_NOMINATION, Right.REVIEW_NOMINATION, unit);
        var marked = 0;
        for (var one : marks.entrySet()) {
            var here = nominations.find(one.getKey()).filter(found -> unit.equals(found.at()));
            if (here.isPresent() && reviews.mark(actor, one.getKey(), one.getValue())) {
                marked++;
            }
        }
        return marked;
    }

    /**
     * Closes the list for the chosen ones: each review is completed with its mark as outcome. What is not marked, has no place left, or is no
     * longer open stays where it is and says so.
     *
     * @param reason told to those not proposed this time, or kept in reserve; without a name
     */
    public List<Result> close(Actor actor, UnitId unit, Collection<NominationId> chosen, String reason, Locale locale) {
        access.require(actor, Right.SEE_NOMINATION, Right.REVIEW_NOMINATION, unit);
        var found = nominations.findAll(chosen);
        return found.values().stream()
                .sorted(Comparator.comparing(Nomination::number))
                .map(one -> close(actor, unit, one, reason, locale))
                .toList();
    }

    private Result close(Actor actor, UnitId unit, Nomination nomination, String reason, Locale locale) {
        var review = reviews.current(nomination.id())
                .filter(one -> one.state().equals("OPEN") && unit.equals(nomination.at()));
        if (review.isEmpty()) {
            return many.gone(nomination, locale);
        }
        var outcome = SlateSteps.outcome(review.get().mark());
        var answers = SlateSteps.PROPOSE.equals(outcome) || reason == null || reason.isBlank()
                ? Map.<String, Object>of()
                : Map.<String, Object>of("reason", reason.strip());
        if (outcome == null) {
            return new Result(
                    nomination.id(),
                    nomination.number(),
                    false,
                    messages.getMessage("slate.result.unmarked", null, locale));
        }
        return many.complete(actor, nomination, SlateSteps.REVIEW, outcome, answers, locale);
    }

    /** The season asked for, or the newest; empty while the unit takes part in none. */
    public Optional<Season> season(Actor actor, UnitId unit, Long wanted) {
        return seasons(actor, unit).stream()
                .filter(one -> wanted == null || one.id() == wanted)
                .findFirst();
    }

    private List<Slate.Line> lines(List<Review> open, Locale locale) {
        var ids = open.stream().map(Review::nomination).toList();
        var found = nominations.findAll(ids);
        var nominees = nominations.nominees(ids);
        var names = units.namesOf(nominees.values().stream().map(Nominee::unit).toList());
        var titleNames =
                titles.namesOf(found.values().stream().map(Nomination::title).toList());
        var lines = new ArrayList<Slate.Line>();
        for (var review : open) {
            var one = found.get(review.nomination());
            var nominee = nominees.get(review.nomination());
            lines.add(new Slate.Line(
                    one.id(),
                    one.number(),
                    nominee.name(),
                    nominee.collective(),
                    nominee.post(),
                    names.getOrDefault(nominee.unit(), ""),
                    one.title(),
                    titleNames.get(one.title()),
                    one.from(),
                    one.to(),
                    one.achievement(),
                    nominee.directWorker(),
                    nominee.preferred(),
                    review.mark(),
                    locale == null ? List.of() : findings.of(one.id(), locale).sentences()));
        }
        lines.sort(Comparator.comparing(Slate.Line::title)
                .thenComparing(line -> !line.collective())
                .thenComparing(line -> VietnameseText.sortKey(line.name() == null ? "" : line.name())));
        return lines;
    }
}
