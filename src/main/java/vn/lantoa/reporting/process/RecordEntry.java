package vn.lantoa.reporting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.reporting.ReportProgress;

/** "Ghi nhận và khóa báo cáo nhập thay": locks what the superior entered for the unit. */
@Component
class RecordEntry implements JavaDelegate {

    private final ReportProgress reports;

    RecordEntry(ReportProgress reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.recordEntry(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
