package vn.lantoa.engine;

/** The task is not open any more, or somebody else was quicker: answered as 409. */
public class TaskGone extends RuntimeException {

    public TaskGone(String taskId, Throwable cause) {
        super("task " + taskId + " is no longer open", cause);
    }
}
