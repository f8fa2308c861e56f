package vn.lantoa.models.safety;

import java.time.LocalDate;
import java.util.Map;
import vn.lantoa.calendar.WrittenDay;

/** Single answers of a form, null when nothing was said. */
final class Answers {

    private Answers() {}

    static String text(Map<String, Object> answers, String key) {
        return answers.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    static LocalDate day(Map<String, Object> answers, String key) {
        return WrittenDay.posted(text(answers, key)).orElse(null);
    }

    static Integer number(Map<String, Object> answers, String key) {
        return answers.get(key) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }
}
