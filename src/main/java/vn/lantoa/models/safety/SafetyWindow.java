package vn.lantoa.models.safety;

import java.time.LocalDate;

/**
 * When one year of one object is assessed.
 *
 * @param from the first day, in the year before
 * @param to the last day
 */
public record SafetyWindow(int year, LocalDate from, LocalDate to) {

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
