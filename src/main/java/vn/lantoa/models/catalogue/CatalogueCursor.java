package vn.lantoa.models.catalogue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import vn.lantoa.organization.AddressId;

/**
 * The place after one row of the catalogue; opaque text to those who page.
 *
 * @param due null where the newest comes first
 */
record CatalogueCursor(LocalDate due, long id) {

    /** Reads a cursor; anything that is none means the start, since a stale address must still show a page. */
    static Optional<CatalogueCursor> of(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("~", 2);
            return parts.length == 2 && AddressId.is(parts[1])
                    ? Optional.of(new CatalogueCursor(
                            parts[0].isEmpty() ? null : LocalDate.parse(parts[0]), Long.parseLong(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeParseException none) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(((due == null ? "" : due) + "~" + id).getBytes(StandardCharsets.UTF_8));
    }
}
