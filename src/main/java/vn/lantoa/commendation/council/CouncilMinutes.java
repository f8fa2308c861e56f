package vn.lantoa.commendation.council;

import java.text.Normalizer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.commendation.NomineeAccess;
import vn.lantoa.document.Letters;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;

/** "Biên bản họp" of a session, as a file of Word and as PDF; for the people of its unit and who runs it. Every reading is noted. */
@Component
public class CouncilMinutes {

    private final Letters letters;
    private final CouncilMinutesKind kind;
    private final CouncilMinutesContent content;
    private final SessionRows sessions;
    private final CaseRows cases;
    private final SessionDoor door;
    private final Access access;
    private final NomineeAccess log;

    CouncilMinutes(
            Letters letters,
            CouncilMinutesKind kind,
            CouncilMinutesContent content,
            SessionRows sessions,
            CaseRows cases,
            SessionDoor door,
            Access access,
            NomineeAccess log) {
        this.letters = letters;
        this.kind = kind;
        this.content = content;
        this.sessions = sessions;
        this.cases = cases;
        this.door = door;
        this.access = access;
        this.log = log;
    }

    /** A file and what it is called. */
    public record File(String name, byte[] content) {}

    /** @throws NotVisible when the actor may not read the minutes, or the session was not opened */
    @Transactional
    public File docx(Actor actor, long id) {
        var session = readable(actor, id);
        return new File(name(session, ".docx"), letters.docx(kind, content.of(session)));
    }

    /** @throws NotVisible when the actor may not read the minutes, or the session was not opened */
    @Transactional
    public File pdf(Actor actor, long id) {
        var session = readable(actor, id);
        return new File(name(session, ".pdf"), letters.pdf(kind, content.of(session), SessionDossiers.title(session)));
    }

    private CouncilSession readable(Actor actor, long id) {
        var session = sessions.find(id)
                .filter(found -> found.openedAt() != null)
                .filter(found -> access.may(actor, Right.SEE_DOCUMENTS, found.unit())
                        || door.term(found.council(), actor.id())
                                .filter(term -> term.role().runs())
                                .isPresent())
                .orElseThrow(() -> new NotVisible("minutes of council session " + id));
        log.log(actor, cases.of(id).stream().map(CouncilCase::nomination).toList(), "council-minutes");
        return session;
    }

    private static String name(CouncilSession session, String ending) {
        return Normalizer.normalize(SessionDossiers.title(session).replace('/', '-'), Normalizer.Form.NFC) + ending;
    }
}
