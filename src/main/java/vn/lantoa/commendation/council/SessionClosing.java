package vn.lantoa.commendation.council;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.commendation.NominationProgress;
import vn.lantoa.commendation.council.CouncilCase.Result;
import vn.lantoa.commendation.council.CouncilCase.State;
import vn.lantoa.document.Attachments;
import vn.lantoa.document.OutgoingDocuments;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;

/**
 * Closing a session: what was voted goes on to the process of each nomination, the minutes wait for a number. What failed at a first session
 * is not final while a second may be held; only a second failure is, or the council's word that there will be none.
 */
@Component
public class SessionClosing {

    /** "Biên bản", NĐ 30/2020 Phụ lục III. */
    private static final String MINUTES = "BB";

    private final SessionRows sessions;
    private final CaseRows cases;
    private final SessionDoor door;
    private final NominationProgress progress;
    private final OutgoingDocuments documents;
    private final Attachments attachments;
    private final Timeline timeline;
    private final AuditTrail audit;

    SessionClosing(
            SessionRows sessions,
            CaseRows cases,
            SessionDoor door,
            NominationProgress progress,
            OutgoingDocuments documents,
            Attachments attachments,
            Timeline timeline,
            AuditTrail audit) {
        this.timeline = timeline;
        this.sessions = sessions;
        this.cases = cases;
        this.door = door;
        this.progress = progress;
        this.documents = documents;
        this.attachments = attachments;
        this.audit = audit;
    }

    /**
     * Closes it. A ballot that is still open, or paper without its scanned minutes, keeps it open.
     *
     * @param last cases that are concluded here though only a first session failed them
     */
    @Transactional
    public CouncilOutcome close(Actor actor, long id, Set<Long> last) {
        var session = door.hold(actor, id);
        if (session.state() != CouncilSession.State.OPEN) {
            return CouncilSessions.notNow(session);
        }
        var agenda = cases.lockAll(id);
        if (agenda.stream().anyMatch(one -> one.state() == State.OPEN)) {
            return CouncilOutcome.Conflict.of("council.conflict.ballot-open");
        }
        if (agenda.stream().anyMatch(CouncilCase::paper) && !scanned(actor, session)) {
            return CouncilOutcome.Conflict.of("council.conflict.no-scan");
        }
        var seats = sessions.seats(id);
        for (var one : agenda) {
            var result = one.result() != null
                    ? one.result()
                    : Ballots.quorum(one, seats) ? Result.NOT_VOTED : Result.NO_QUORUM;
            cases.result(one.id(), result);
            if (result == Result.PASSED || result.lost() && (session.number() > 1 || last.contains(one.id()))) {
                decide(session, one, result);
            }
        }
        sessions.closed(id);
        documents.expect(session.dossier(), 1, session.unit(), MINUTES, SessionDossiers.title(session), false);
        audit.record(
                "council.session-closed",
                actor,
                session.dossier().toString(),
                session.unit(),
                Map.of("cases", agenda.size()),
                Map.of());
        return new CouncilOutcome.Done(id);
    }

    /** Says after a first session that there will be no second for these: their failure is final. */
    @Transactional
    public CouncilOutcome conclude(Actor actor, long id, List<Long> chosen) {
        var session = door.hold(actor, id);
        if (session.state() != CouncilSession.State.CLOSED) {
            return CouncilSessions.notNow(session);
        }
        var agenda = cases.lockAll(id);
        var reviews = agenda.stream().map(CouncilCase::review).toList();
        var again = cases.history(reviews).stream()
                .filter(one -> one.session() != id && one.state() != CouncilSession.State.CLOSED)
                .map(CaseRows.History::review)
                .toList();
        for (var caseId : chosen) {
            var one = agenda.stream()
                    .filter(found -> found.id() == caseId)
                    .findFirst()
                    .orElseThrow(() -> new NotVisible("council case " + caseId));
            if (one.decided() || one.result() == null || !one.result().lost() || again.contains(one.review())) {
                return CouncilOutcome.Conflict.of("council.conflict.conclude", one.number());
            }
        }
        for (var one : agenda) {
            if (chosen.contains(one.id())) {
                decide(session, one, one.result());
                audit.record(
                        "council.concluded",
                        actor,
                        session.dossier().toString(),
                        session.unit(),
                        Map.of("case", one.id()),
                        Map.of());
            }
        }
        return new CouncilOutcome.Done(id);
    }

    /** A nomination that was withdrawn meanwhile waits for nothing; its vote stays in the minutes. */
    private void decide(CouncilSession session, CouncilCase one, Result result) {
        cases.decided(one.id());
        var count = Optional.ofNullable(one.count());
        timeline.tell(
                one.nomination().dossier(),
                "timeline.council." + result,
                null,
                null,
                session.unit(),
                null,
                WrittenDay.of(session.meetsOn()),
                count.map(found -> String.valueOf(found.agreed())).orElse(""),
                count.map(found -> String.valueOf(found.base())).orElse(""));
        progress.voted(one.nomination(), result == Result.PASSED);
    }

    private boolean scanned(Actor actor, CouncilSession session) {
        return attachments.of(actor, session.dossier()).stream().anyMatch(file -> !file.removed());
    }
}
