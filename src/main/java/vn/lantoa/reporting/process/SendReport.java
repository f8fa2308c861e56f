package vn.lantoa.reporting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.reporting.ReportProgress;

/** "Gửi lên cấp trên": sends an approved report to the superior. */
@Component
class SendReport implements JavaDelegate {

    private final ReportProgress reports;

    SendReport(ReportProgress reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.send(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
