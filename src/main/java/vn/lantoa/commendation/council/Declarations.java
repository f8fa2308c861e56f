package vn.lantoa.commendation.council;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;

/** A member says about each case, before opening it, whether something stands between the member and an impartial vote. */
@Component
public class Declarations {

    private final CaseRows cases;
    private final BallotBox box;
    private final Interests interests;
    private final SessionDoor door;
    private final AuditTrail audit;

    Declarations(CaseRows cases, BallotBox box, Interests interests, SessionDoor door, AuditTrail audit) {
        this.cases = cases;
        this.box = box;
        this.interests = interests;
        this.door = door;
        this.audit = audit;
    }

    /**
     * Says it for one case. A conflict may be declared until the vote; taken back it is not.
     *
     * @throws NotVisible or {@link NotAllowed} for who is not a member
     */
    @Transactional
    public CouncilOutcome declare(Actor actor, long sessionId, long caseId, boolean conflict) {
        var inside = door.enter(actor, sessionId);
        if (inside.term() == null) {
            throw new NotAllowed("not a member of council " + inside.session().council());
        }
        var one = cases.lock(sessionId, caseId).orElseThrow(() -> new NotVisible("council case " + caseId));
        if (one.state() == CouncilCase.State.COUNTED
                || inside.session().state() == CouncilSession.State.CLOSED
                || inside.session().state() == CouncilSession.State.CANCELLED) {
            return CouncilOutcome.Conflict.of("council.conflict.counted", one.number());
        }
        if (box.voters(one).contains(actor.id())) {
            return CouncilOutcome.Conflict.of("council.conflict.voted", one.number());
        }
        interests.search(inside.session().unit(), List.of(one), Set.of(actor.id()));
        interests.said(one, actor.id(), conflict);
        audit.record(
                "council.declared",
                actor,
                inside.session().dossier().toString(),
                inside.session().unit(),
                Map.of("case", caseId, "conflict", conflict),
                Map.of());
        return new CouncilOutcome.Done(caseId);
    }
}
