package vn.lantoa.tasklist.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import vn.lantoa.tasklist.Cursor;
import vn.lantoa.tasklist.DueStatus;
import vn.lantoa.tasklist.TaskFilter;

/** Page, sort and filter as they stand in the address, which can be sent to a colleague. The page calls its public methods. */
record ListAddress(String q, String process, String unit, String group, String sort, Integer size, String after) {

    public TaskFilter toFilter() {
        try {
            return new TaskFilter(
                    q,
                    process,
                    unit,
                    blank(group)
                            ? null
                            : DueStatus.valueOf(group.toUpperCase(Locale.ROOT).replace('-', '_')),
                    blank(sort) ? null : TaskFilter.Sort.of(sort),
                    size == null ? 0 : size,
                    blank(after) ? null : Cursor.of(after));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "group, sort or after is not known", e);
        }
    }

    /** Reads what {@link #first} wrote; whatever else stands in the address is left out. */
    static ListAddress of(String address) {
        var query = UriComponentsBuilder.fromUriString(address.startsWith("/tasks?") ? address : "/tasks")
                .build()
                .getQueryParams();
        return new ListAddress(
                word(query, "q"),
                word(query, "process"),
                word(query, "unit"),
                word(query, "group"),
                word(query, "sort"),
                null,
                null);
    }

    private static String word(MultiValueMap<String, String> query, String name) {
        var text = query.getFirst(name);
        return text == null ? null : UriUtils.decode(text, StandardCharsets.UTF_8);
    }

    /** The same list from here on. */
    public String next(String cursor) {
        return new ListAddress(q, process, unit, group, sort, size, cursor).toString();
    }

    /** The same list in one group, or with null in all. */
    public String in(DueStatus chosen) {
        var word =
                chosen == null ? null : chosen.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new ListAddress(q, process, unit, word, sort, size, null).toString();
    }

    public String first() {
        return new ListAddress(q, process, unit, group, sort, size, null).toString();
    }

    public boolean narrowed() {
        return !blank(q) || !blank(process) || !blank(unit) || !blank(group);
    }

    @Override
    public String toString() {
        var address = UriComponentsBuilder.fromPath("/tasks");
        add(address, "q", q);
        add(address, "process", process);
        add(address, "unit", unit);
        add(address, "group", group);
        add(address, "sort", sort);
        add(address, "size", size == null ? null : size.toString());
        add(address, "after", after);
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!blank(value)) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
