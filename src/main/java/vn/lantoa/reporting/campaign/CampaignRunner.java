package vn.lantoa.reporting.campaign;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.BackgroundWork;

/** Opens what waits, chunk by chunk; one that is cut off is rolled back. */
@Component
class CampaignRunner extends BackgroundWork {

    private final CampaignOpening opening;

    CampaignRunner(CampaignOpening opening) {
        super("campaigns");
        this.opening = opening;
    }

    @Scheduled(fixedDelayString = "${lantoa.campaign.wake}", initialDelayString = "${lantoa.campaign.wake}")
    void look() {
        wake();
    }

    @Override
    protected boolean doOne() {
        return opening.openOne();
    }

    @Override
    protected void finish() {
        opening.finish();
    }
}
