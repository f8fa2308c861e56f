package vn.lantoa.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Days as officials write them, and as pages post them. */
public final class WrittenDay {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private WrittenDay() {}

    /** {@code 05/06/2026}. */
    public static String of(LocalDate day) {
        return DAY.format(day);
    }

    /** What the date box of a page posts, {@code 2026-06-05}; empty for null, for nothing and for what is no day. */
    public static Optional<LocalDate> posted(String box) {
        try {
            return Optional.ofNullable(box).map(String::strip).map(LocalDate::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
