package vn.lantoa.tasklist;

import java.time.Instant;
import java.util.Map;

/**
 * Answers not handed in yet.
 *
 * @param version counts the savings; whoever saves says which one he saw
 */
public record Draft(String step, String stepName, Map<String, Object> answers, long version, Instant updatedAt) {

    /** What became of saving a draft. */
    public sealed interface Saving {}

    /** Stored as this version. */
    public record Saved(long version) implements Saving {}

    /** Somebody saved in between, perhaps another window: here is what is stored (409). */
    public record Stale(Draft stored) implements Saving {}
}
