package vn.lantoa.diagrams;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.document.SmallArchive;
import vn.lantoa.engine.ModelFile;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;

/** The way between the page and the repository: a version leaves as an archive, an archive or single files come into a draft. */
@Component
public class DraftImports {

    private final ProcessDrafts drafts;
    private final ProcessDraftRows rows;
    private final DraftChanges changes;
    private final ProcessFiles processes;
    private final ProcessSight sight;
    private final Access access;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    DraftImports(
            ProcessDrafts drafts,
            ProcessDraftRows rows,
            DraftChanges changes,
            ProcessFiles processes,
            ProcessSight sight,
            Access access,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.drafts = drafts;
        this.rows = rows;
        this.changes = changes;
        this.processes = processes;
        this.sight = sight;
        this.access = access;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** A file as it was sent. */
    public record Sent(String name, byte[] content) {}

    /** What became of it: all files are kept, or none. */
    public sealed interface Imported {

        record Kept(int files) implements Imported {}

        /**
         * @param key message of the reason
         * @param file the one that gave it; empty when it is the whole
         */
        record Refused(String key, String file) implements Imported {}
    }

    /** A version as an archive with the paths of the repository, byte for byte as it was deployed. */
    public byte[] export(Actor actor, String process, int number) {
        sight.require(actor);
        return ProcessArchive.write(processes.files(changes.version(process, number)));
    }

    /** Takes archives and single files into a draft; a file of the same name is replaced. */
    public Imported take(Actor actor, DraftId id, List<Sent> sent, long seen) {
        var feature = drafts.files(actor, id).get(0).feature();
        access.require(actor, Right.DRAW_PROCESS);
        var files = new ArrayList<ModelFile>();
        for (var one : sent) {
            if (isArchive(one)) {
                try {
                    files.addAll(ProcessArchive.read(one.content()));
                } catch (SmallArchive.Unreadable e) {
                    return e.tooLarge().isEmpty()
                            ? new Imported.Refused("process.import.refused.ARCHIVE", one.name())
                            : new Imported.Refused("process.import.refused.TOO_LARGE", e.tooLarge());
                }
            } else {
                files.add(new ModelFile(path(feature, one.name()), one.content()));
            }
        }
        return files.isEmpty() ? new Imported.Refused("process.import.refused.NONE", "") : keep(actor, id, files, seen);
    }

    private Imported keep(Actor actor, DraftId id, List<ModelFile> files, long seen) {
        return transaction.execute(status -> {
            if (rows.hold(id).filter(draft -> draft.version() == seen).isEmpty()) {
                return new Imported.Refused("process.release.refused.STALE", "");
            }
            for (var file : files) {
                var stands = rows.file(id, file.name())
                        .map(ProcessDraftRows.Kept::version)
                        .orElse(0L);
                var written = drafts.write(actor, id, file, stands);
                if (!(written instanceof ProcessDrafts.Written.Kept)) {
                    status.setRollbackOnly();
                    return refused(written, file);
                }
            }
            audit.record(
                    "process.draft-imported",
                    actor,
                    ProcessDrafts.object(id),
                    null,
                    Map.of("files", files.size(), "sha256", FilesDigest.of(files)),
                    Map.of());
            return new Imported.Kept(files.size());
        });
    }

    private static Imported refused(ProcessDrafts.Written written, ModelFile file) {
        if (written instanceof ProcessDrafts.Written.Refused refused) {
            return new Imported.Refused("process.import.refused." + refused.why(), file.name());
        }
        return new Imported.Refused(
                written instanceof ProcessDrafts.Written.Stale
                        ? "process.release.refused.STALE"
                        : "process.release.refused.NOT_OPEN",
                "");
    }

    private static boolean isArchive(Sent sent) {
        return sent.name().toLowerCase(Locale.ROOT).endsWith(".zip")
                || sent.content().length > 1 && sent.content()[0] == 'P' && sent.content()[1] == 'K';
    }

    /** A single file comes without its folder: its ending says which one is its own. */
    private static String path(String feature, String name) {
        var bare = name.replace('\\', '/');
        var file = bare.substring(bare.lastIndexOf('/') + 1);
        return (file.endsWith(".form") ? "forms/" : "bpmn/") + feature + "/" + file;
    }
}
