package vn.lantoa.commendation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.NominationFlow;
import vn.lantoa.dossier.DossierKey;

/** "Kết thúc xét tại cấp này": closes the passage and says what the table of levels asks. */
@Component
class CloseLevel implements JavaDelegate {

    private final NominationFlow nominations;

    CloseLevel(NominationFlow nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var result = (String) execution.getVariable("levelResult");
        execution.setVariables(nominations.closeLevel(DossierKey.of(execution.getProcessBusinessKey()), result));
    }
}
