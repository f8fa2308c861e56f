package vn.lantoa.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The static options of a choice, and what equals one of them. */
final class Options {

    private Options() {}

    static boolean contains(JsonNode values, Object answer) {
        var wanted = comparable(answer);
        for (JsonNode option : values) {
            var value = option.isObject() ? option.get("value") : option;
            if (isOption(value) && Objects.equals(wanted, fromJson(value))) {
                return true;
            }
        }
        return false;
    }

    /** The value out of a schema as answers hold it: numbers exact. */
    static Object fromJson(JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value.isNumber()) {
            return JsNumber.plain(value.decimalValue());
        }
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        if (value.isArray()) {
            var list = new ArrayList<Object>();
            value.forEach(entry -> list.add(fromJson(entry)));
            return list;
        }
        if (value.isObject()) {
            var map = new LinkedHashMap<String, Object>();
            value.fields().forEachRemaining(entry -> map.put(entry.getKey(), fromJson(entry.getValue())));
            return map;
        }
        return value.asText();
    }

    /** Numbers of any Java type as one, so that 1 and 1.0 are equal and "1" is another. */
    static Object comparable(Object value) {
        if (value instanceof Number) {
            return JsNumber.read(value).orElse(null);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Options::comparable).toList();
        }
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, Object>();
            map.forEach((key, entry) -> copy.put(String.valueOf(key), comparable(entry)));
            return copy;
        }
        return value;
    }

    private static boolean isOption(JsonNode value) {
        return value != null
                && !value.isNull()
                && !(value.isTextual() && value.asText().isEmpty());
    }
}
