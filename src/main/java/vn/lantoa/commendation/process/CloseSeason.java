package vn.lantoa.commendation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.SeasonFlow;
import vn.lantoa.dossier.DossierKey;

/** "Ghi nhận kết thúc đợt xét": closes a season. */
@Component
class CloseSeason implements JavaDelegate {

    private final SeasonFlow seasons;

    CloseSeason(SeasonFlow seasons) {
        this.seasons = seasons;
    }

    @Override
    public void execute(DelegateExecution execution) {
        seasons.close(DossierKey.of(execution.getProcessBusinessKey()));
    }
}
