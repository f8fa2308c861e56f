package vn.lantoa.reporting.consolidation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.document.Letters;
import vn.lantoa.document.OutgoingDocuments;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.Reports;

/** Letters to late units as dossiers: made by the officer, numbered by the records office ("Văn bản đi"), signed TL. or KT. */
@Component
public class OverdueLetters {

    static final String DOSSIER = "overdue-letter";

    /** "Công văn" in the register; no abbreviation of it stands in the symbol (NĐ 30/2020). */
    static final String TYPE = OutgoingDocuments.LETTER;

    /** A letter is written once; what has to be said anew is another letter. */
    static final int REVISION = 1;

    private final OverdueLetter drafts;
    private final OverdueLetterRows rows;
    private final OverdueLetterContent content;
    private final OverdueLetterKind kind;
    private final Letters letters;
    private final OutgoingDocuments documents;
    private final Reports reports;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final Access access;

    OverdueLetters(
            OverdueLetter drafts,
            OverdueLetterRows rows,
            OverdueLetterContent content,
            OverdueLetterKind kind,
            Letters letters,
            OutgoingDocuments documents,
            Reports reports,
            Timeline timeline,
            AuditTrail audit,
            Access access) {
        this.drafts = drafts;
        this.rows = rows;
        this.content = content;
        this.kind = kind;
        this.letters = letters;
        this.documents = documents;
        this.reports = reports;
        this.timeline = timeline;
        this.audit = audit;
        this.access = access;
    }

    /**
     * Makes the letter with the units that are late today; from now on it waits for a number. One for the same report that still waits is
     * taken back: a unit sends one letter, not two.
     *
     * @param until the new date; null leaves it open
     * @return the dossier; empty when nobody is late
     * @throws NotVisible or {@link vn.lantoa.organization.NotAllowed}
     */
    @Transactional
    public Optional<DossierKey> make(Actor actor, ReportId id, LocalDate until) {
        var report = reports.find(actor, id).report();
        access.require(actor, Right.SEE_REPORT, Right.DO_TASK, report.unit());
        return drafts.letter(actor, report.unit(), report.period(), until).map(letter -> {
            rows.of(id).forEach(documents::drop);
            var dossier = rows.insert(actor, id, letter);
            documents.expect(dossier, REVISION, letter.unit().id(), TYPE, title(letter), false);
            timeline.tell(
                    dossier,
                    "timeline.overdue-letter.made",
                    actor,
                    letter.unit().name(),
                    letter.unit().id(),
                    null,
                    String.valueOf(letter.late().size()));
            audit.record(
                    "overdue-letter.made",
                    actor,
                    dossier.toString(),
                    letter.unit().id(),
                    Map.of(
                            "period",
                            report.period().key(),
                            "units",
                            letter.late().size()),
                    Map.of());
            return dossier;
        });
    }

    /** @throws NotVisible when there is no such letter, or the actor may not read it */
    @Transactional(readOnly = true)
    public byte[] docx(Actor actor, String id) {
        return letters.docx(kind, fields(actor, id));
    }

    /** @throws NotVisible when there is no such letter, or the actor may not read it */
    @Transactional(readOnly = true)
    public byte[] pdf(Actor actor, String id) {
        var fields = fields(actor, id);
        return letters.pdf(
                kind, fields, content.title(rows.find(id).orElseThrow().period()));
    }

    String title(OverdueLetterContent.Letter letter) {
        return content.title(letter.period()) + " – " + letter.unit().name();
    }

    boolean sees(Actor actor, String id) {
        return rows.find(id)
                .filter(letter ->
                        access.may(actor, Right.SEE_REPORT, letter.unit().id())
                                || numbered(id)
                                        && letter.late().stream()
                                                .anyMatch(late -> actor.units().contains(late.unit())))
                .isPresent();
    }

    private boolean numbered(String id) {
        return !documents.numbered(new DossierKey(DOSSIER, id)).isEmpty();
    }

    private Map<String, Object> fields(Actor actor, String id) {
        var letter =
                rows.find(id).filter(found -> sees(actor, id)).orElseThrow(() -> new NotVisible(DOSSIER + " " + id));
        return content.of(
                letter, documents.of(new DossierKey(DOSSIER, id), REVISION).orElse(null));
    }
}
