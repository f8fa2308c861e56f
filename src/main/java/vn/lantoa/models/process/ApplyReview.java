package vn.lantoa.models.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.models.SiteFlow;

/** "Ghi nhận kết quả rà soát": tells the process whether a repair begins. */
@Component
class ApplyReview implements JavaDelegate {

    private final SiteFlow sites;

    ApplyReview(SiteFlow sites) {
        this.sites = sites;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sites.applyReview(DossierKey.of(execution.getProcessBusinessKey())).forEach(execution::setVariable);
    }
}
