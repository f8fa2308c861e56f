package vn.lantoa.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.dossier.Dossiers;
import vn.lantoa.dossier.OpenSteps;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;

/** The files of dossiers. Who sees the dossier sees them; whose step is open adds and removes. */
@Component
public class Attachments {

    static final int MOST = 20;

    private final AttachmentRows rows;
    private final StoredFiles files;
    private final Dossiers dossiers;
    private final OpenSteps steps;
    private final Timeline timeline;
    private final ActingAs actingAs;
    private final AuditTrail audit;

    Attachments(
            AttachmentRows rows,
            StoredFiles files,
            Dossiers dossiers,
            OpenSteps steps,
            Timeline timeline,
            ActingAs actingAs,
            AuditTrail audit) {
        this.rows = rows;
        this.files = files;
        this.dossiers = dossiers;
        this.steps = steps;
        this.timeline = timeline;
        this.actingAs = actingAs;
        this.audit = audit;
    }

    /** What became of an upload. */
    public sealed interface Outcome {

        /** It belongs to the dossier now. */
        record Added(String id, String name) implements Outcome {}

        /** @param key of the sentence, whose argument {@code 0} is {@code where} */
        record Refused(String key, String where) implements Outcome {}
    }

    /** The dossier's files, the oldest first, removed ones too. */
    public List<Attachment> of(Actor actor, DossierKey dossier) {
        visible(actor, dossier);
        return rows.of(dossier);
    }

    /** The same without those that are removed, for a caller that has made sure that the person may read them. */
    public List<Attachment> shown(DossierKey dossier) {
        return rows.of(dossier).stream().filter(one -> !one.removed()).toList();
    }

    /** Whether this person may add a file now. */
    public boolean mayAdd(Actor actor, DossierKey dossier) {
        return steps.waitFor(dossier, actor)
                || dossiers.find(dossier)
                        .filter(found -> dossiers.typeOf(dossier).mayAttach(found, actor))
                        .isPresent();
    }

    /**
     * Adds an uploaded file.
     *
     * @param name as the browser gave it
     * @throws NotVisible when the person does not see the dossier
     * @throws NotAllowed when none of its open steps waits for the person
     */
    @Transactional
    public Outcome add(Actor actor, DossierKey key, Path upload, String name) {
        var dossier = changeable(actor, key);
        var verdict = Uploads.look(upload, name);
        if (verdict instanceof Uploads.Verdict.Refused refused) {
            audit.record(
                    "attachment.refused",
                    actor,
                    key.toString(),
                    dossier.unit(),
                    Map.of("why", refused.key()),
                    Map.of("name", FileNames.clean(name, "tep")));
            return new Outcome.Refused(refused.key(), refused.where());
        }
        dossiers.typeOf(key).lock(dossier);
        // Counted only while the dossier is held, when nobody else can be adding to it.
        return rows.count(key) >= MOST
                ? new Outcome.Refused("attachment.refused.too-many", String.valueOf(MOST))
                : keep(actor, dossier, upload, (Uploads.Verdict.Accepted) verdict);
    }

    /**
     * Removes a file: it is marked, and its content is deleted only while nothing of the dossier has left its unit.
     *
     * @throws NotVisible when there is none, or it is removed already
     */
    @Transactional
    public void remove(Actor actor, DossierKey key, String id) {
        var dossier = changeable(actor, key);
        dossiers.typeOf(key).lock(dossier);
        var attachment = rows.find(key, id);
        if (attachment.removed()) {
            throw new NotVisible("attachment " + id);
        }
        var kept = dossiers.typeOf(key).hasLeft(dossier);
        rows.remove(attachment, actor, kept);
        if (!kept) {
            files.forget(attachment.file());
        }
        told("attachment.removed", actor, dossier, attachment, Map.of("kept", kept));
    }

    /**
     * One file of a dossier; its content is given by {@link #copy}.
     *
     * @throws NotVisible when there is none, its content is gone, or the person does not see the dossier
     */
    public Attachment open(Actor actor, DossierKey key, String id) {
        visible(actor, key);
        var attachment = rows.find(key, id);
        if (!attachment.kept()) {
            throw new NotVisible("attachment " + id);
        }
        return attachment;
    }

    public void copy(Attachment attachment, OutputStream out) {
        files.copy(attachment.file(), out);
    }

    private Outcome keep(Actor actor, Dossier dossier, Path upload, Uploads.Verdict.Accepted accepted) {
        try {
            var file = accepted.kind().picture() ? redrawn(upload, accepted) : kept(upload, accepted);
            var attachment = rows.insert(dossier, file, actor);
            told("attachment.added", actor, dossier, attachment, Map.of());
            return new Outcome.Added(attachment.id(), accepted.name());
        } catch (IOException broken) {
            return new Outcome.Refused("attachment.refused.picture", accepted.name());
        }
    }

    private StoredFile kept(Path upload, Uploads.Verdict.Accepted accepted) throws IOException {
        try (var in = Files.newInputStream(upload)) {
            return files.keep(in, accepted.name(), accepted.kind().mediaType());
        }
    }

    private StoredFile redrawn(Path upload, Uploads.Verdict.Accepted accepted) throws IOException {
        var drawn = Files.createTempFile("lantoa-picture", null);
        try {
            try (var out = Files.newOutputStream(drawn)) {
                Pictures.redraw(upload, accepted.kind(), out);
            } catch (RuntimeException broken) {
                throw new IOException(broken);
            }
            return kept(drawn, accepted);
        } finally {
            Files.deleteIfExists(drawn);
        }
    }

    private void told(String what, Actor actor, Dossier dossier, Attachment attachment, Map<String, ?> more) {
        var key = dossier.key();
        timeline.tell(
                key,
                "timeline." + what,
                actor,
                actingAs.of(actor, dossier.unit()),
                dossier.unit(),
                null,
                attachment.name());
        var facts = new java.util.LinkedHashMap<String, Object>(more);
        facts.put("attachment", attachment.id());
        facts.put("sha256", attachment.sha256());
        facts.put("size", attachment.size());
        audit.record(what, actor, key.toString(), dossier.unit(), facts, Map.of("name", attachment.name()));
    }

    private Dossier changeable(Actor actor, DossierKey key) {
        var dossier = visible(actor, key);
        if (!mayAdd(actor, key)) {
            throw new NotAllowed("no open step of " + key + " is this person's");
        }
        return dossier;
    }

    private Dossier visible(Actor actor, DossierKey key) {
        var dossier = dossiers.find(key).orElseThrow(() -> new NotVisible(key.toString()));
        if (!dossiers.typeOf(key).visibleTo(dossier, actor) && !steps.waitFor(key, actor)) {
            throw new NotVisible(key.toString());
        }
        return dossier;
    }
}
