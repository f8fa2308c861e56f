package vn.lantoa.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings one answer into the type of its field (form-js: {@code emptyValue} and {@code sanitizeValue}). */
final class Reader {

    private Reader() {}

    /** What a field holds when nothing is answered. */
    static Object empty(Component field) {
        return switch (field.type()) {
            case "textfield", "textarea" -> "";
            case "checkbox" -> Boolean.FALSE;
            case "checklist", "taglist" -> List.of();
            case "figures" -> Map.of();
            default -> null;
        };
    }

    static Reading read(Component field, Object answer) {
        return switch (field.type()) {
            case "textfield" -> text(answer, true);
            case "textarea" -> text(answer, false);
            case "checkbox" -> checkbox(answer);
            case "number" -> number(field, answer);
            case "datetime" -> moment(field, answer);
            case "checklist", "taglist" -> several(field, answer);
            case "figures" -> Reading.of(answer);
            default -> one(field, answer);
        };
    }

    private static Reading text(Object answer, boolean oneLine) {
        if (answer == null) {
            return Reading.of("");
        }
        if (answer instanceof Number number) {
            return JsNumber.read(number)
                    .filter(read -> !JsNumber.tooLong(read))
                    .map(read -> Reading.of(read.toPlainString()))
                    .orElse(Reading.refused("", "type"));
        }
        if (!(answer instanceof String || answer instanceof Boolean)) {
            return Reading.refused("", "type");
        }
        var text = JsText.nfc(String.valueOf(answer));
        if (text.length() > Size.MOST_IN_A_FIELD) {
            return Reading.refused("", "maxLength", Size.MOST_IN_A_FIELD);
        }
        if (!JsText.storable(text)) {
            return Reading.refused("", "characters");
        }
        return Reading.of(oneLine ? text.replaceAll("[\\r\\n\\t]", " ") : text);
    }

    private static Reading checkbox(Object answer) {
        return answer == null || answer instanceof Boolean
                ? Reading.of(Boolean.TRUE.equals(answer))
                : Reading.refused(false, "type");
    }

    private static Reading number(Component field, Object answer) {
        if (isBlank(answer)) {
            return Reading.of(null);
        }
        var number = JsNumber.read(answer);
        if (number.isEmpty()) {
            return Reading.refused(null, "number");
        }
        boolean asText = field.json().path("serializeToString").asBoolean();
        if (JsNumber.tooLong(number.get())) {
            return Reading.refused(null, "digits");
        }
        return asText ? exactText(answer, number.get()) : Reading.of(number.get());
    }

    private static Reading exactText(Object answer, BigDecimal number) {
        if (!(answer instanceof String text)) {
            return Reading.of(number.toPlainString());
        }
        return JsNumber.isExact(text) ? Reading.of(text) : Reading.refused(null, "number");
    }

    private static Reading moment(Component field, Object answer) {
        if (isBlank(answer)) {
            return Reading.of(null);
        }
        return answer instanceof String text && Moments.isValid(field.json(), text)
                ? Reading.of(text)
                : Reading.refused(null, "date");
    }

    private static Reading one(Component field, Object answer) {
        if (isBlank(answer)) {
            return Reading.of(null);
        }
        return Options.contains(field.json().path("values"), answer)
                ? Reading.of(Options.comparable(answer))
                : Reading.refused(null, "option");
    }

    private static Reading several(Component field, Object answer) {
        if (answer == null) {
            return Reading.of(List.of());
        }
        if (!(answer instanceof List<?> chosen)) {
            return Reading.refused(List.of(), "type");
        }
        var values = new ArrayList<Object>();
        for (Object value : chosen) {
            if (!Options.contains(field.json().path("values"), value)) {
                return Reading.refused(List.of(), "option");
            }
            values.add(Options.comparable(value));
        }
        return Reading.of(values);
    }

    private static boolean isBlank(Object answer) {
        return answer == null || "".equals(answer);
    }
}
