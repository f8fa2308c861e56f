package vn.lantoa.commendation.slate;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.commendation.AwardTitles;
import vn.lantoa.commendation.ManyNominations;
import vn.lantoa.commendation.ManyNominations.Result;
import vn.lantoa.commendation.Nomination;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.commendation.NomineeAccess;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** What waits for a leader's signature, or for the decision of a grassroots committee, decided for many on one screen. */
@Component
public class LeaderDesk {

    private static final NominationState[] WAITING = {NominationState.SIGNING, NominationState.VOTING};

    private final Slates slates;
    private final Nominations nominations;
    private final NomineeAccess readings;
    private final AwardTitles titles;
    private final Findings findings;
    private final ManyNominations many;
    private final Units units;
    private final Access access;

    LeaderDesk(
            Slates slates,
            Nominations nominations,
            NomineeAccess readings,
            AwardTitles titles,
            Findings findings,
            ManyNominations many,
            Units units,
            Access access) {
        this.slates = slates;
        this.nominations = nominations;
        this.readings = readings;
        this.titles = titles;
        this.findings = findings;
        this.many = many;
        this.units = units;
        this.access = access;
    }

    /**
     * A nomination that waits for this leader.
     *
     * @param findings what is to be looked at first, in words
     * @param against whether one of them bars it from being put forward as it stands
     */
    public record Line(
            NominationId id,
            String number,
            String name,
            boolean collective,
            String place,
            String title,
            LocalDate from,
            LocalDate to,
            String achievement,
            List<String> findings,
            boolean against) {}

    /** What waits: to be signed, and for the committee. */
    public record Waiting(List<Line> toSign, List<Line> forCommittee) {}

    /** What waits at a unit for this person; without what four eyes or a conflict of interest keeps from the person. */
    @Transactional
    public Waiting waiting(Actor actor, UnitId unit, Long season, Locale locale) {
        access.require(actor, Right.SEE_NOMINATION, Right.DECIDE_AWARD, unit);
        var found = slates.season(actor, unit, season)
                .map(shown -> nominations.inState(unit, shown.id(), WAITING))
                .orElse(List.of());
        var sign = waiting(actor, found, NominationState.SIGNING, SlateSteps.SIGN);
        var committee = waiting(actor, found, NominationState.VOTING, SlateSteps.COMMITTEE);
        readings.log(
                actor,
                java.util.stream.Stream.concat(sign.stream(), committee.stream())
                        .map(Nomination::id)
                        .toList(),
                "slate");
        return new Waiting(lines(sign, locale), lines(committee, locale));
    }

    private List<Nomination> waiting(Actor actor, List<Nomination> found, NominationState state, String step) {
        return found.stream()
                .filter(one -> one.state() == state && many.waits(actor, one.id(), step))
                .toList();
    }

    /**
     * Signs, returns or rejects the chosen ones.
     *
     * @param outcome {@code approve}, {@code return} or {@code reject}
     * @param reason of a return or a rejection
     */
    public List<Result> sign(
            Actor actor, UnitId unit, Collection<NominationId> chosen, String outcome, String reason, Locale locale) {
        access.require(actor, Right.SEE_NOMINATION, Right.DECIDE_AWARD, unit);
        var answers = outcome.equals(SlateSteps.APPROVE) || reason == null || reason.isBlank()
                ? Map.<String, Object>of()
                : Map.<String, Object>of("reason", reason.strip());
        return complete(actor, unit, chosen, SlateSteps.SIGN, outcome, answers, locale);
    }

    /**
     * Enters what a grassroots committee decided on the chosen ones in one meeting.
     *
     * @param vote members, present, in favour and the day, by the names of the step's form
     */
    public List<Result> decide(
            Actor actor, UnitId unit, Collection<NominationId> chosen, Map<String, Object> vote, Locale locale) {
        access.require(actor, Right.SEE_NOMINATION, Right.DECIDE_AWARD, unit);
        return complete(actor, unit, chosen, SlateSteps.COMMITTEE, SlateSteps.AGREE, vote, locale);
    }

    private List<Result> complete(
            Actor actor,
            UnitId unit,
            Collection<NominationId> chosen,
            String step,
            String outcome,
            Map<String, Object> answers,
            Locale locale) {
        // Taken back or sent elsewhere since the page was opened, it is answered for too: a result for each that was
        // chosen.
        return nominations.findAll(chosen).values().stream()
                .filter(one -> unit.equals(one.at()) || nominations.mayRead(actor, one))
                .sorted(Comparator.comparing(Nomination::number))
                .map(one -> unit.equals(one.at())
                        ? many.complete(actor, one, step, outcome, answers, locale)
                        : many.gone(one, locale))
                .toList();
    }

    private List<Line> lines(List<Nomination> found, Locale locale) {
        var nominees = nominations.nominees(found.stream().map(Nomination::id).toList());
        var names = units.namesOf(
                nominees.values().stream().map(nominee -> nominee.unit()).toList());
        var titleNames = titles.namesOf(found.stream().map(Nomination::title).toList());
        return found.stream()
                .map(one -> {
                    var nominee = nominees.get(one.id());
                    var looked = findings.of(one.id(), locale);
                    return new Line(
                            one.id(),
                            one.number(),
                            nominee.name(),
                            nominee.collective(),
                            nominee.place(names.getOrDefault(nominee.unit(), "")),
                            titleNames.get(one.title()),
                            one.from(),
                            one.to(),
                            one.achievement(),
                            looked.sentences(),
                            looked.against());
                })
                .sorted(Comparator.comparing(Line::against)
                        .reversed()
                        .thenComparing(Line::title)
                        .thenComparing(Line::number))
                .toList();
    }
}
