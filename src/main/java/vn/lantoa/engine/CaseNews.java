package vn.lantoa.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.context.ApplicationEventPublisher;

/** Tells of cases that end. */
record CaseNews(ApplicationEventPublisher publisher) implements HistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricProcessInstanceEventEntity one
                && one.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)
                && one.getProcessInstanceId().equals(one.getRootProcessInstanceId())) {
            publisher.publishEvent(new CaseEnded(one.getProcessInstanceId()));
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
