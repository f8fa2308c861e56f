package vn.lantoa.reporting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The texts of the report beside its figures (DOMAIN §3.3, parts II, IV to VI), by the keys of the forms. */
final class Outline {

    static final List<String> FIELDS =
            List.of("leadership", "strengths", "shortcomings", "causes", "lessons", "plans", "proposals");

    private Outline() {}

    /** What was written, blank ones left out. */
    static Map<String, Statements.Text> ofAnswers(Map<String, Object> answers) {
        var texts = new LinkedHashMap<String, Statements.Text>();
        for (var field : FIELDS) {
            if (answers.get(field) instanceof String text && !text.isBlank()) {
                texts.put(field, new Statements.Text(text.strip(), false));
            }
        }
        return texts;
    }

    /** The texts with the leader's changes in them, each change marked; a field that was not sent stays. */
    static Map<String, Statements.Text> corrected(Map<String, Statements.Text> texts, Map<String, Object> answers) {
        var corrected = new LinkedHashMap<>(texts);
        ofAnswers(answers).forEach((field, text) -> {
            var before = texts.get(field);
            if (before == null || !before.content().equals(text.content())) {
                corrected.put(field, new Statements.Text(text.content(), true));
            }
        });
        return corrected;
    }
}
