package vn.lantoa.engine;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Codes, numbers, days and yes or no: what gateways and rule tables ask. Whatever a person may have written is only said to be there. */
final class PlainCodes {

    static final String SOMETHING = "x";

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:-]{0,64}");

    private PlainCodes() {}

    /** The value without anybody's words in it. */
    static Object of(Object value) {
        if (value instanceof Number || value instanceof Boolean || value == null) {
            return value;
        }
        if (value instanceof LocalDate
                || value instanceof String text && CODE.matcher(text).matches()) {
            return value;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PlainCodes::of).toList();
        }
        if (value instanceof Map<?, ?> map) {
            var codes = new LinkedHashMap<String, Object>();
            map.forEach((key, one) -> codes.put(String.valueOf(key), of(one)));
            return codes;
        }
        return SOMETHING;
    }
}
