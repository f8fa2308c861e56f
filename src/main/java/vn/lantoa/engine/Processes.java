package vn.lantoa.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.impl.ServiceImpl;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;

/** Starts processes and tells them what happened outside. */
@Component
public class Processes {

    private final RuntimeService runtime;
    private final CaseMemory memory;
    private final RepositoryService repository;
    private final ApplicationEventPublisher publisher;

    Processes(
            RuntimeService runtime,
            CaseMemory memory,
            RepositoryService repository,
            ApplicationEventPublisher publisher) {
        this.runtime = runtime;
        this.memory = memory;
        this.repository = repository;
        this.publisher = publisher;
    }

    /** One of many processes to start: its dossier and what it is handed. */
    public record Start(DossierKey dossier, Map<String, Object> variables) {}

    /**
     * Starts the newest version; the dossier is its business key.
     *
     * @throws IllegalArgumentException when a variable is not plain
     * @throws ProcessWithdrawn when it was taken out of service
     */
    public void start(String process, DossierKey dossier, Map<String, Object> variables) {
        PlainValues.check(variables);
        unlessWithdrawn(process, () -> runtime.startProcessInstanceByKey(process, dossier.toString(), variables));
    }

    /**
     * Starts the newest version many times by one engine command, so that its rows are written in batches. Their tasks are told by one
     * {@link TasksOpened}.
     *
     * @throws IllegalArgumentException when a variable is not plain
     */
    public void startAll(String process, List<Start> starts) {
        starts.forEach(start -> PlainValues.check(start.variables()));
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        var opened = TaskNews.openedBy(() -> unlessWithdrawn(
                process, () -> ((ServiceImpl) runtime).getCommandExecutor().execute(context -> {
                    starts.forEach(start -> runtime.startProcessInstanceById(
                            definition, start.dossier().toString(), start.variables()));
                    return null;
                })));
        publisher.publishEvent(new TasksOpened(opened));
    }

    /**
     * Starts by a message start event.
     *
     * @throws IllegalArgumentException when a variable is not plain
     */
    public void startByMessage(String message, DossierKey dossier, Map<String, Object> variables) {
        PlainValues.check(variables);
        unlessWithdrawn(message, () -> runtime.startProcessInstanceByMessage(message, dossier.toString(), variables));
    }

    private static void unlessWithdrawn(String process, Runnable start) {
        try {
            start.run();
        } catch (SuspendedEntityInteractionException e) {
            throw new ProcessWithdrawn(process, e);
        }
    }

    /**
     * Delivers a message to the dossier's running process. Never starts one.
     *
     * @return false when nothing waits for it: the caller answers 409
     * @throws TaskGone when another transaction was quicker; the caller's transaction is then lost
     * @throws IllegalArgumentException when a variable is not plain
     * @throws IllegalStateException when several places of the dossier's processes wait for it
     */
    public boolean tell(String message, DossierKey dossier, Map<String, Object> variables) {
        PlainValues.check(variables);
        var waiting = runtime.createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processInstanceBusinessKey(dossier.toString())
                .list();
        if (waiting.isEmpty()) {
            return false;
        }
        if (waiting.size() > 1) {
            throw new IllegalStateException(message + " is awaited at " + waiting.size() + " places of " + dossier);
        }
        try {
            runtime.messageEventReceived(message, waiting.get(0).getId(), variables);
        } catch (OptimisticLockingException e) {
            throw new TaskGone(message + " of " + dossier, e);
        }
        return true;
    }

    /** Names of the processes in service by id, in the order of names. */
    public Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .active()
                .orderByProcessDefinitionName()
                .asc()
                .list()
                .forEach(definition -> names.put(
                        definition.getKey(),
                        definition.getName() == null ? definition.getKey() : definition.getName()));
        return names;
    }

    /**
     * Ends whatever runs for a dossier without asking the diagram: for what was never meant to go on, such as a practice. Its open tasks
     * close uncompleted.
     */
    public void stop(DossierKey dossier, String reason) {
        runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(dossier.toString())
                .rootProcessInstances()
                .list()
                .stream()
                .map(instance -> instance.getId())
                .forEach(id -> runtime.deleteProcessInstance(id, reason, false, true));
    }

    /** Whether a process runs for this dossier. */
    public boolean running(DossierKey dossier) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(dossier.toString())
                        .count()
                > 0;
    }

    /**
     * The diagram with "you are here".
     *
     * @param xml BPMN with its drawing
     * @param here ids of the elements where tokens stand
     * @param passed ids of the elements already left
     */
    public record Picture(String xml, List<String> here, List<String> passed) {}

    /** The diagram of the dossier's newest process, running or ended. */
    public Optional<Picture> picture(DossierKey dossier) {
        return memory.newestOf(dossier).map(this::picture);
    }

    private Picture picture(CaseMemory.Remembered one) {
        var way = memory.way(one.instance());
        return new Picture(xml(one.definition()), steps(way, false), steps(way, true));
    }

    private static List<String> steps(List<CaseWatch.Stay> way, boolean left) {
        return way.stream()
                .filter(stay -> stay.until().isPresent() == left)
                .map(CaseWatch.Stay::step)
                .filter(step -> !step.contains("#"))
                .distinct()
                .toList();
    }

    private String xml(String definition) {
        try (var stream = repository.getProcessModel(definition)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
