package vn.lantoa.diagrams;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A draft tried on past cases: how far it is, and what was found.
 *
 * @param draftVersion the version that was tried: a draft changed since wants a new trial
 * @param done cases looked at so far
 * @param total cases to look at
 */
public record Trial(
        DraftId draft,
        long draftVersion,
        State state,
        int done,
        int total,
        Optional<Found> found,
        Instant begunAt,
        Optional<Instant> endedAt) {

    /** Where a trial stands. */
    public enum State {
        /** It waits for its turn. */
        WAITING,
        /** It runs. */
        RUNNING,
        /** It is done. */
        DONE,
        /** It was cut off. */
        FAILED
    }

    /**
     * What was found.
     *
     * @param cases compared
     * @param differing of them go otherwise
     * @param skipped cannot be followed even by the version in service: too little was recorded of them
     * @param late were not looked at: time was over
     * @param unasked rule tables of which it is not recorded what was asked: a change of them shows nothing
     */
    public record Found(
            int cases, int differing, int skipped, int late, List<String> unasked, List<Difference> differences) {}
}
