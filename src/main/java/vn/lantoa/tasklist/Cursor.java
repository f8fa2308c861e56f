package vn.lantoa.tasklist;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;

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
        return LocalDate.parse(sortedBy);
    }

    Instant createdAt() {
        return Instant.parse(sortedBy);
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((sortedBy + "|" + id).getBytes(StandardCharsets.UTF_8));
    }
}
