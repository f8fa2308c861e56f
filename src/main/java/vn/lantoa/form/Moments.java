package vn.lantoa.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;

/** Dates and times in exactly the notation that form-js writes. */
final class Moments {

    private static final Pattern TIME = Pattern.compile("(\\d{2}:\\d{2})(Z|[+-]\\d{2}:\\d{2})?");

    private Moments() {}

    static boolean isValid(JsonNode field, String text) {
        var format = field.path("timeSerializingFormat").asText();
        return switch (field.path("subtype").asText("date")) {
            case "time" -> isTime(text, format);
            case "datetime" -> isDateTime(text, format);
            default -> isDate(text);
        };
    }

    private static boolean isDateTime(String text, String format) {
        int t = text.indexOf('T');
        return t > 0 && isDate(text.substring(0, t)) && isTime(text.substring(t + 1), format);
    }

    private static boolean isDate(String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}") || text.startsWith("0000")) {
            return false;
        }
        return parses(() -> LocalDate.parse(text));
    }

    private static boolean isTime(String text, String format) {
        var time = TIME.matcher(text);
        if (!time.matches() || !parses(() -> LocalTime.parse(time.group(1)))) {
            return false;
        }
        var zone = time.group(2);
        return switch (format) {
            case "utc_normalized" -> "Z".equals(zone);
            case "utc_offset" ->
                zone != null && !zone.equals("Z") && zone.substring(1).compareTo("14:00") <= 0;
            default -> zone == null;
        };
    }

    private static boolean parses(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (DateTimeException invalid) {
            return false;
        }
    }
}
