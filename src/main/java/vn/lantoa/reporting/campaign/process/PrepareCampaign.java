package vn.lantoa.reporting.campaign.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.reporting.campaign.CampaignProgress;

/** "Lập danh sách đơn vị, chia lượt mở": freezes who is asked. */
@Component
class PrepareCampaign implements JavaDelegate {

    private final CampaignProgress campaigns;

    PrepareCampaign(CampaignProgress campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        campaigns.prepare(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
