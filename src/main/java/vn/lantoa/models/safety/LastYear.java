package vn.lantoa.models.safety;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a form starts from: what was answered already, else what last year's file knew of the workplace. Every criterion is answered anew, since
 * each year is a fresh assessment (TT 124/2021/TT-BCA Điều 3): only what hardly changes is copied.
 */
@Component
class LastYear {

    private final SafetyFileRows rows;
    private final AnswerRows answers;

    LastYear(SafetyFileRows rows, AnswerRows answers) {
        this.rows = rows;
        this.answers = answers;
    }

    /** Object, size and level. */
    Map<String, Object> registration(SafetyFile file) {
        var data = new LinkedHashMap<String, Object>();
        var source = file.workplace() == null ? before(file) : Optional.of(file);
        source.filter(one -> one.workplace() != null).ifPresent(one -> {
            data.put("workplace", one.workplace().name());
            put(data, "enterpriseSize", one.enterpriseSize());
            put(data, "schoolLevel", one.schoolLevel());
            data.put("armedForces", one.armedForces());
        });
        if (file.registrationNumber() != null) {
            data.put("registrationNumber", file.registrationNumber());
            data.put("registrationDate", file.registeredOn().toString());
        }
        return data;
    }

    /** Counts, and number and date of rules that stay in force; no answer. */
    Map<String, Object> assessment(SafetyFile file) {
        var own = answers.read(file);
        if (!own.answers().isEmpty() || own.headcount() != null) {
            return own.asData();
        }
        var data = new LinkedHashMap<String, Object>();
        before(file).filter(one -> one.workplace() == file.workplace()).ifPresent(one -> {
            var last = answers.read(one);
            put(data, "headcount", last.headcount());
            put(data, "guardCount", last.guards());
            for (var criterion : Criterion.of(one.workplace())) {
                var answer = last.answers().get(criterion.key());
                if (criterion.paper() == Criterion.Paper.STANDING && answer != null && answer.number() != null) {
                    data.put(criterion.key() + "Number", answer.number());
                    data.put(criterion.key() + "Date", answer.on().toString());
                }
            }
        });
        return data;
    }

    /** Where it goes, and the two papers that the file names already. */
    Map<String, Object> papers(SafetyFile file) {
        var data = new LinkedHashMap<String, Object>();
        before(file).ifPresent(one -> put(data, "sentTo", one.sentTo()));
        data.put("registrationNumber", file.registrationNumber());
        data.put("registrationDate", file.registeredOn().toString());
        data.put("minutesNumber", file.minutesNumber());
        data.put("minutesDate", file.minutesOn().toString());
        return data;
    }

    private Optional<SafetyFile> before(SafetyFile file) {
        return rows.standing(file.unit(), file.year() - 1);
    }

    private static void put(Map<String, Object> data, String key, Object value) {
        if (value != null) {
            data.put(key, value);
        }
    }
}
