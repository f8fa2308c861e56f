package vn.lantoa.commendation.council;

import static vn.lantoa.commendation.council.CouncilOutcome.Refused.at;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.Seasons;
import vn.lantoa.commendation.council.CouncilCase.State;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.Units;

/** Sessions up to their vote: planned, given an agenda, opened; who came. Each act holds the session, so two who run it never cross. */
@Component
public class CouncilSessions {

    private final CouncilRows councils;
    private final SessionRows sessions;
    private final CaseRows cases;
    private final CouncilAgendas agendas;
    private final Interests interests;
    private final SessionDoor door;
    private final Councils desk;
    private final Seasons seasons;
    private final CouncilNotices notices;
    private final Units units;
    private final AuditTrail audit;
    private final Clock clock;

    CouncilSessions(
            CouncilRows councils,
            SessionRows sessions,
            CaseRows cases,
            CouncilAgendas agendas,
            Interests interests,
            SessionDoor door,
            Councils desk,
            Seasons seasons,
            CouncilNotices notices,
            Units units,
            AuditTrail audit,
            Clock clock) {
        this.councils = councils;
        this.sessions = sessions;
        this.cases = cases;
        this.agendas = agendas;
        this.interests = interests;
        this.door = door;
        this.desk = desk;
        this.seasons = seasons;
        this.notices = notices;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** A session to hold; {@code number} 1, or 2 for what failed at a first. */
    public record Plan(long season, int number, LocalDate meetsOn, String place) {}

    /** Plans a session of a council. */
    @Transactional
    public CouncilOutcome plan(Actor actor, long id, Plan plan) {
        var council = desk.find(actor, id);
        if (council.closedOn() != null) {
            return CouncilOutcome.Conflict.of("council.conflict.closed");
        }
        var season = seasons.find(plan.season());
        var place = Councils.clean(plan.place());
        if (season.isEmpty()
                || seasons.openFor(council.unit()).stream().noneMatch(open -> open.id() == plan.season())) {
            return at("season", "council.refused.season");
        }
        if (plan.number() < 1 || plan.number() > 2) {
            return at("number", "council.refused.number");
        }
        if (plan.meetsOn() == null
                || plan.meetsOn().isBefore(council.decisionDate())
                || plan.meetsOn().isAfter(LocalDate.now(clock).plusYears(1))) {
            return at("meetsOn", "council.refused.meets-on");
        }
        if (place.isEmpty() || place.length() > Councils.LONGEST_TEXT) {
            return at("place", "council.refused.place");
        }
        var name = units.find(council.unit()).map(Unit::name).orElse(council.unitName());
        var session = sessions.insert(
                council, name, plan.season(), season.get().year(), plan.number(), plan.meetsOn(), place, actor.id());
        audit("council.session-planned", actor, sessions.find(session).orElseThrow(), Map.of("number", plan.number()));
        return new CouncilOutcome.Done(session);
    }

    /** Puts these nominations on the agenda in the place of what stood there, and looks for conflicts of interest at once. */
    @Transactional
    public CouncilOutcome agenda(Actor actor, long id, List<NominationId> chosen) {
        var session = door.hold(actor, id);
        if (session.state() != CouncilSession.State.PLANNED) {
            return notNow(session);
        }
        var waiting = new HashMap<NominationId, CaseRows.Entry>();
        agendas.waiting(session).forEach(entry -> waiting.put(entry.nomination(), entry));
        if (!waiting.keySet().containsAll(chosen)) {
            return CouncilOutcome.Conflict.of("council.conflict.agenda");
        }
        cases.agenda(id, chosen.stream().distinct().map(waiting::get).toList());
        interests.search(
                session.unit(),
                cases.of(id),
                councils.members(session.council(), LocalDate.now(clock)).stream()
                        .map(CouncilMember::person)
                        .toList());
        audit("council.agenda", actor, session, Map.of("cases", chosen.size()));
        notices.convened(session, councils.members(session.council(), LocalDate.now(clock)), actor);
        return new CouncilOutcome.Done(id);
    }

    /** Opens it on its day: who belongs to the council is frozen, everybody absent until noted as present. */
    @Transactional
    public CouncilOutcome open(Actor actor, long id) {
        var session = door.hold(actor, id);
        if (session.state() != CouncilSession.State.PLANNED) {
            return notNow(session);
        }
        if (session.meetsOn().isAfter(LocalDate.now(clock))) {
            return CouncilOutcome.Conflict.of("council.conflict.too-early", WrittenDay.of(session.meetsOn()));
        }
        var members = councils.members(session.council(), session.meetsOn());
        var agenda = cases.of(id);
        if (agenda.isEmpty()) {
            return CouncilOutcome.Conflict.of("council.conflict.no-agenda");
        }
        if (lacks(members, CouncilMember.Role.CHAIR) || lacks(members, CouncilMember.Role.SECRETARY)) {
            return CouncilOutcome.Conflict.of("council.conflict.no-chair");
        }
        sessions.seat(id, members);
        sessions.opened(id);
        interests.search(
                session.unit(),
                agenda,
                members.stream().map(CouncilMember::person).toList());
        audit("council.session-opened", actor, session, Map.of("members", members.size(), "cases", agenda.size()));
        notices.opened(session, members, actor);
        return new CouncilOutcome.Done(id);
    }

    /** Notes who came. Refused while a ballot is open, since its base could be theirs. */
    @Transactional
    public CouncilOutcome attendance(Actor actor, long id, Map<Long, Seat.Presence> presences) {
        var session = door.hold(actor, id);
        if (session.state() != CouncilSession.State.OPEN) {
            return notNow(session);
        }
        if (cases.of(id).stream().anyMatch(one -> one.state() == State.OPEN)) {
            return CouncilOutcome.Conflict.of("council.conflict.ballot-open");
        }
        sessions.seats(id).forEach(seat -> Optional.ofNullable(presences.get(seat.member()))
                .filter(presence -> presence != seat.presence())
                .ifPresent(presence -> sessions.presence(id, seat.member(), presence)));
        audit(
                "council.attendance",
                actor,
                session,
                Map.of(
                        "present",
                        sessions.seats(id).stream().filter(Seat::present).count()));
        return new CouncilOutcome.Done(id);
    }

    /** Calls off a session that was not opened; its cases wait for another. */
    @Transactional
    public CouncilOutcome cancel(Actor actor, long id) {
        var session = door.hold(actor, id);
        if (session.state() != CouncilSession.State.PLANNED) {
            return notNow(session);
        }
        sessions.cancelled(id);
        audit("council.session-cancelled", actor, session, Map.of());
        return new CouncilOutcome.Done(id);
    }

    static CouncilOutcome notNow(CouncilSession session) {
        return CouncilOutcome.Conflict.of("council.conflict.session." + session.state());
    }

    private static boolean lacks(List<CouncilMember> members, CouncilMember.Role role) {
        return members.stream().noneMatch(member -> member.role() == role);
    }

    private void audit(String action, Actor actor, CouncilSession session, Map<String, ?> facts) {
        audit.record(action, actor, session.dossier().toString(), session.unit(), facts, Map.of());
    }
}
