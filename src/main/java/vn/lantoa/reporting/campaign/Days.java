package vn.lantoa.reporting.campaign;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Days as officials write them. */
final class Days {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    static String words(LocalDate day) {
        return day.format(DAY);
    }

    private Days() {}
}
