package vn.lantoa.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private static final String FOUND =
            "select a.*, f.name, f.media_type, f.size_bytes, f.sha256 from dossier_attachment a join stored_file f on f.id = a.file_id";

    private final JdbcClient jdbc;
    private final StoredFiles files;
    private final Dossiers dossiers;
    private final OpenSteps steps;
    private final Timeline timeline;
    private final ActingAs actingAs;
    private final AuditTrail audit;
    private final Clock clock;

    Attachments(
            JdbcClient jdbc,
            StoredFiles files,
            Dossiers dossiers,
            OpenSteps steps,
            Timeline timeline,
            ActingAs actingAs,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.dossiers = dossiers;
        this.steps = steps;
        this.timeline = timeline;
        this.actingAs = actingAs;
        this.audit = audit;
        this.clock = clock;
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
        return jdbc.sql(FOUND + " where a.dossier_type = ? and a.dossier_id = ? order by a.added_at, f.id")
                .params(dossier.type(), dossier.id())
                .query(Attachments::read)
                .list();
    }

    /** The same without those that are removed, for a caller that has made sure that the person may read them. */
    public List<Attachment> shown(DossierKey dossier) {
        return jdbc.sql(
                        FOUND
                                + " where a.dossier_type = ? and a.dossier_id = ? and a.removed_at is null order by a.added_at, f.id")
                .params(dossier.type(), dossier.id())
                .query(Attachments::read)
                .list();
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
        return isFull(key)
                ? new Outcome.Refused("attachment.refused.too-many", String.valueOf(MOST))
                : keep(actor, dossier, upload, (Uploads.Verdict.Accepted) verdict);
    }

    /**
     * Asked only while the dossier is held, when nobody else can be adding to it: H2 would answer again what it answered in the same session
     * before another's insert was committed.
     */
    private boolean isFull(DossierKey dossier) {
        return jdbc.sql(
                                """
                                select count(*) from dossier_attachment where dossier_type = ? and dossier_id = ?
                                and removed_at is null""")
                        .params(dossier.type(), dossier.id())
                        .query(Integer.class)
                        .single()
                >= MOST;
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
        var attachment = find(key, id);
        if (attachment.removed()) {
            throw new NotVisible("attachment " + id);
        }
        var kept = dossiers.typeOf(key).hasLeft(dossier);
        jdbc.sql(
                        "update dossier_attachment set removed_by = ?, removed_by_name = ?, removed_at = ?, kept = ? where id = ?")
                .params(actor.id().value(), actor.name(), Timestamp.from(clock.instant()), kept, id)
                .update();
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
        var attachment = find(key, id);
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
            var id = UUID.randomUUID().toString();
            jdbc.sql(
                            """
                            insert into dossier_attachment (id, dossier_type, dossier_id, unit_id, file_id, added_by, added_by_name,
                            added_at, kept) values (?, ?, ?, ?, ?, ?, ?, ?, true)""")
                    .params(
                            id,
                            dossier.key().type(),
                            dossier.key().id(),
                            dossier.unit().value(),
                            file.id())
                    .params(actor.id().value(), actor.name(), Timestamp.from(clock.instant()))
                    .update();
            told("attachment.added", actor, dossier, find(dossier.key(), id), Map.of());
            return new Outcome.Added(id, accepted.name());
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

    private Attachment find(DossierKey dossier, String id) {
        return jdbc.sql(FOUND + " where a.id = ? and a.dossier_type = ? and a.dossier_id = ?")
                .params(id, dossier.type(), dossier.id())
                .query(Attachments::read)
                .optional()
                .orElseThrow(() -> new NotVisible("attachment " + id));
    }

    private static Attachment read(ResultSet row, int n) throws SQLException {
        var removed = row.getTimestamp("removed_at");
        return new Attachment(
                row.getString("id"),
                row.getLong("file_id"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size_bytes"),
                row.getString("sha256"),
                row.getString("added_by_name"),
                row.getTimestamp("added_at").toInstant(),
                row.getString("removed_by_name"),
                removed == null ? null : removed.toInstant(),
                row.getBoolean("kept"));
    }
}
