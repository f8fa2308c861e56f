package vn.lantoa.reporting.campaign;

import java.time.LocalDate;
import vn.lantoa.calendar.WrittenDay;

/** Days as officials write them. */
final class Days {

    static String words(LocalDate day) {
        return WrittenDay.of(day);
    }

    private Days() {}
}
