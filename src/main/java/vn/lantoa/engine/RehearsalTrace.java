package vn.lantoa.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How a case went in a rehearsal.
 *
 * @param steps what it went through, in order, gateways left out
 * @param tables what the rule tables answered, in order
 * @param ends the ends it reached, empty while it waits
 * @param unasked rule tables a service task would ask, but what it asked then was not recorded
 * @param waiting the steps it waits at when nothing more is recorded
 */
public record RehearsalTrace(
        List<Step> steps, List<Answer> tables, List<String> unasked, List<Place> ends, List<Place> waiting, Stop stop) {

    /** An element of the diagram. */
    public record Place(String id, String name) {}

    /**
     * A step the case came to.
     *
     * @param since when the case came there, by the recorded times
     */
    public record Step(Place place, String type, Instant since) {}

    /** One answer of a rule table: codes, numbers and yes or no only. */
    public record Answer(String table, Place place, Map<String, Object> result) {}

    /** Why it went no further. */
    public enum Stop {
        /** It reached its end. */
        ENDED,
        /** Nothing more is recorded for where it stands. */
        NOTHING_RECORDED,
        /** The diagram cannot go on from here with what was recorded. */
        FAILED,
        /** It took too long. */
        TOO_LONG
    }
}
