package vn.lantoa.commendation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.NominationFlow;
import vn.lantoa.dossier.DossierKey;

/** "Trình hội đồng": a nomination goes before the council. */
@Component
class CallVote implements JavaDelegate {

    private final NominationFlow nominations;

    CallVote(NominationFlow nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        nominations.callVote(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
