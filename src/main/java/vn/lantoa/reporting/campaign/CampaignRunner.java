package vn.lantoa.reporting.campaign;

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

/** One thread of each node opens what waits; the clock only wakes it. */
@Component
class CampaignRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CampaignRunner.class);
    private static final long PATIENCE = 15;

    private final CampaignOpening opening;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile ExecutorService thread;

    CampaignRunner(CampaignOpening opening) {
        this.opening = opening;
    }

    /** Looks whether something waits. */
    @Scheduled(fixedDelayString = "${lantoa.campaign.wake}", initialDelayString = "${lantoa.campaign.wake}")
    void wake() {
        var worker = thread;
        if (worker != null && busy.compareAndSet(false, true)) {
            worker.execute(this::work);
        }
    }

    @Override
    public void start() {
        thread = Executors.newSingleThreadExecutor(work -> {
            var one = new Thread(work, "campaigns");
            one.setDaemon(true);
            return one;
        });
    }

    /** A chunk that is cut off is rolled back and opened by whoever comes next. */
    @Override
    public void stop() {
        var worker = thread;
        thread = null;
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
                LOG.warn("The opening of a campaign is cut off; it goes on at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void work() {
        try {
            while (isRunning() && opening.openOne()) {
                continue;
            }
            opening.finish();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Campaigns wait for the database: {}", e.getMessage());
        } finally {
            busy.set(false);
        }
    }
}
