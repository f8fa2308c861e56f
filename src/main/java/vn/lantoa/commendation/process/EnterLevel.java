package vn.lantoa.commendation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.NominationFlow;
import vn.lantoa.dossier.DossierKey;

/** "Tiếp nhận, kiểm tra lại điều kiện": begins the passage through a level. */
@Component
class EnterLevel implements JavaDelegate {

    private final NominationFlow nominations;

    EnterLevel(NominationFlow nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        nominations.enterLevel(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
