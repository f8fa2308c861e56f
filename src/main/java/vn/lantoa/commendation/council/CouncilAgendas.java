package vn.lantoa.commendation.council;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.AwardTitles;
import vn.lantoa.commendation.Nomination;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.commendation.Nominee;
import vn.lantoa.commendation.Review;
import vn.lantoa.commendation.Reviews;
import vn.lantoa.commendation.council.CaseRows.Entry;
import vn.lantoa.commendation.council.CaseRows.History;
import vn.lantoa.organization.Units;

/** Which nominations wait for a vote and may stand on the agenda of a session. */
@Component
class CouncilAgendas {

    private final Reviews reviews;
    private final Nominations nominations;
    private final AwardTitles titles;
    private final CaseRows cases;
    private final Units units;

    CouncilAgendas(Reviews reviews, Nominations nominations, AwardTitles titles, CaseRows cases, Units units) {
        this.reviews = reviews;
        this.nominations = nominations;
        this.titles = titles;
        this.cases = cases;
        this.units = units;
    }

    /**
     * What may be chosen: waiting for the vote at the council's unit in the season, on no other agenda, and for a second session what
     * failed at a first, for a first what did not.
     */
    List<Entry> waiting(CouncilSession session) {
        var waiting = reviews.at(session.unit(), session.season(), NominationState.VOTING).stream()
                .filter(review -> review.rule() != null)
                .toList();
        var history = cases.history(waiting.stream().map(Review::id).toList()).stream()
                .collect(Collectors.groupingBy(History::review));
        var free = waiting.stream()
                .filter(review -> fits(session, history.getOrDefault(review.id(), List.of())))
                .toList();
        return entries(free);
    }

    /** Whether the nomination still waits for a vote in the same passage through the level. */
    boolean stillWaits(CouncilCase one) {
        return nominations
                        .find(one.nomination())
                        .filter(nomination -> nomination.state() == NominationState.VOTING)
                        .isPresent()
                && reviews.current(one.nomination())
                        .filter(review -> review.id() == one.review())
                        .isPresent();
    }

    private static boolean fits(CouncilSession session, List<History> history) {
        var elsewhere = history.stream()
                .anyMatch(one -> one.session() != session.id() && one.state() != CouncilSession.State.CLOSED);
        var lost = history.stream()
                .anyMatch(one -> one.state() == CouncilSession.State.CLOSED
                        && one.result() != null
                        && one.result().lost());
        var decided = history.stream().anyMatch(History::decided);
        return !elsewhere && !decided && lost == (session.number() > 1);
    }

    private List<Entry> entries(List<Review> waiting) {
        var ids = waiting.stream().map(Review::nomination).toList();
        var found = nominations.findAll(ids);
        var nominees = nominations.nominees(ids);
        var names = units.namesOf(nominees.values().stream().map(Nominee::unit).toList());
        var awards =
                titles.namesOf(found.values().stream().map(Nomination::title).toList());
        return waiting.stream()
                .filter(review -> found.containsKey(review.nomination()) && nominees.containsKey(review.nomination()))
                .map(review -> {
                    var nomination = found.get(review.nomination());
                    var nominee = nominees.get(review.nomination());
                    return new Entry(
                            review.nomination(),
                            review.id(),
                            nomination.number(),
                            awards.get(nomination.title()),
                            names.getOrDefault(nominee.unit(), ""),
                            nominee.collective(),
                            review.rule());
                })
                .toList();
    }

    /** The names of nominees, for who may read them; {@code null} values never: what was erased is left out. */
    Map<NominationId, Nominee> nominees(Collection<CouncilCase> agenda) {
        return nominations.nominees(agenda.stream().map(CouncilCase::nomination).toList());
    }

    Optional<Nomination> nomination(CouncilCase one) {
        return nominations.find(one.nomination());
    }
}
