package vn.lantoa.onboarding;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.BackgroundWork;

/** Works off imports; while one takes long, other nodes are told that this one is alive. */
@Component
class ImportRunner extends BackgroundWork {

    private static final long SOME_SECONDS = 5_000_000_000L;

    private final ImportJobs jobs;
    private long told;

    ImportRunner(ImportJobs jobs) {
        super("imports");
        this.jobs = jobs;
    }

    @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
    void look() {
        if (!wake()) {
            stillAlive();
        }
    }

    @Override
    protected boolean doOne() {
        return jobs.runOne();
    }

    @Override
    public void stop() {
        jobs.stop();
        super.stop();
    }

    private void stillAlive() {
        if (System.nanoTime() - told > SOME_SECONDS) {
            told = System.nanoTime();
            jobs.alive();
        }
    }
}
