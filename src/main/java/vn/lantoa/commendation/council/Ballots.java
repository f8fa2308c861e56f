package vn.lantoa.commendation.council;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.commendation.council.CouncilCase.Count;
import vn.lantoa.commendation.council.CouncilCase.Result;
import vn.lantoa.commendation.council.CouncilCase.State;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.PersonId;

/** The vote on one case: opened, cast, counted. Casting and counting hold the case, so a ballot is in the box or refused, never between. */
@Component
public class Ballots {

    private final SessionRows sessions;
    private final CaseRows cases;
    private final CouncilAgendas agendas;
    private final BallotBox box;
    private final Interests interests;
    private final SessionDoor door;
    private final AuditTrail audit;

    Ballots(
            SessionRows sessions,
            CaseRows cases,
            CouncilAgendas agendas,
            BallotBox box,
            Interests interests,
            SessionDoor door,
            AuditTrail audit) {
        this.sessions = sessions;
        this.cases = cases;
        this.agendas = agendas;
        this.box = box;
        this.interests = interests;
        this.door = door;
        this.audit = audit;
    }

    /**
     * Opens the ballot on a case, by who runs the session; refused without a quorum.
     *
     * @param paper whether it is voted on paper
     */
    @Transactional
    public CouncilOutcome open(Actor actor, long sessionId, long caseId, boolean paper) {
        var session = door.hold(actor, sessionId);
        var one = hold(sessionId, caseId);
        if (session.state() != CouncilSession.State.OPEN) {
            return CouncilSessions.notNow(session);
        }
        if (one.state() != State.WAITING) {
            return CouncilOutcome.Conflict.of("council.conflict.case." + one.state(), one.number());
        }
        if (!agendas.stillWaits(one)) {
            return CouncilOutcome.Conflict.of("council.conflict.gone", one.number());
        }
        var seats = sessions.seats(sessionId);
        if (!quorum(one, seats)) {
            return CouncilOutcome.Conflict.of(
                    "council.conflict.quorum",
                    one.number(),
                    present(seats),
                    seats.size(),
                    one.rule().quorum(seats.size()));
        }
        interests.search(
                session.unit(), List.of(one), seats.stream().map(Seat::person).toList());
        cases.opened(caseId, paper);
        audit("council.ballot-opened", actor, session, one, Map.of("paper", paper));
        return new CouncilOutcome.Done(caseId);
    }

    /**
     * Casts the actor's ballot. Whether the person may vote is looked at again at this moment. Nothing but the ballot itself tells the choice
     * of a secret one: no answer, no log, no audit entry.
     *
     * @throws NotVisible for who has nothing to do with the council
     */
    @Transactional
    public CouncilOutcome cast(Actor actor, long sessionId, long caseId, Choice choice) {
        var session = sessions.find(sessionId).orElseThrow(() -> new NotVisible("council session " + sessionId));
        var former = door.formerTerm(session.council(), actor.id());
        if (former.isPresent()) {
            return CouncilOutcome.Refused.at(
                    "vote", "council.refused.former", WrittenDay.of(former.get().until()));
        }
        if (door.enter(actor, sessionId).term() == null) {
            throw new NotAllowed("not a member of council " + session.council());
        }
        var one = hold(sessionId, caseId);
        var refusal = refusal(actor, session, one, choice);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        box.put(one, actor.id(), choice);
        audit("council.voted", actor, session, one, Map.of());
        return new CouncilOutcome.Done(caseId);
    }

    /** Closes the ballot on a screen and counts the box. */
    @Transactional
    public CouncilOutcome count(Actor actor, long sessionId, long caseId) {
        var session = door.hold(actor, sessionId);
        var one = hold(sessionId, caseId);
        if (one.state() != State.OPEN) {
            return CouncilOutcome.Conflict.of("council.conflict.case." + one.state(), one.number());
        }
        if (one.paper()) {
            return CouncilOutcome.Refused.at("issued", "council.refused.paper.missing");
        }
        var seats = sessions.seats(sessionId);
        var ballots = box.count(one);
        var collected = ballots.values().stream().mapToInt(Integer::intValue).sum();
        var issued = Math.max(mayVote(one, seats), collected);
        return counted(
                actor, session, one, seats, new PaperCount(issued, collected, collected, ballots.get(Choice.YES)), (int)
                        box.voters(one).stream()
                                .filter(voter -> seats.stream()
                                        .noneMatch(seat ->
                                                seat.present() && seat.person().equals(voter)))
                                .count());
    }

    /** Writes down what the counters of a paper ballot found; impossible numbers are refused. */
    @Transactional
    public CouncilOutcome countPaper(Actor actor, long sessionId, long caseId, PaperCount paper) {
        var session = door.hold(actor, sessionId);
        var one = hold(sessionId, caseId);
        if (one.state() != State.OPEN || !one.paper()) {
            return CouncilOutcome.Conflict.of(
                    one.state() == State.OPEN ? "council.conflict.not-paper" : "council.conflict.case." + one.state(),
                    one.number());
        }
        var seats = sessions.seats(sessionId);
        var refusal = paper.refusal(mayVote(one, seats));
        return refusal.isPresent()
                ? refusal.get()
                : counted(actor, session, one, seats, paper, writtenOnPaper(one, seats, paper));
    }

    /** Paper names nobody: what was collected beyond those who are there and may vote came from absent members. */
    private int writtenOnPaper(CouncilCase one, List<Seat> seats, PaperCount paper) {
        var barred = interests.barred(one);
        var there = seats.stream()
                .filter(seat -> seat.present() && !barred.contains(seat.person()))
                .count();
        return Math.max(0, paper.collected() - (int) there);
    }

    /** How many may vote on a case: present, or absent where the rule takes written votes; not barred. */
    private int mayVote(CouncilCase one, List<Seat> seats) {
        return mayVote(one, seats, interests.barred(one));
    }

    static int mayVote(CouncilCase one, List<Seat> seats, Set<PersonId> barred) {
        return (int) seats.stream()
                .filter(seat -> seat.present() || one.rule().writtenVotes())
                .filter(seat -> !barred.contains(seat.person()))
                .count();
    }

    static boolean quorum(CouncilCase one, List<Seat> seats) {
        return one.rule().quorate(seats.size(), present(seats));
    }

    static int present(List<Seat> seats) {
        return (int) seats.stream().filter(Seat::present).count();
    }

    /** @param written votes of absent members */
    private CouncilOutcome counted(
            Actor actor, CouncilSession session, CouncilCase one, List<Seat> seats, PaperCount found, int written) {
        var present = present(seats);
        var rule = one.rule();
        var result = rule.passed(seats.size(), present, written, found.agreed()) ? Result.PASSED : Result.FAILED;
        cases.counted(
                one.id(),
                result,
                new Count(
                        seats.size(),
                        present,
                        rule.base(seats.size(), present, written),
                        rule.needed(seats.size(), present, written),
                        found.issued(),
                        found.collected(),
                        found.valid(),
                        found.agreed()));
        audit("council.ballot-closed", actor, session, one, Map.of("result", result.name()));
        return new CouncilOutcome.Done(one.id());
    }

    private Optional<CouncilOutcome> refusal(Actor actor, CouncilSession session, CouncilCase one, Choice choice) {
        if (one.state() != State.OPEN || session.state() != CouncilSession.State.OPEN) {
            return Optional.of(CouncilOutcome.Conflict.of("council.conflict.vote." + one.state(), one.number()));
        }
        if (one.paper()) {
            return Optional.of(CouncilOutcome.Conflict.of("council.conflict.on-paper", one.number()));
        }
        if (choice == null) {
            return Optional.of(CouncilOutcome.Refused.at("vote", "council.refused.choice", one.number()));
        }
        var seat = sessions.seats(session.id()).stream()
                .filter(mine -> mine.person().equals(actor.id()))
                .findFirst();
        if (seat.isEmpty()) {
            return Optional.of(CouncilOutcome.Refused.at("vote", "council.refused.not-seated"));
        }
        if (!seat.get().present() && !one.rule().writtenVotes()) {
            return Optional.of(CouncilOutcome.Refused.at("vote", "council.refused.absent"));
        }
        if (box.voters(one).contains(actor.id())) {
            return Optional.of(CouncilOutcome.Conflict.of("council.conflict.voted", one.number()));
        }
        if (!agendas.stillWaits(one)) {
            return Optional.of(CouncilOutcome.Conflict.of("council.conflict.gone", one.number()));
        }
        interests.search(session.unit(), List.of(one), Set.of(actor.id()));
        var interest = interests.of(one, actor.id());
        if (interest.isEmpty()) {
            return Optional.of(CouncilOutcome.Refused.at("vote", "council.refused.undeclared", one.number()));
        }
        return interest.get().bars()
                ? Optional.of(CouncilOutcome.Refused.at("vote", "council.refused.barred", one.number()))
                : Optional.empty();
    }

    private CouncilCase hold(long session, long id) {
        return cases.lock(session, id).orElseThrow(() -> new NotVisible("council case " + id));
    }

    private void audit(String action, Actor actor, CouncilSession session, CouncilCase one, Map<String, ?> more) {
        var facts = new java.util.LinkedHashMap<String, Object>(more);
        facts.put("case", one.id());
        facts.put("ballot", one.rule().ballot().name());
        audit.record(action, actor, session.dossier().toString(), session.unit(), facts, Map.of());
    }
}
