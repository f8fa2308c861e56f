package vn.lantoa.reporting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.reporting.ReportProgress;

/** "Ghi nhận gửi ngoài hệ thống": the numbered report of a unit without a superior here is sent on paper, and locked. */
@Component
class SendOutside implements JavaDelegate {

    private final ReportProgress reports;

    SendOutside(ReportProgress reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.sendOutside(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
