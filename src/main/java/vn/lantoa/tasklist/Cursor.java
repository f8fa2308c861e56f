package vn.lantoa.tasklist;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.function.Function;

/** Where a page of the list ended; in addresses an opaque word. */
public record Cursor(String sortedBy, String id) {

    /** Reads what {@link #toString} wrote; an {@link IllegalArgumentException} (400) for anything else. */
    public static Cursor of(String text) {
        var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a cursor");
        }
        return new Cursor(parts[0], parts[1]);
    }

    LocalDate due() {
        return read(LocalDate::parse);
    }

    Instant createdAt() {
        return read(Instant::parse);
    }

    void mustFit(TaskFilter.Sort sort) {
        if (sort == TaskFilter.Sort.DUE) {
            due();
        } else {
            createdAt();
        }
    }

    private <T> T read(Function<String, T> reader) {
        try {
            return reader.apply(sortedBy);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a cursor of another order", e);
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((sortedBy + "|" + id).getBytes(StandardCharsets.UTF_8));
    }
}
