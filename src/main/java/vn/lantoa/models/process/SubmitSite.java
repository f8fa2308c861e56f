package vn.lantoa.models.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.models.SiteFlow;

/** "Trình đăng ký, đối chiếu hồ sơ trùng": hands a site in. */
@Component
class SubmitSite implements JavaDelegate {

    private final SiteFlow sites;

    SubmitSite(SiteFlow sites) {
        this.sites = sites;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sites.submit(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
