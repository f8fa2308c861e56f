package vn.lantoa.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.ApplicationEventPublisher;
import vn.lantoa.dossier.DossierKey;

/** Turns the engine's history into our events: history alone tells of migration and deletion too. */
class TaskNews implements HistoryEventHandler {

    /** The self-test opens tasks that never come to be: nobody shall hear of them. */
    private static final ThreadLocal<Boolean> SILENT = ThreadLocal.withInitial(() -> false);

    /** Where tasks are collected instead of being told one by one. */
    private static final ThreadLocal<List<TaskOpened>> COLLECTED = new ThreadLocal<>();

    private final ApplicationEventPublisher publisher;

    TaskNews(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    static void silently(Runnable work) {
        SILENT.set(true);
        try {
            work.run();
        } finally {
            SILENT.remove();
        }
    }

    /** The tasks that open during this work; nobody else hears of their opening. */
    static List<TaskOpened> openedBy(Runnable work) {
        var collected = new ArrayList<TaskOpened>();
        COLLECTED.set(collected);
        try {
            work.run();
        } finally {
            COLLECTED.remove();
        }
        return collected;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!(event instanceof HistoricTaskInstanceEventEntity task) || SILENT.get()) {
            return;
        }
        if (task.isEventOfType(HistoryEventTypes.TASK_INSTANCE_CREATE)) {
            tell(opened(task, task.getStartTime().toInstant()));
        } else if (task.isEventOfType(HistoryEventTypes.TASK_INSTANCE_MIGRATE)) {
            publisher.publishEvent(opened(task, since(task)));
        } else if (task.isEventOfType(HistoryEventTypes.TASK_INSTANCE_COMPLETE)) {
            publisher.publishEvent(new TaskClosed(
                    task.getTaskId(), completed(task), task.getEndTime().toInstant()));
        } else if (task.isEventOfType(HistoryEventTypes.TASK_INSTANCE_DELETE)) {
            publisher.publishEvent(new TaskClosed(task.getTaskId(), false, now()));
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private void tell(TaskOpened opened) {
        var collected = COLLECTED.get();
        if (collected == null) {
            publisher.publishEvent(opened);
        } else {
            collected.add(opened);
        }
    }

    private TaskOpened opened(HistoricTaskInstanceEventEntity task, Instant at) {
        var engine = Context.getCommandContext();
        var definition = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(task.getProcessDefinitionId());
        var instance = engine.getExecutionManager().findExecutionById(task.getProcessInstanceId());
        if (instance.getBusinessKey() == null) {
            throw new IllegalStateException(
                    "a user task of " + definition.getKey() + " without a dossier: nobody would see it");
        }
        return new TaskOpened(
                task.getTaskId(),
                DrawnSteps.in(definition, task.getTaskDefinitionKey()),
                DossierKey.of(instance.getBusinessKey()),
                task.getProcessInstanceId(),
                at);
    }

    /** A step that is moved to another version has been open since before: its days go on. */
    private static Instant since(HistoricTaskInstanceEventEntity task) {
        var open = Context.getCommandContext().getTaskManager().findTaskById(task.getTaskId());
        return open == null ? now() : open.getCreateTime().toInstant();
    }

    private static boolean completed(HistoricTaskInstanceEventEntity task) {
        return TaskEntity.DELETE_REASON_COMPLETED.equals(task.getDeleteReason());
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
