package vn.lantoa.commendation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.NominationFlow;
import vn.lantoa.dossier.DossierKey;

/** "Xác định cách xét": how this level decides. */
@Component
class ApplyCouncilRule implements JavaDelegate {

    private final NominationFlow nominations;

    ApplyCouncilRule(NominationFlow nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(nominations.applyCouncilRule(DossierKey.of(execution.getProcessBusinessKey())));
    }
}
