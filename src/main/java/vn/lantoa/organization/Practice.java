package vn.lantoa.organization;

import java.time.LocalDate;

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

    /** A practice is over: whatever still runs in it is ended, in the same transaction. */
    public record Closed(Practice practice) {}
}
