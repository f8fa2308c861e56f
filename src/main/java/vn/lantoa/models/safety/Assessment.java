package vn.lantoa.models.safety;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a unit says of itself: the answer to each criterion, the counts, and the meeting in which it was said.
 *
 * @param answers by key of the criterion; a criterion without an answer is left out
 */
record Assessment(
        Map<String, Answer> answers,
        Integer headcount,
        Integer briefed,
        Integer guards,
        String minutesNumber,
        LocalDate minutesOn,
        Integer attended) {

    /** @param answer YES, NO or NA; number and date of the paper it rests on, null when none is asked */
    record Answer(String answer, String number, LocalDate on) {}

    /** From the answers of the form, complete or not. */
    static Assessment of(Map<String, Object> said, Collection<String> criteria) {
        var answers = new LinkedHashMap<String, Answer>();
        criteria.forEach(key -> {
            var answer = Answers.text(said, key);
            if (answer != null) {
                answers.put(
                        key, new Answer(answer, Answers.text(said, key + "Number"), Answers.day(said, key + "Date")));
            }
        });
        return new Assessment(
                answers,
                Answers.number(said, "headcount"),
                Answers.number(said, "briefed"),
                Answers.number(said, "guardCount"),
                Answers.text(said, "minutesNumber"),
                Answers.day(said, "minutesDate"),
                Answers.number(said, "attended"));
    }

    /** The same as the form's data. */
    Map<String, Object> asData() {
        var data = new LinkedHashMap<String, Object>();
        answers.forEach((key, answer) -> {
            data.put(key, answer.answer());
            put(data, key + "Number", answer.number());
            put(data, key + "Date", answer.on() == null ? null : answer.on().toString());
        });
        put(data, "headcount", headcount);
        put(data, "briefed", briefed);
        put(data, "guardCount", guards);
        put(data, "minutesNumber", minutesNumber);
        put(data, "minutesDate", minutesOn == null ? null : minutesOn.toString());
        put(data, "attended", attended);
        return data;
    }

    private static void put(Map<String, Object> data, String key, Object value) {
        if (value != null) {
            data.put(key, value);
        }
    }
}
