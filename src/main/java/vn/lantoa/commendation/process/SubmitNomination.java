package vn.lantoa.commendation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.NominationFlow;
import vn.lantoa.dossier.DossierKey;

/** "Trình hồ sơ": hands a nomination in. */
@Component
class SubmitNomination implements JavaDelegate {

    private final NominationFlow nominations;

    SubmitNomination(NominationFlow nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        nominations.submit(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
