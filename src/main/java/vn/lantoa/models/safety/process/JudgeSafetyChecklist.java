package vn.lantoa.models.safety.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.models.safety.SafetyProgress;

/** "Đối chiếu bộ tiêu chí": keeps which criteria the unit's answers do not meet. */
@Component
class JudgeSafetyChecklist implements JavaDelegate {

    private final SafetyProgress files;

    JudgeSafetyChecklist(SafetyProgress files) {
        this.files = files;
    }

    @Override
    public void execute(DelegateExecution execution) {
        files.judge(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
