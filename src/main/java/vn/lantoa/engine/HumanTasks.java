package vn.lantoa.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The user tasks of the engine: completed here, never queried for lists (the task list has its own table). */
@Component
public class HumanTasks {

    /**
     * Closes the task and moves the token, in the caller's transaction. The chosen outcome is variable {@code outcome}.
     *
     * @throws TaskGone when it is no longer open, or another transaction was quicker
     */
    public void complete(String taskId, String outcome, Map<String, Object> variables) {
        throw new UnsupportedOperationException();
    }

    /** The step this open task stands on, empty when it is not open. */
    public Optional<StepDefinition> step(String taskId) {
        throw new UnsupportedOperationException();
    }

    /** The form deployed together with this version of the process. */
    public Optional<JsonNode> form(StepDefinition step) {
        throw new UnsupportedOperationException();
    }

    /** Every open task, for rebuilding a projection and for the consistency query. */
    public List<TaskOpened> open() {
        throw new UnsupportedOperationException();
    }
}
