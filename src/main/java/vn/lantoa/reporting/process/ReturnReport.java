package vn.lantoa.reporting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.reporting.ReportProgress;

/** "Trả lại và ấn định ngày nộp bổ sung": gives the unit its new date. */
@Component
class ReturnReport implements JavaDelegate {

    private final ReportProgress reports;

    ReturnReport(ReportProgress reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.returnForCompletion(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
