package vn.lantoa.form;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;

/** How much a form takes: measured before anything else is done with the answers. */
final class Size {

    static final int MOST_IN_ALL = 200_000;
    static final int MOST_IN_A_FIELD = 10_000;
    static final int MOST_ROWS = 500;

    private Size() {}

    static boolean tooLarge(Object answers) {
        long size = 0;
        var todo = new ArrayDeque<Object>();
        todo.push(answers);
        while (!todo.isEmpty() && size <= MOST_IN_ALL) {
            var value = todo.pop();
            size += length(value);
            if (value instanceof Map<?, ?> map) {
                map.forEach((key, entry) -> {
                    todo.push(String.valueOf(key));
                    push(todo, entry);
                });
            } else if (value instanceof List<?> list) {
                list.forEach(entry -> push(todo, entry));
            }
        }
        return size > MOST_IN_ALL;
    }

    /** Of answers that are not too large in all. */
    static boolean fieldTooLarge(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(Size::fieldTooLarge);
        }
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(Size::fieldTooLarge);
        }
        return value instanceof CharSequence text && text.length() > MOST_IN_A_FIELD;
    }

    private static void push(ArrayDeque<Object> todo, Object value) {
        if (value != null) {
            todo.push(value);
        }
    }

    private static long length(Object value) {
        return value instanceof CharSequence text ? text.length() + 2L : 4;
    }
}
