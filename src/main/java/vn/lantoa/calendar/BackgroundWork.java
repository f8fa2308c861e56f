package vn.lantoa.calendar;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One thread of each node works off what waits in the database, piece by piece; a schedule only wakes it. A piece that is cut off must leave
 * nothing behind: it is taken up again by whoever comes next.
 */
public abstract class BackgroundWork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);
    private static final long PATIENCE = 15;

    private final String name;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile ExecutorService thread;

    /** @param name of the thread, and what the log calls the work: {@code imports} */
    protected BackgroundWork(String name) {
        this.name = name;
    }

    /** Does one piece; false when none waits. */
    protected abstract boolean doOne();

    /** What is to be done once no piece waits any more. */
    protected void finish() {}

    /** Begins to look whether something waits; false when it works already, or does not run. */
    protected final boolean wake() {
        var worker = thread;
        if (worker == null || !busy.compareAndSet(false, true)) {
            return false;
        }
        worker.execute(this::work);
        return true;
    }

    @Override
    public void start() {
        thread = Executors.newSingleThreadExecutor(work -> {
            var one = new Thread(work, name);
            one.setDaemon(true);
            return one;
        });
    }

    @Override
    public void stop() {
        var worker = thread;
        thread = null;
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
                LOG.warn("Work on {} is cut off; it is taken up again at the next start", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return thread != null;
    }

    private void work() {
        try {
            while (isRunning() && doOne()) {
                continue;
            }
            finish();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Work on {} waits for the database: {}", name, e.getMessage());
        } finally {
            busy.set(false);
        }
    }
}
