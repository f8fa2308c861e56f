package vn.lantoa.reporting.campaign.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.reporting.campaign.CampaignProgress;

/** "Ghi nhận việc chốt": what was never sent is missing from now on. */
@Component
class CloseCampaign implements JavaDelegate {

    private final CampaignProgress campaigns;

    CloseCampaign(CampaignProgress campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        campaigns.close(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
