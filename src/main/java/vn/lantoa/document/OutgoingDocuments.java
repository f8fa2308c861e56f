package vn.lantoa.document;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/**
 * "Văn bản đi": documents get their number from the records office of their unit. Features ask for a number when a document is approved;
 * it is given there and then kept for ever.
 */
@Component
public class OutgoingDocuments {

    /** "Công văn": the one type of document whose symbol names the unit alone (NĐ 30/2020). */
    public static final String LETTER = "CV";

    private static final Pattern SYMBOL = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}&.-]{0,39}");
    private static final int LARGEST_NUMBER = 999_999;
    private final OutgoingRows rows;
    private final Letterheads letterheads;
    private final Timeline timeline;
    private final ActingAs actingAs;
    private final Access access;
    private final AuditTrail audit;
    private final Clock clock;

    OutgoingDocuments(
            OutgoingRows rows,
            Letterheads letterheads,
            Timeline timeline,
            ActingAs actingAs,
            Access access,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.letterheads = letterheads;
        this.timeline = timeline;
        this.actingAs = actingAs;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of an act; sentences are message {@code document.<key>}. */
    public sealed interface Outcome {

        /** It is done. */
        record Done(OutgoingDocument document) implements Outcome {}

        /** @param field of the form at which it is said */
        record Refused(String field, String key, List<String> args) implements Outcome {

            static Refused at(String field, String key, String... args) {
                return new Refused(field, "document.number.refused." + key, List.of(args));
            }
        }
    }

    /**
     * A dossier's document was approved: from now on it waits for a number. Part of the caller's transaction; asking twice for the same
     * revision is asking once.
     *
     * @param inStep whether the dossier waits in a step of its process until the number is there
     */
    @Transactional
    public void expect(DossierKey dossier, int revision, UnitId unit, String type, String title, boolean inStep) {
        if (rows.of(dossier).stream().noneMatch(document -> document.revision() == revision)) {
            rows.drop(dossier);
            rows.insert(dossier, revision, unit, type, title, inStep);
        }
    }

    /** What was taken back needs no number any more; one that was given stays. */
    @Transactional
    public void drop(DossierKey dossier) {
        rows.drop(dossier);
    }

    /** The document that tells this revision of a dossier. */
    public Optional<OutgoingDocument> of(DossierKey dossier, int revision) {
        return rows.of(dossier).stream()
                .filter(document -> document.revision() == revision)
                .findFirst();
    }

    /** Every numbered document of a dossier, the oldest first. */
    public List<OutgoingDocument> numbered(DossierKey dossier) {
        return rows.of(dossier).stream()
                .filter(document -> document.state() == OutgoingDocument.State.NUMBERED)
                .toList();
    }

    /** What the records office will most likely write: the next number, the unit's symbol, today. */
    public DocumentNumber proposal(UnitId unit, String type) {
        var today = LocalDate.now(clock);
        var symbol = rows.lastSymbol(unit, type)
                .orElseGet(() -> (type.equals(LETTER) ? "" : type + "-")
                        + letterheads.of(unit).abbreviation().replace(' ', '-'));
        return new DocumentNumber(type, rows.lastNumber(unit, type, today) + 1, symbol, today);
    }

    /**
     * Gives the number from the page "Văn bản đi".
     *
     * @throws NotVisible when there is no such document for the person
     */
    @Transactional
    public Outcome number(Actor actor, long id, DocumentNumber number) {
        var document = mine(actor, id);
        if (document.inStep()) {
            return Outcome.Refused.at("number", "in-step");
        }
        return give(actor, document, number);
    }

    /** What to say to a form for the signed copy that came without one. */
    public Outcome noFile(Actor actor, long id) {
        mine(actor, id);
        return Outcome.Refused.at("file", "no-file");
    }

    /** Gives the number from a step of the dossier's process, which the caller has made sure is the actor's. */
    @Transactional
    public Outcome numberInStep(Actor actor, DossierKey dossier, int revision, DocumentNumber number) {
        var document = of(dossier, revision).orElseThrow(() -> new NotVisible("document of " + dossier));
        return give(actor, document, number);
    }

    private Outcome give(Actor actor, OutgoingDocument waiting, DocumentNumber given) {
        var document = rows.lock(waiting.id()).orElseThrow();
        if (document.state() == OutgoingDocument.State.NUMBERED) {
            return Outcome.Refused.at("number", "has-one", document.inWords(), document.numberedBy());
        }
        if (document.state() == OutgoingDocument.State.DROPPED) {
            return Outcome.Refused.at("number", "dropped");
        }
        var symbol = Normalizer.normalize(
                given.symbol() == null ? "" : given.symbol().strip(), Normalizer.Form.NFC);
        var number = new DocumentNumber(document.type(), given.number(), symbol, given.date());
        var refusal = refusal(document, number);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        try {
            rows.number(document.id(), number, actor);
        } catch (DuplicateKeyException quicker) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Outcome.Refused.at("number", "taken-now", String.valueOf(number.number()));
        }
        var numbered = rows.find(document.id()).orElseThrow();
        told(actor, numbered, numbered.inWords(), WrittenDay.of(number.date()));
        audit.record(
                "document.numbered",
                actor,
                document.dossier().toString(),
                document.unit(),
                Map.of("number", numbered.inWords(), "date", number.date().toString(), "document", document.id()),
                Map.of());
        return new Outcome.Done(numbered);
    }

    private Optional<Outcome> refusal(OutgoingDocument document, DocumentNumber number) {
        var today = LocalDate.now(clock);
        if (number.number() < 1 || number.number() > LARGEST_NUMBER) {
            return Optional.of(Outcome.Refused.at("number", "number"));
        }
        if (!SYMBOL.matcher(number.symbol()).matches()) {
            return Optional.of(Outcome.Refused.at("symbol", "symbol"));
        }
        if (number.date() == null
                || number.date().isAfter(today)
                || number.date().isBefore(today.minusYears(1))) {
            return Optional.of(Outcome.Refused.at("date", "date"));
        }
        return rows.holder(document.unit(), number.register(), number.date().getYear(), number.number())
                .map(other -> Outcome.Refused.at(
                        "number",
                        "taken",
                        String.valueOf(number.number()),
                        other.title(),
                        String.valueOf(rows.lastNumber(document.unit(), number.register(), number.date()) + 1)));
    }

    private OutgoingDocument mine(Actor actor, long id) {
        var document = rows.find(id).orElseThrow(() -> new NotVisible("document " + id));
        access.require(actor, Right.SEE_DOCUMENTS, Right.NUMBER_DOCUMENT, document.unit());
        return document;
    }

    private void told(Actor actor, OutgoingDocument document, String... details) {
        timeline.tell(
                document.dossier(),
                "timeline.document.numbered",
                actor,
                actingAs.of(actor, document.unit()),
                document.unit(),
                null,
                details);
    }
}
