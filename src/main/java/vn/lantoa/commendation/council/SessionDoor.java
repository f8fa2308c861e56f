package vn.lantoa.commendation.council;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Right;

/**
 * Who comes in where a council meets: its members, whatever posts they hold elsewhere or none, and the people of its unit who prepare it.
 * A member sees the sessions of that council and nothing else of the unit.
 */
@Component
class SessionDoor {

    private final CouncilRows councils;
    private final SessionRows sessions;
    private final Access access;
    private final Clock clock;

    SessionDoor(CouncilRows councils, SessionRows sessions, Access access, Clock clock) {
        this.councils = councils;
        this.sessions = sessions;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Somebody inside.
     *
     * @param term of the person in the council today, null for who only prepares it
     * @param manages whether by a post in the council's unit
     */
    record Inside(CouncilSession session, CouncilMember term, boolean manages) {

        /** Whether the person may prepare, open and close. */
        boolean runs() {
            return manages || term != null && term.role().runs();
        }
    }

    /** @throws NotVisible for who has nothing to do with the session */
    Inside enter(Actor actor, long id) {
        var session = sessions.find(id).orElseThrow(() -> new NotVisible("council session " + id));
        var inside = new Inside(session, term(session.council(), actor.id()).orElse(null), manages(actor, session));
        if (inside.term() == null && !inside.manages()) {
            throw new NotVisible("council session " + id);
        }
        return inside;
    }

    /**
     * The same for who runs it.
     *
     * @throws NotAllowed for a member who is neither chair nor secretary
     */
    Inside run(Actor actor, long id) {
        var inside = enter(actor, id);
        if (!inside.runs()) {
            throw new NotAllowed("run council session " + id);
        }
        return inside;
    }

    /** The same, holding the session until the transaction ends. */
    CouncilSession hold(Actor actor, long id) {
        run(actor, id);
        return sessions.lock(id);
    }

    /** The term of a person in a council today. */
    Optional<CouncilMember> term(long council, PersonId person) {
        var today = LocalDate.now(clock);
        return councils.terms(council, person).stream()
                .filter(term -> term.inForce(today))
                .findFirst();
    }

    /** The last term of somebody who belonged to it once and does not today. */
    Optional<CouncilMember> formerTerm(long council, PersonId person) {
        var today = LocalDate.now(clock);
        var terms = councils.terms(council, person);
        return terms.stream().anyMatch(term -> term.inForce(today))
                ? Optional.empty()
                : terms.stream()
                        .filter(term -> term.until() != null && term.until().isBefore(today))
                        .findFirst();
    }

    private boolean manages(Actor actor, CouncilSession session) {
        return access.may(actor, Right.MANAGE_COUNCIL, session.unit());
    }
}
