package vn.lantoa.models.safety.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.models.safety.SafetyProgress;

/** "Xác định đối tượng được xét": whether the workplace is one of those assessed. */
@Component
class CheckSafetyObject implements JavaDelegate {

    private final SafetyProgress files;

    CheckSafetyObject(SafetyProgress files) {
        this.files = files;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("admitted", files.admit(DossierKey.of(execution.getProcessBusinessKey())));
    }
}
