package vn.lantoa.commendation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.NominationFlow;
import vn.lantoa.dossier.DossierKey;

/** "Công khai": a nomination goes on the public list. */
@Component
class OpenPosting implements JavaDelegate {

    private final NominationFlow nominations;

    OpenPosting(NominationFlow nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        nominations.openPosting(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
