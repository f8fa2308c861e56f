package vn.lantoa.commendation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.NominationFlow;
import vn.lantoa.dossier.DossierKey;

/** "Trình ban hành quyết định": a nomination that passed every level. */
@Component
class SubmitForDecision implements JavaDelegate {

    private final NominationFlow nominations;

    SubmitForDecision(NominationFlow nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        nominations.submitForDecision(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
