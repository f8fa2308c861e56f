package vn.lantoa.commendation.privacy.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.privacy.DataRequestProgress;
import vn.lantoa.dossier.DossierKey;

/** "Ghi nhận kết quả, đính chính hoặc xóa dữ liệu": does what was approved. */
@Component
class ConcludeDataRequest implements JavaDelegate {

    private final DataRequestProgress requests;

    ConcludeDataRequest(DataRequestProgress requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requests.conclude(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
