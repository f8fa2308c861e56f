package vn.lantoa.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.document.OutgoingDocuments.Outcome;
import vn.lantoa.dossier.Dossiers;
import vn.lantoa.dossier.OpenSteps;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;

/** The signed PDF of numbered documents. */
@Component
public class SignedDocuments {

    private final OutgoingRows rows;
    private final StoredFiles files;
    private final Dossiers dossiers;
    private final OpenSteps steps;
    private final Timeline timeline;
    private final ActingAs actingAs;
    private final Access access;
    private final AuditTrail audit;

    SignedDocuments(
            OutgoingRows rows,
            StoredFiles files,
            Dossiers dossiers,
            OpenSteps steps,
            Timeline timeline,
            ActingAs actingAs,
            Access access,
            AuditTrail audit) {
        this.rows = rows;
        this.files = files;
        this.dossiers = dossiers;
        this.steps = steps;
        this.timeline = timeline;
        this.actingAs = actingAs;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Attaches the signed PDF; a newer one takes the place of the older, which stays in the store.
     *
     * @throws NotVisible when there is no such document for the person
     */
    @Transactional
    public Outcome attach(Actor actor, long id, Path upload, String name) {
        var document = rows.find(id).orElseThrow(() -> new NotVisible("document " + id));
        access.require(actor, Right.SEE_DOCUMENTS, Right.NUMBER_DOCUMENT, document.unit());
        if (document.state() != OutgoingDocument.State.NUMBERED) {
            return Outcome.Refused.at("file", "no-number-yet");
        }
        var verdict = Uploads.look(upload, name);
        if (!(verdict instanceof Uploads.Verdict.Accepted accepted) || accepted.kind() != UploadKind.PDF) {
            return Outcome.Refused.at("file", "no-pdf", FileNames.clean(name, "tep"));
        }
        var signed = PdfFile.signed(upload);
        var file = keep(upload, accepted.name());
        rows.sign(id, file.id(), signed);
        told(actor, document, file, signed);
        return new Outcome.Done(rows.find(id).orElseThrow());
    }

    /**
     * The signed file of a document.
     *
     * @throws NotVisible when the person sees neither the unit's documents nor the dossier, or there is no file
     */
    public StoredFile find(Actor actor, long id) {
        var document = rows.find(id)
                .filter(found -> access.may(actor, Right.SEE_DOCUMENTS, found.unit()) || seesDossier(actor, found))
                .orElseThrow(() -> new NotVisible("document " + id));
        return Optional.ofNullable(document.signedFile())
                .flatMap(files::find)
                .orElseThrow(() -> new NotVisible("signed file of document " + id));
    }

    public void copy(StoredFile file, OutputStream out) {
        files.copy(file.id(), out);
    }

    private boolean seesDossier(Actor actor, OutgoingDocument document) {
        return dossiers.find(document.dossier())
                .filter(dossier -> dossiers.typeOf(document.dossier()).visibleTo(dossier, actor)
                        || steps.waitFor(document.dossier(), actor))
                .isPresent();
    }

    private StoredFile keep(Path upload, String name) {
        try (var in = Files.newInputStream(upload)) {
            return files.keep(in, name, UploadKind.PDF.mediaType());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void told(Actor actor, OutgoingDocument document, StoredFile file, boolean signed) {
        timeline.tell(
                document.dossier(),
                "timeline.document.signed",
                actor,
                actingAs.of(actor, document.unit()),
                document.unit(),
                null,
                document.inWords());
        audit.record(
                "document.signed-file",
                actor,
                document.dossier().toString(),
                document.unit(),
                Map.of("document", document.id(), "sha256", file.sha256(), "digital", signed),
                Map.of("name", file.name()));
    }
}
