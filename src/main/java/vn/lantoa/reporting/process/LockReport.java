package vn.lantoa.reporting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.reporting.ReportProgress;

/** "Khóa báo cáo đã tiếp nhận": locks what the superior accepted. */
@Component
class LockReport implements JavaDelegate {

    private final ReportProgress reports;

    LockReport(ReportProgress reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.lock(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
