package vn.lantoa.onboarding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.document.OfficeFiles;
import vn.lantoa.onboarding.ImportFault.Weight;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Intake;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.UnitId;

/**
 * Imports of units, people and posts: sent, read in the background, looked at, applied whole, taken back whole. Every act throws
 * {@link NotVisible} or {@link vn.lantoa.organization.NotAllowed} unless the person manages units and people of the branch.
 */
@Component
public class Imports {

    private static final int LATEST = 30;

    private final ImportStore store;
    private final ImportRows rows;
    private final Intake intake;
    private final AuditTrail audit;

    Imports(ImportStore store, ImportRows rows, Intake intake, AuditTrail audit) {
        this.store = store;
        this.rows = rows;
        this.intake = intake;
        this.audit = audit;
    }

    /**
     * Takes a file; reading begins in the background.
     *
     * @param form names the form that was filled in: the same form sent twice is one import
     * @return the import
     */
    @Transactional
    public long receive(Actor by, UnitId unit, String form, String fileName, InputStream file) {
        intake.require(by, unit);
        var before = store.sentBefore(by, form);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            var id = store.insert(by, unit, form, plain(fileName));
            store.size(id, rows.keep(id, file, OfficeFiles.LARGEST));
            audit.record("import.received", by, "import:" + id, unit, Map.of(), Map.of("file", plain(fileName)));
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One import. */
    public UnitImport find(Actor by, long id) {
        var found = store.find(id).orElseThrow(() -> new NotVisible("import " + id));
        intake.require(by, found.unit());
        return found;
    }

    /** The latest imports of a branch. */
    public List<UnitImport> latest(Actor by, UnitId unit) {
        intake.require(by, unit);
        return store.latest(unit, LATEST);
    }

    /** What is wrong, in conflict or worth knowing, in the order of rows. */
    public List<ImportFault> faults(Actor by, long id, Weight weight, int skip, int limit) {
        find(by, id);
        return rows.faults(id, weight, skip, limit);
    }

    /** The first rows as they were read. */
    public List<ImportRow> rows(Actor by, long id, int limit) {
        find(by, id);
        return rows.page(id, 0, limit);
    }

    /**
     * Lets an import be applied in the background.
     *
     * @param keepExisting whether what exists stays where the file says otherwise
     * @return false when it cannot be applied now, or already is
     */
    @Transactional
    public boolean apply(Actor by, long id, boolean keepExisting) {
        var found = find(by, id);
        return found.applicable()
                && (found.sums().conflicts() == 0 || keepExisting)
                && store.order(id, ImportState.READ, ImportState.APPLYING, by, keepExisting);
    }

    /** Lets an applied import be taken back in the background; false when it is not applied. */
    @Transactional
    public boolean undo(Actor by, long id) {
        find(by, id);
        return store.order(id, ImportState.APPLIED, ImportState.UNDOING, by, false);
    }

    /** Throws an import away that was never applied, with everything read from its file. */
    @Transactional
    public boolean drop(Actor by, long id) {
        var found = find(by, id);
        var dropped =
                found.state() == ImportState.READ && store.order(id, ImportState.READ, ImportState.DROPPED, by, false);
        if (dropped) {
            rows.dropRows(id);
            audit.record("import.dropped", by, "import:" + id, found.unit(), Map.of(), Map.of());
        }
        return dropped;
    }

    /** Browsers may send a whole path; the name is shown and decides by its ending. */
    private static String plain(String fileName) {
        var name = Normalizer.normalize(fileName == null ? "" : fileName, Normalizer.Form.NFC)
                .replaceAll(".*[/\\\\]", "")
                .replaceAll("[\\p{Cc}\\p{Cf}]", "");
        return name.length() <= 255 ? name : name.substring(name.length() - 255);
    }
}
