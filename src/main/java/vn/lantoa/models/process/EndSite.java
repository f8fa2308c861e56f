package vn.lantoa.models.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.models.SiteFlow;

/** "Kết thúc hồ sơ mô hình": ends a site as the variable {@code siteEnd} says. */
@Component
class EndSite implements JavaDelegate {

    private final SiteFlow sites;

    EndSite(SiteFlow sites) {
        this.sites = sites;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sites.end(DossierKey.of(execution.getProcessBusinessKey()), String.valueOf(execution.getVariable("siteEnd")));
    }
}
