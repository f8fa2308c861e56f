package vn.lantoa.models.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.models.SiteFlow;

/** "Ghi nhận công nhận": a site is recognised. */
@Component
class RecogniseSite implements JavaDelegate {

    private final SiteFlow sites;

    RecogniseSite(SiteFlow sites) {
        this.sites = sites;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sites.recognise(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
