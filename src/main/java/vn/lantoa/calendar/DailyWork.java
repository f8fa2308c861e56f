package vn.lantoa.calendar;

import java.time.LocalTime;

/** The work of a new day, done by whoever notices first that it has begun: a schedule, or a clock that is moved by hand. */
public interface DailyWork {

    /** When a day's work may begin: nobody is told anything in the night. */
    LocalTime BEGINS = LocalTime.of(6, 0);

    /** Does what today asks for and what days of downtime left; a second time it finds nothing to do. */
    void workThrough();
}
