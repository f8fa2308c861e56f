package vn.lantoa.models.adoption.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.models.adoption.AdoptionFlow;

/** "Lập điểm mô hình": the site that was set up begins a life of its own. */
@Component
class FoundTakenOverSite implements JavaDelegate {

    private final AdoptionFlow adoptions;

    FoundTakenOverSite(AdoptionFlow adoptions) {
        this.adoptions = adoptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        adoptions.found(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
