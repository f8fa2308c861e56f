package vn.lantoa.reporting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.reporting.ReportProgress;

/** "Ghi nhận rút lại": leads a report that the unit took back into drafting. */
@Component
class RecordWithdrawal implements JavaDelegate {

    private final ReportProgress reports;

    RecordWithdrawal(ReportProgress reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.recordWithdrawal(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
