package vn.lantoa.commendation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.NominationFlow;
import vn.lantoa.dossier.DossierKey;

/** "Ghi nhận rút đề nghị": a nomination its unit took back. */
@Component
class RecordWithdrawnNomination implements JavaDelegate {

    private final NominationFlow nominations;

    RecordWithdrawnNomination(NominationFlow nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        nominations.recordWithdrawal(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
