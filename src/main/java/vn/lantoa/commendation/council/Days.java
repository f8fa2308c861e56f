package vn.lantoa.commendation.council;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Days as Vietnamese write them. */
final class Days {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Days() {}

    static String of(LocalDate day) {
        return DAY.format(day);
    }
}
