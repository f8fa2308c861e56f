package vn.lantoa.diagrams.moves;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.BackgroundWork;

/** Moves what waits, case by case; one that is cut off is rolled back. */
@Component
class MoveRunner extends BackgroundWork {

    private final MoveWork work;

    MoveRunner(MoveWork work) {
        super("case-moves");
        this.work = work;
    }

    @Scheduled(fixedDelayString = "${lantoa.campaign.wake}", initialDelayString = "${lantoa.campaign.wake}")
    void look() {
        wake();
    }

    @Override
    protected boolean doOne() {
        return work.moveOne();
    }

    @Override
    protected void finish() {
        work.finish();
    }
}
