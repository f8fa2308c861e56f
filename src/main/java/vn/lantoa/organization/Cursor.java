package vn.lantoa.organization;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** The place after one row of a list sorted by name; opaque text to those who page. */
record Cursor(String sortKey, long id) {

    static final Cursor START = new Cursor("", 0);

    /** Reads a cursor; anything that is none means the start, since a stale address must still show a page. */
    static Cursor of(String text) {
        if (text == null || text.isBlank()) {
            return START;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("~");
            return new Cursor(parts[0], Long.parseLong(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return START;
        }
    }

    /** Cuts rows, of which one more than {@code limit} was asked for, into a page. */
    static <T> Page<T> page(List<T> rows, int limit, Function<T, Cursor> after) {
        return Page.cut(rows, limit, row -> after.apply(row).toString());
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((sortKey + "~" + id).getBytes(StandardCharsets.UTF_8));
    }
}
