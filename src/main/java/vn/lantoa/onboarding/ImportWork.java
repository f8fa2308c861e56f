package vn.lantoa.onboarding;

import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.onboarding.ImportFault.Weight;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Intake;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.People;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** What is done with an import that was taken up: read, applied, or taken back, each whole or not at all. */
@Component
class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

    private final ImportStore store;
    private final ImportRows rows;
    private final ImportReader reader;
    private final ImportCheck check;
    private final ImportWriter writer;
    private final Intake intake;
    private final People people;
    private final TransactionTemplate transaction;

    ImportWork(
            ImportStore store,
            ImportRows rows,
            ImportReader reader,
            ImportCheck check,
            ImportWriter writer,
            Intake intake,
            People people,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.rows = rows;
        this.reader = reader;
        this.check = check;
        this.writer = writer;
        this.intake = intake;
        this.people = people;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Reads the file and says what it would do. */
    void read(TakenImport taken) {
        var imported = taken.imported();
        var tracking = taken.tracking();
        var refused = reader.read(imported, (done, total) -> tracking.at(done, total * 2));
        if (refused.isPresent()) {
            transaction.executeWithoutResult(status -> {
                rows.dropRows(imported.id());
                rows.dropFile(imported.id());
                store.finish(
                        imported.id(),
                        taken.worker(),
                        ImportState.REFUSED,
                        refused.get().key(),
                        refused.get().where());
            });
            return;
        }
        var read = store.find(imported.id()).orElseThrow();
        var plan = plan(read, tracking);
        transaction.executeWithoutResult(status -> {
            keep(read, plan);
            rows.dropFile(read.id());
            store.finish(read.id(), taken.worker(), ImportState.READ, null, null);
        });
    }

    private ImportPlan plan(UnitImport imported, ImportTracking tracking) {
        var branch = intake.require(actor(imported), imported.unit());
        var count = rows.count(imported.id());
        tracking.at(count, count * 3);
        var plan = check.units(imported, branch, tracking::step);
        check.people(imported, plan, posts -> {}, tracking::step);
        return plan;
    }

    /** Writes what was read, unless something stands against it now. */
    void apply(TakenImport taken) {
        var imported = taken.imported();
        var refused = transaction.execute(status -> {
            var stale = write(imported, taken.tracking());
            if (stale.isPresent()) {
                status.setRollbackOnly();
                return stale;
            }
            // Names and telephone numbers need not lie twice.
            rows.dropRows(imported.id());
            if (!store.finish(imported.id(), taken.worker(), ImportState.APPLIED, null, null)) {
                throw new ImportTracking.Stopped();
            }
            return stale;
        });
        if (refused.isPresent()) {
            transaction.executeWithoutResult(status -> {
                keep(imported, refused.get());
                store.finish(
                        imported.id(), taken.worker(), ImportState.READ, "onboarding.refused.CHANGED_MEANWHILE", null);
            });
        }
    }

    /** The plan when what exists has changed so that it no longer can be applied; empty when everything is written. */
    private Optional<ImportPlan> write(UnitImport imported, ImportTracking tracking) {
        var by = actor(imported);
        var branch = intake.require(by, imported.unit());
        var count = rows.count(imported.id());
        tracking.at(0, count * 2 + imported.sums().unitsNew());
        var plan = check.units(imported, branch, tracking::step);
        if (blocked(imported, plan)) {
            check.people(imported, plan, posts -> {}, done -> {});
            return Optional.of(plan);
        }
        writer.write(imported, by, plan, tracking::step);
        return blocked(imported, plan) ? Optional.of(plan) : Optional.empty();
    }

    private static boolean blocked(UnitImport imported, ImportPlan plan) {
        return plan.faults.count(Weight.FAULT) > 0
                || plan.faults.count(Weight.CONFLICT) > 0 && !imported.keepConflicts();
    }

    /** Takes back what it wrote, unless somebody has built on it. */
    void undo(TakenImport taken) {
        var imported = taken.imported();
        try {
            var obstacles = transaction.execute(status -> {
                var made = new Intake.Made(
                        rows.made(imported.id(), "U").stream().map(UnitId::of).toList(),
                        rows.made(imported.id(), "P").stream().map(PersonId::of).toList(),
                        rows.made(imported.id(), "H"));
                var found = intake.takeBack(actor(imported), imported.unit(), "import:" + imported.id(), made);
                if (found.isEmpty()) {
                    rows.dropMade(imported.id());
                    store.finish(imported.id(), taken.worker(), ImportState.UNDONE, null, null);
                }
                return found;
            });
            if (!obstacles.isEmpty()) {
                var lines = obstacles.stream()
                        .map(one -> one.what() + "|" + one.count() + "|" + one.name())
                        .collect(Collectors.joining("\n"));
                undoBlocked(taken, lines);
            }
        } catch (DataIntegrityViolationException e) {
            LOG.info("Import {} is not undone: {}", imported.id(), e.getMessage());
            undoBlocked(taken, "other|1|");
        }
    }

    private void undoBlocked(TakenImport taken, String by) {
        transaction.executeWithoutResult(status ->
                store.finish(taken.id(), taken.worker(), ImportState.APPLIED, "onboarding.refused.UNDO_BLOCKED", by));
    }

    private void keep(UnitImport imported, ImportPlan plan) {
        rows.dropFaults(imported.id(), "CHECK");
        rows.addFaults(imported.id(), "CHECK", plan.faults.kept());
        store.sums(
                imported.id(),
                plan.sums(
                        rows.faults(imported.id(), "READ", Weight.FAULT),
                        rows.faults(imported.id(), "READ", Weight.REMARK)));
    }

    private Actor actor(UnitImport imported) {
        return people.actor(imported.actedBy())
                .flatMap(one -> people.actor(one.username()))
                .orElseThrow(() -> new NotAllowed("blocked"));
    }
}
