package vn.lantoa.commendation.council;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.Nominee;
import vn.lantoa.commendation.NomineeAccess;
import vn.lantoa.commendation.council.CouncilCase.Result;
import vn.lantoa.commendation.council.CouncilCase.State;
import vn.lantoa.organization.Actor;

/** What who runs a session sees: agenda, who came, how many have voted. Of a ballot nobody sees more before it is counted. */
@Component
public class ChairDesk {

    private final CouncilRows councils;
    private final SessionRows sessions;
    private final CaseRows cases;
    private final CouncilAgendas agendas;
    private final Ballots ballots;
    private final BallotBox box;
    private final Interests interests;
    private final SessionDoor door;
    private final NomineeAccess log;

    ChairDesk(
            CouncilRows councils,
            SessionRows sessions,
            CaseRows cases,
            CouncilAgendas agendas,
            Ballots ballots,
            BallotBox box,
            Interests interests,
            SessionDoor door,
            NomineeAccess log) {
        this.councils = councils;
        this.sessions = sessions;
        this.cases = cases;
        this.agendas = agendas;
        this.ballots = ballots;
        this.box = box;
        this.interests = interests;
        this.door = door;
        this.log = log;
    }

    /**
     * A nomination that may be chosen for the agenda, or stands on it.
     *
     * @param nominee null for who is barred from it, and once erased
     */
    public record Candidate(NominationId nomination, String number, String award, String unit, String nominee) {}

    /**
     * A case of an opened session.
     *
     * @param nominee null for who is barred from it, and once erased
     * @param mayVote how many may vote
     * @param voted how many have, on the screen
     * @param quorum the fewest present that make its vote valid
     * @param valid whether so many are present
     */
    public record Line(CouncilCase one, String nominee, int mayVote, int voted, int barred, int quorum, boolean valid) {

        /** Whether the council may still say that there will be no second session for it. */
        public boolean open() {
            return one.result() != null && one.result().lost() && !one.decided();
        }
    }

    /** @param again whether something failed here that a second session may take up */
    public record View(
            CouncilSession session,
            Council council,
            boolean manages,
            List<Seat> seats,
            int present,
            List<Line> lines,
            List<Candidate> waiting,
            boolean again) {

        /** Whether a ballot is open. */
        public boolean voting() {
            return lines.stream().anyMatch(line -> line.one().state() == State.OPEN);
        }

        /** Whether a case was not put to the vote yet. */
        public boolean left() {
            return lines.stream().anyMatch(line -> line.one().state() == State.WAITING);
        }

        public boolean anyPaper() {
            return lines.stream().anyMatch(line -> line.one().paper());
        }

        /** Failures of a first session, about which closing may say that they are final. */
        public List<Line> failed() {
            return lines.stream()
                    .filter(line -> session.number() == 1
                            && (line.one().result() == Result.FAILED
                                    || line.one().state() == State.WAITING && !line.valid()))
                    .toList();
        }
    }

    /**
     * @throws vn.lantoa.organization.NotVisible for who has nothing to do with the session
     * @throws vn.lantoa.organization.NotAllowed for a member who does not run it
     */
    @Transactional
    public View of(Actor actor, long id) {
        var inside = door.run(actor, id);
        var session = inside.session();
        var seats = sessions.seats(id);
        var agenda = cases.of(id);
        var barred = inside.term() == null ? Map.<Long, Interests.Kind>of() : interests.of(id, actor.id());
        var nominees = agendas.nominees(agenda);
        var lines = agenda.stream()
                .map(one -> line(one, seats, name(one, barred, nominees)))
                .toList();
        log.log(
                actor,
                lines.stream()
                        .filter(line -> line.nominee() != null)
                        .map(line -> line.one().nomination())
                        .toList(),
                "council");
        return new View(
                session,
                councils.find(session.council()).orElseThrow(),
                inside.manages(),
                seats,
                Ballots.present(seats),
                lines,
                session.state() == CouncilSession.State.PLANNED ? waiting(session, agenda) : List.of(),
                session.state() == CouncilSession.State.CLOSED && lines.stream().anyMatch(Line::open));
    }

    /** How many have voted where a ballot is open on the screen: what the page asks for anew, without any name. */
    public List<Line> tally(Actor actor, long id) {
        door.run(actor, id);
        var seats = sessions.seats(id);
        return cases.of(id).stream()
                .filter(one -> one.state() == State.OPEN && !one.paper())
                .map(one -> line(one, seats, null))
                .toList();
    }

    /** Without names: who may be barred from a case is only looked for once it stands on an agenda. */
    private List<Candidate> waiting(CouncilSession session, List<CouncilCase> agenda) {
        var chosen = Set.copyOf(agenda.stream().map(CouncilCase::nomination).toList());
        return agendas.waiting(session).stream()
                .filter(entry -> !chosen.contains(entry.nomination()))
                .map(entry -> new Candidate(entry.nomination(), entry.number(), entry.award(), entry.unit(), null))
                .toList();
    }

    private Line line(CouncilCase one, List<Seat> seats, String nominee) {
        return new Line(
                one,
                nominee,
                ballots.mayVote(one, seats),
                one.state() == State.WAITING || one.paper()
                        ? 0
                        : box.voters(one).size(),
                (int) seats.stream()
                        .filter(seat -> interests.barred(one).contains(seat.person()))
                        .count(),
                one.rule().quorum(seats.size()),
                Ballots.quorum(one, seats));
    }

    private static String name(CouncilCase one, Map<Long, Interests.Kind> known, Map<NominationId, Nominee> nominees) {
        var kind = known.get(one.id());
        var nominee = nominees.get(one.nomination());
        return nominee == null || kind != null && kind.bars() ? null : nominee.name();
    }
}
