package vn.lantoa.engine;

import java.util.Date;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;
import vn.lantoa.rulebook.Retention;

/**
 * When the engine's own clean-up may remove what it remembers of a case: after the term that holds on the day of its end, or sooner where
 * its diagram says so.
 */
@Component
class HistoryTerm extends DefaultHistoryRemovalTimeProvider {

    private final Retention retention;

    HistoryTerm(Retention retention) {
        this.retention = retention;
    }

    @Override
    public Date calculateRemovalTime(HistoricProcessInstanceEventEntity one, ProcessDefinition definition) {
        var drawn = super.calculateRemovalTime(one, definition);
        if (drawn == null || one.getEndTime() == null) {
            return drawn;
        }
        var ruled = Date.from(retention.keptUntil(
                Retention.Kind.CASE_HISTORY, one.getEndTime().toInstant()));
        return ruled.before(drawn) ? ruled : drawn;
    }
}
