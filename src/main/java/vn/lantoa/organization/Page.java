package vn.lantoa.organization;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list that is read from a place on, not by number.
 *
 * @param next where the next page starts, null on the last one
 */
public record Page<T>(List<T> items, String next) {

    /**
     * Cuts rows, of which one more than {@code limit} was asked for, into a page.
     *
     * @param place the place after a row
     */
    public static <T> Page<T> cut(List<T> rows, int limit, Function<T, String> place) {
        return rows.size() <= limit
                ? new Page<>(List.copyOf(rows), null)
                : new Page<>(List.copyOf(rows.subList(0, limit)), place.apply(rows.get(limit - 1)));
    }

    /** The same page with something else made of each item. */
    public <R> Page<R> map(Function<T, R> shown) {
        return new Page<>(items.stream().map(shown).toList(), next);
    }
}
