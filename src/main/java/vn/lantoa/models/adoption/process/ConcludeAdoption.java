package vn.lantoa.models.adoption.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.models.adoption.AdoptionFlow;

/** "Ghi nhận kết quả áp dụng": ends an adoption as variable {@code ending} says. */
@Component
class ConcludeAdoption implements JavaDelegate {

    private final AdoptionFlow adoptions;

    ConcludeAdoption(AdoptionFlow adoptions) {
        this.adoptions = adoptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        adoptions.conclude(DossierKey.of(execution.getProcessBusinessKey()), (String) execution.getVariable("ending"));
    }
}
