package vn.lantoa.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts working days: Monday to Friday, except holidays and swapped days as the table of holidays dates them (DOMAIN §3.6). */
@Component
public class WorkingDays {

    /** Another node may have changed the table: what we remember of it lives this long at most. */
    private static final long MEMORY = Duration.ofMinutes(1).toNanos();

    private record Exceptions(Map<LocalDate, Boolean> worked, long readAt) {}

    private final Supplier<Map<LocalDate, Boolean>> table;
    private volatile Exceptions exceptions;

    @Autowired
    WorkingDays(JdbcClient jdbc) {
        this(() -> read(jdbc));
    }

    /** @param table the days that differ from the rule, and whether each is worked */
    WorkingDays(Supplier<Map<LocalDate, Boolean>> table) {
        this.table = table;
    }

    public boolean isWorkingDay(LocalDate date) {
        var exception = exceptions().get(date);
        if (exception != null) {
            return exception;
        }
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The n-th working day after the date, whose own day is not counted (Điều 147 BLDS); n = 0 is the date itself. */
    public LocalDate plus(LocalDate date, int n) {
        return n < 0 ? step(date, -n, -1) : step(date, n, 1);
    }

    /** The n-th working day before the date, whose own day is not counted. */
    public LocalDate minus(LocalDate date, int n) {
        return plus(date, -n);
    }

    /** The date itself when it is worked, else the next working day (Điều 148 BLDS). */
    public LocalDate firstOnOrAfter(LocalDate date) {
        return isWorkingDay(date) ? date : step(date, 1, 1);
    }

    /** The date itself when it is worked, else the last working day before it: where internal cut-offs move. */
    public LocalDate lastOnOrBefore(LocalDate date) {
        return isWorkingDay(date) ? date : step(date, 1, -1);
    }

    /** How many working days lie after {@code from} up to and including {@code to}; negative when {@code to} is past. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** The same calendar with one day otherwise: for whoever asks what a change would do. */
    public WorkingDays with(LocalDate day, boolean worked) {
        var changed = new HashMap<>(exceptions());
        changed.put(day, worked);
        return new WorkingDays(() -> changed);
    }

    /** Reads the table anew at the next question; for whoever changes it. */
    public void forget() {
        exceptions = null;
    }

    private LocalDate step(LocalDate date, int workingDays, int direction) {
        var day = date;
        for (var left = workingDays; left > 0; ) {
            day = day.plusDays(direction);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    private Map<LocalDate, Boolean> exceptions() {
        var known = exceptions;
        if (known == null || System.nanoTime() - known.readAt() > MEMORY) {
            known = new Exceptions(Map.copyOf(table.get()), System.nanoTime());
            exceptions = known;
        }
        return known.worked();
    }

    private static Map<LocalDate, Boolean> read(JdbcClient jdbc) {
        var days = new HashMap<LocalDate, Boolean>();
        jdbc.sql("select on_date, is_day_off from holiday").query(row -> {
            days.put(row.getObject("on_date", LocalDate.class), !row.getBoolean("is_day_off"));
        });
        return days;
    }
}
