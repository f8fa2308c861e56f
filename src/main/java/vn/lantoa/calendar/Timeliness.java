package vn.lantoa.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Whether something came in time, as DOMAIN §3.2 reads "trước ngày 20/6".
 *
 * @param daysLate calendar days after the literal last day; 0 unless LATE
 */
public record Timeliness(Status status, int daysLate) {

    /** Message keys {@code timeliness.<NAME>}. */
    public enum Status {
        ON_TIME,
        /** After the literal last day, which was a day off, and by the next working day (Điều 148 BLDS). */
        ON_TIME_ROLLED,
        LATE
    }

    /**
     * Judges one receipt.
     *
     * @param lastDay the literal last day; it ends at 24:00 Vietnamese time (Điều 148 BLDS)
     * @param rolls whether a last day off moves the limit to the next working day
     */
    public static Timeliness of(LocalDate lastDay, boolean rolls, Instant received, WorkingDays workingDays) {
        var day = received.atZone(VietnamTime.ZONE).toLocalDate();
        if (!day.isAfter(lastDay)) {
            return new Timeliness(Status.ON_TIME, 0);
        }
        if (rolls && !day.isAfter(workingDays.firstOnOrAfter(lastDay))) {
            return new Timeliness(Status.ON_TIME_ROLLED, 0);
        }
        return new Timeliness(Status.LATE, (int) ChronoUnit.DAYS.between(lastDay, day));
    }
}
