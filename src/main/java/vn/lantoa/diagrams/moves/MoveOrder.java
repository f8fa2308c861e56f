package vn.lantoa.diagrams.moves;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order to move all running cases of one version to another.
 *
 * @param source the engine's id of the version they come from
 * @param target the engine's id of the version they go to
 * @param endedAt empty while cases wait
 */
public record MoveOrder(
        long id,
        String process,
        String source,
        String target,
        String reason,
        String startedBy,
        Instant startedAt,
        Optional<Instant> endedAt,
        Counts counts) {

    /** How far it is. */
    public record Counts(int waiting, int moved, int refused, int gone) {

        public int total() {
            return waiting + moved + refused + gone;
        }

        public int done() {
            return total() - waiting;
        }
    }

    /**
     * One case of it.
     *
     * @param dossier {@code report:12}; empty when the case has none
     * @param reasons why it stayed where it was
     */
    public record Item(String instance, Optional<String> dossier, State state, List<Obstacle> reasons) {}

    /** @param key of the sentence; its arguments follow */
    public record Obstacle(String key, List<String> details) {}

    /** What became of a case. */
    public enum State {
        WAITING,
        MOVED,
        /** It stands on its old version as before, and goes on there. */
        REFUSED,
        /** It ended before its turn came. */
        GONE
    }
}
