package vn.lantoa.organization;

import java.time.LocalDate;
import java.util.List;

/**
 * One person's practice: two invented units, apart from the tree, that nobody else sees.
 *
 * @param superior the invented root
 * @param unit the invented unit below it, which reports
 * @param endsOn the last day
 */
public record Practice(long id, PersonId person, UnitId superior, UnitId unit, LocalDate endsOn) {

    /** A practice has begun: whoever has something to practise with puts it there, in the same transaction. */
    public record Started(Practice practice, Actor officer, Actor superior) {}

    /**
     * A closed practice is forgotten: whoever keeps something of its units or its invented people deletes it, in the same transaction. Only the
     * audit trail stays.
     */
    public record Purged(Practice practice, List<PersonId> people) {

        /** Both invented units. */
        public List<UnitId> units() {
            return List.of(practice.unit(), practice.superior());
        }
    }

    /** A practice is over: whatever still runs in it is ended, in the same transaction. */
    public record Closed(Practice practice) {}
}
