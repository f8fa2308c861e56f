package vn.lantoa.reporting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.reporting.ReportProgress;

/** "Mở bản đính chính số liệu": opens an accepted report for a restatement. */
@Component
class OpenRestatement implements JavaDelegate {

    private final ReportProgress reports;

    OpenRestatement(ReportProgress reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.openRestatement(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
