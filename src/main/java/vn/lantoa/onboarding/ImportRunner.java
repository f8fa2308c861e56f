package vn.lantoa.onboarding;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** One thread of each node works off what waits; the clock of the house only wakes it. */
@Component
class ImportRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final long PATIENCE = 15;
    private static final long SOME_SECONDS = 5_000_000_000L;

    private final ImportJobs jobs;
    private final AtomicBoolean busy = new AtomicBoolean();
    private ExecutorService thread;
    private long told;

    ImportRunner(ImportJobs jobs) {
        this.jobs = jobs;
    }

    /** Looks whether something waits. */
    @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
    void wake() {
        var worker = thread;
        if (worker != null && busy.compareAndSet(false, true)) {
            worker.execute(this::work);
        } else {
            stillAlive();
        }
    }

    @Override
    public void start() {
        thread = Executors.newSingleThreadExecutor(work -> {
            var one = new Thread(work, "imports");
            one.setDaemon(true);
            return one;
        });
    }

    @Override
    public void stop() {
        var worker = thread;
        thread = null;
        jobs.stop();
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
                LOG.warn("An import is cut off; it begins anew at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void stillAlive() {
        if (System.nanoTime() - told > SOME_SECONDS) {
            told = System.nanoTime();
            jobs.alive();
        }
    }

    private void work() {
        try {
            while (isRunning() && jobs.runOne()) {
                continue;
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Imports wait for the database: {}", e.getMessage());
        } finally {
            busy.set(false);
        }
    }
}
