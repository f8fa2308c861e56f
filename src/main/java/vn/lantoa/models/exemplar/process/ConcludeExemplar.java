package vn.lantoa.models.exemplar.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.models.exemplar.ExemplarProgress;

/** "Ghi vào sổ điển hình": writes down what the leader decided. */
@Component
class ConcludeExemplar implements JavaDelegate {

    private final ExemplarProgress exemplars;

    ConcludeExemplar(ExemplarProgress exemplars) {
        this.exemplars = exemplars;
    }

    @Override
    public void execute(DelegateExecution execution) {
        exemplars.conclude(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
