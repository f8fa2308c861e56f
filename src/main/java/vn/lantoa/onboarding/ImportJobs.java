package vn.lantoa.onboarding;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.onboarding.ImportFault.Weight;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Intake;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.People;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/**
 * The work behind an import. Each piece is done whole or not at all, and begun anew by whoever finds it lying: this node after a crash, or
 * another one.
 */
@Component
class ImportJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);

    /** A worker silent for so long is taken for dead. */
    private static final int SILENT = 30;

    private static final int MOST_ATTEMPTS = 6;

    private final String worker = UUID.randomUUID().toString();
    private final ImportStore store;
    private final ImportRows rows;
    private final ImportReader reader;
    private final ImportCheck check;
    private final ImportWriter writer;
    private final Intake intake;
    private final People people;
    private final TransactionTemplate transaction;
    private final TransactionTemplate aside;
    private volatile boolean stopping;
    private volatile Long current;

    ImportJobs(
            ImportStore store,
            ImportRows rows,
            ImportReader reader,
            ImportCheck check,
            ImportWriter writer,
            Intake intake,
            People people,
            org.springframework.transaction.PlatformTransactionManager transactions) {
        this.store = store;
        this.rows = rows;
        this.reader = reader;
        this.check = check;
        this.writer = writer;
        this.intake = intake;
        this.people = people;
        this.transaction = new TransactionTemplate(transactions);
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(
                org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Does one piece of work; false when none waits. */
    boolean runOne() {
        var claimed = transaction.execute(status -> store.claim(worker, SILENT));
        claimed.ifPresent(this::run);
        return claimed.isPresent();
    }

    /** Called every second or so from another thread: a piece of work may be silent for longer than a dead node. */
    void alive() {
        var working = current;
        if (working != null) {
            store.alive(working, worker, SILENT);
        }
    }

    void stop() {
        stopping = true;
    }

    private void run(UnitImport imported) {
        current = imported.id();
        try {
            if (store.attempts(imported.id()) > MOST_ATTEMPTS) {
                fail(imported, "onboarding.refused.FAILED");
            } else {
                switch (imported.state()) {
                    case READING -> read(imported);
                    case APPLYING -> apply(imported);
                    case UNDOING -> undo(imported);
                    default -> store.release(imported.id(), worker);
                }
            }
        } catch (ImportTracking.Stopped e) {
            LOG.info("Import {} is left for later", imported.id());
            store.release(imported.id(), worker);
        } catch (NotAllowed | NotVisible e) {
            fail(imported, "onboarding.refused.NOT_ALLOWED");
        } catch (RuntimeException e) {
            LOG.error("Import {} failed while {}", imported.id(), imported.state(), e);
            fail(imported, "onboarding.refused.FAILED");
        } finally {
            current = null;
        }
    }

    private void read(UnitImport imported) {
        var tracking = tracking(imported);
        var refused = reader.read(imported, (done, total) -> tracking.at(done, total * 2));
        if (refused.isPresent()) {
            transaction.executeWithoutResult(status -> {
                rows.dropRows(imported.id());
                rows.dropFile(imported.id());
                store.finish(
                        imported.id(),
                        worker,
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
            store.finish(read.id(), worker, ImportState.READ, null, null);
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

    private void apply(UnitImport imported) {
        var refused = transaction.execute(status -> {
            var stale = write(imported);
            if (stale.isPresent()) {
                status.setRollbackOnly();
                return stale;
            }
            // Names and telephone numbers need not lie twice.
            rows.dropRows(imported.id());
            if (!store.finish(imported.id(), worker, ImportState.APPLIED, null, null)) {
                throw new ImportTracking.Stopped();
            }
            return stale;
        });
        if (refused.isPresent()) {
            transaction.executeWithoutResult(status -> {
                keep(imported, refused.get());
                store.finish(imported.id(), worker, ImportState.READ, "onboarding.refused.CHANGED_MEANWHILE", null);
            });
        }
    }

    /** The plan when what exists has changed so that it no longer can be applied; empty when everything is written. */
    private Optional<ImportPlan> write(UnitImport imported) {
        var by = actor(imported);
        var branch = intake.require(by, imported.unit());
        var tracking = tracking(imported);
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

    private void undo(UnitImport imported) {
        try {
            var obstacles = transaction.execute(status -> {
                var made = new Intake.Made(
                        rows.made(imported.id(), "U").stream().map(UnitId::of).toList(),
                        rows.made(imported.id(), "P").stream().map(PersonId::of).toList(),
                        rows.made(imported.id(), "H"));
                var found = intake.takeBack(actor(imported), imported.unit(), "import:" + imported.id(), made);
                if (found.isEmpty()) {
                    rows.dropMade(imported.id());
                    store.finish(imported.id(), worker, ImportState.UNDONE, null, null);
                }
                return found;
            });
            if (!obstacles.isEmpty()) {
                var lines = obstacles.stream()
                        .map(one -> one.what() + "|" + one.count() + "|" + one.name())
                        .collect(Collectors.joining("\n"));
                finish(imported, ImportState.APPLIED, "onboarding.refused.UNDO_BLOCKED", lines);
            }
        } catch (DataIntegrityViolationException e) {
            LOG.info("Import {} is not undone: {}", imported.id(), e.getMessage());
            finish(imported, ImportState.APPLIED, "onboarding.refused.UNDO_BLOCKED", "other|1|");
        }
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

    private void fail(UnitImport imported, String key) {
        var state =
                switch (imported.state()) {
                    case READING -> ImportState.REFUSED;
                    case APPLYING -> ImportState.READ;
                    default -> ImportState.APPLIED;
                };
        finish(imported, state, key, null);
    }

    private void finish(UnitImport imported, ImportState state, String key, String where) {
        transaction.executeWithoutResult(status -> store.finish(imported.id(), worker, state, key, where));
    }

    private ImportTracking tracking(UnitImport imported) {
        return new ImportTracking((done, total) -> !stopping
                && Boolean.TRUE.equals(
                        aside.execute(status -> store.progress(imported.id(), worker, SILENT, done, total))));
    }
}
