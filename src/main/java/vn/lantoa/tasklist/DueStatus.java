package vn.lantoa.tasklist;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How pressing a task is; the groups of the list. A task without a due date stands in the last group. */
public enum DueStatus {
    OVERDUE,
    TODAY,
    THIS_WEEK,
    LATER,
    NONE;

    /** Stands for "no due date" where a date is compared. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    static DueStatus of(LocalDate due, LocalDate today) {
        if (due == null) {
            return NONE;
        }
        if (due.isBefore(today)) {
            return OVERDUE;
        }
        if (due.equals(today)) {
            return TODAY;
        }
        return due.isAfter(endOfWeek(today)) ? LATER : THIS_WEEK;
    }

    static LocalDate endOfWeek(LocalDate today) {
        return today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    /** The group of the list it stands in. */
    public DueStatus group() {
        return this == NONE ? LATER : this;
    }

    /** The first day of this group. */
    LocalDate first(LocalDate today) {
        return switch (this) {
            case OVERDUE -> LocalDate.of(1, 1, 1);
            case TODAY -> today;
            case THIS_WEEK -> today.plusDays(1);
            case LATER, NONE -> endOfWeek(today).plusDays(1);
        };
    }

    /** The last day of this group; before its first day when the group is empty today. */
    LocalDate last(LocalDate today) {
        return switch (this) {
            case OVERDUE -> today.minusDays(1);
            case TODAY -> today;
            case THIS_WEEK -> endOfWeek(today);
            case LATER, NONE -> NEVER;
        };
    }
}
