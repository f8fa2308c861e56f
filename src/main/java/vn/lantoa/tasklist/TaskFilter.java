package vn.lantoa.tasklist;

/**
 * Which of my tasks, in what order, from where on.
 *
 * @param q beginnings of words, with or without diacritics; null or blank for all
 * @param process id of the process, null for all
 * @param unit code or id of the unit the dossier belongs to, null for all
 * @param group null for all
 * @param after where the page before ended, null for the first page; an {@link IllegalArgumentException} when of another order
 */
public record TaskFilter(String q, String process, String unit, DueStatus group, Sort sort, int size, Cursor after) {

    /** The order of the list. */
    public enum Sort {
        DUE,
        NEWEST;

        /** Reads {@code due} or {@code newest}. */
        public static Sort of(String text) {
            return valueOf(text.toUpperCase(java.util.Locale.ROOT));
        }
    }

    private static final int MOST = 100;
    private static final int USUAL = 25;

    public TaskFilter {
        q = blankToNull(q);
        process = blankToNull(process);
        unit = blankToNull(unit);
        group = group == null ? null : group.group();
        sort = sort == null ? Sort.DUE : sort;
        size = size <= 0 ? USUAL : Math.min(size, MOST);
        if (after != null) {
            after.mustFit(sort);
        }
    }

    /** Everything, the most pressing first. */
    public static TaskFilter everything() {
        return new TaskFilter(null, null, null, null, Sort.DUE, USUAL, null);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
