package vn.lantoa.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;

/** The user tasks of the engine: completed here, never queried for lists (the task list has its own table). */
@Component
public class HumanTasks {

    private static final String OPEN = "select t.id_ as task, t.proc_def_id_ as definition, t.task_def_key_ as step,"
            + " t.proc_inst_id_ as instance, t.create_time_ as opened, e.business_key_ as dossier"
            + " from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_";

    private final TaskService tasks;
    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    HumanTasks(TaskService tasks, RepositoryService repository, JdbcClient jdbc, ObjectMapper json) {
        this.tasks = tasks;
        this.repository = repository;
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Closes the task and moves the token, in the caller's transaction. The chosen outcome is variable {@code outcome}.
     *
     * @param variables plain values only: text (up to 4000), numbers, booleans, dates, lists and maps of these
     * @throws TaskGone when it is no longer open, or another transaction was quicker; the caller's transaction is then lost
     * @throws IllegalArgumentException when a variable is not plain
     */
    public void complete(String taskId, String outcome, Map<String, Object> variables) {
        PlainValues.check(variables);
        var all = new HashMap<>(variables);
        all.put("outcome", outcome);
        try {
            tasks.complete(taskId, all);
        } catch (OptimisticLockingException e) {
            throw new TaskGone(taskId, e);
        } catch (NullValueException | NullPointerException e) {
            // The engine reads task and execution one after the other: who comes between finds one of them gone.
            if (tasks.createTaskQuery().taskId(taskId).count() == 0) {
                throw new TaskGone(taskId, e);
            }
            throw e;
        }
    }

    /** The step this open task stands on, empty when it is not open. */
    public Optional<StepDefinition> step(String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                .map(task -> drawn(task.getProcessDefinitionId(), task.getTaskDefinitionKey()));
    }

    /** The form deployed together with this version of the process. */
    public Optional<JsonNode> form(StepDefinition step) {
        return step.form().flatMap(form -> {
            var deployment = repository.getProcessDefinition(step.definition()).getDeploymentId();
            return repository.getDeploymentResourceNames(deployment).stream()
                    .filter(name -> name.endsWith("/" + form + ".form"))
                    .findFirst()
                    .map(name -> read(deployment, name));
        });
    }

    /** Every open task, for rebuilding a projection and for the consistency query. */
    public List<TaskOpened> open() {
        return jdbc.sql(OPEN + " order by t.id_")
                .query((row, n) -> new TaskOpened(
                        row.getString("task"),
                        drawn(row.getString("definition"), row.getString("step")),
                        DossierKey.of(row.getString("dossier")),
                        row.getString("instance"),
                        row.getTimestamp("opened").toInstant()))
                .list();
    }

    private StepDefinition drawn(String definition, String step) {
        return DrawnSteps.in(
                (org.camunda.bpm.engine.repository.ProcessDefinition)
                        ((RepositoryServiceImpl) repository).getDeployedProcessDefinition(definition),
                step);
    }

    private JsonNode read(String deployment, String name) {
        try (var stream = repository.getResourceAsStream(deployment, name)) {
            return json.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
