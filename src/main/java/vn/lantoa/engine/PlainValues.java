package vn.lantoa.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The only values that may become process variables: an object with methods inside a rule table is an open door (FEEL calls
 * any public method), and what is stored as Java serialization can be planted.
 */
final class PlainValues {

    static final int LONGEST_TEXT = 4000;
    private static final int DEEPEST = 5;

    private PlainValues() {}

    /**
     * @throws IllegalArgumentException naming the variable that is not plain
     */
    static void check(Map<String, Object> variables) {
        variables.forEach((name, value) -> {
            if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,40}")) {
                throw new IllegalArgumentException("not a name of a variable: " + name);
            }
            if (!plain(value, DEEPEST)) {
                throw new IllegalArgumentException("variable " + name + " is not plain: "
                        + (value instanceof String
                                ? "text too long"
                                : value.getClass().getName()));
            }
        });
    }

    static boolean plain(Object value) {
        return plain(value, DEEPEST);
    }

    private static boolean plain(Object value, int depth) {
        if (value == null || value instanceof Boolean || value instanceof LocalDate) {
            return true;
        }
        if (value instanceof String text) {
            return text.length() <= LONGEST_TEXT;
        }
        if (value instanceof Number number) {
            return number.getClass().getName().startsWith("java.");
        }
        if (depth == 0) {
            return false;
        }
        if (value instanceof List<?> list) {
            return list.stream().allMatch(item -> plain(item, depth - 1));
        }
        return value instanceof Map<?, ?> map
                && map.keySet().stream().allMatch(String.class::isInstance)
                && map.values().stream().allMatch(item -> plain(item, depth - 1));
    }
}
