package vn.lantoa.commendation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.NominationFlow;
import vn.lantoa.dossier.DossierKey;

/** "Gửi lên cấp trên": gives a nomination to the next level. */
@Component
class SendUp implements JavaDelegate {

    private final NominationFlow nominations;

    SendUp(NominationFlow nominations) {
        this.nominations = nominations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        nominations.sendUp(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
