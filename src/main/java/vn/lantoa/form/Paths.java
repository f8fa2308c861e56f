package vn.lantoa.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes nested answers by path, names and row numbers mixed, as form-js does (min-dash {@code get}, {@code set}). */
final class Paths {

    /** There is nothing at the path; null is something. */
    static final Object MISSING = new Object();

    private Paths() {}

    static Object get(Object data, List<?> path) {
        Object current = data;
        for (Object step : path) {
            current = child(current, step);
        }
        return current;
    }

    @SuppressWarnings("unchecked")
    static void set(Map<String, Object> data, List<?> path, Object value) {
        Object current = data;
        for (int i = 0; i < path.size() - 1; i++) {
            Object next = child(current, path.get(i));
            if (!(next instanceof Map) && !(next instanceof List)) {
                next = path.get(i + 1) instanceof Integer ? new ArrayList<>() : new LinkedHashMap<String, Object>();
                put(current, path.get(i), next);
            }
            current = next;
        }
        put(current, path.get(path.size() - 1), value);
    }

    /** Takes the value away, and what became empty around it. */
    static void clear(Map<String, Object> data, List<?> path) {
        var rest = path;
        do {
            remove(get(data, rest.subList(0, rest.size() - 1)), rest.get(rest.size() - 1));
            rest = rest.subList(0, rest.size() - 1);
        } while (!rest.isEmpty() && isEmpty(get(data, rest)));
    }

    static List<Object> join(List<?> base, List<?> more) {
        var joined = new ArrayList<Object>(base);
        joined.addAll(more);
        return joined;
    }

    /** {@code members[0].name} */
    static String text(List<?> path) {
        var text = new StringBuilder();
        for (Object step : path) {
            if (step instanceof Integer) {
                text.append('[').append(step).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }

    /** A copy down to the leaves that may be written into. */
    static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, Object>();
            map.forEach((key, entry) -> copy.put(String.valueOf(key), copy(entry)));
            return copy;
        }
        if (value instanceof Collection<?> list) {
            var copy = new ArrayList<Object>();
            list.forEach(entry -> copy.add(copy(entry)));
            return copy;
        }
        return value;
    }

    private static Object child(Object parent, Object step) {
        if (parent instanceof Map<?, ?> map && map.containsKey(step)) {
            return map.get(step);
        }
        if (parent instanceof List<?> list && step instanceof Integer i && i < list.size()) {
            return list.get(i);
        }
        return MISSING;
    }

    @SuppressWarnings("unchecked")
    private static void put(Object parent, Object step, Object value) {
        if (parent instanceof Map) {
            ((Map<String, Object>) parent).put((String) step, value);
            return;
        }
        var list = (List<Object>) parent;
        while (list.size() <= (Integer) step) {
            list.add(null);
        }
        list.set((Integer) step, value);
    }

    @SuppressWarnings("unchecked")
    private static void remove(Object parent, Object step) {
        if (parent instanceof Map) {
            ((Map<String, Object>) parent).remove(step);
        } else if (parent instanceof List<?> list && (Integer) step < list.size()) {
            ((List<Object>) list).set((Integer) step, null);
        }
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Map<?, ?> map && map.isEmpty()
                || value instanceof List<?> list && list.stream().allMatch(entry -> entry == null);
    }
}
