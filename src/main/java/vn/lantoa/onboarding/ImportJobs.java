package vn.lantoa.onboarding;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;

/**
 * Takes up the imports that wait, one after another. Each piece is done whole or not at all, and begun anew by whoever finds it lying: this
 * node after a crash, or another one.
 */
@Component
class ImportJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);

    /** A worker silent for so long is taken for dead. */
    private static final int SILENT = 30;

    private static final int MOST_ATTEMPTS = 6;

    private final String worker = UUID.randomUUID().toString();
    private final ImportStore store;
    private final ImportWork work;
    private final TransactionTemplate transaction;
    private final TransactionTemplate aside;
    private volatile boolean stopping;
    private volatile Long current;

    ImportJobs(ImportStore store, ImportWork work, PlatformTransactionManager transactions) {
        this.store = store;
        this.work = work;
        this.transaction = new TransactionTemplate(transactions);
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
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
                    case READING -> work.read(taken(imported));
                    case APPLYING -> work.apply(taken(imported));
                    case UNDOING -> work.undo(taken(imported));
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

    private void fail(UnitImport imported, String key) {
        var state =
                switch (imported.state()) {
                    case READING -> ImportState.REFUSED;
                    case APPLYING -> ImportState.READ;
                    default -> ImportState.APPLIED;
                };
        transaction.executeWithoutResult(status -> store.finish(imported.id(), worker, state, key, null));
    }

    private TakenImport taken(UnitImport imported) {
        return new TakenImport(
                imported,
                worker,
                new ImportTracking((done, total) -> !stopping
                        && Boolean.TRUE.equals(
                                aside.execute(status -> store.progress(imported.id(), worker, SILENT, done, total)))));
    }
}
