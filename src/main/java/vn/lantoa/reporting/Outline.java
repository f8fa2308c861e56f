package vn.lantoa.reporting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The texts of the report beside its figures (DOMAIN §3.3, parts II, IV to VI), by the keys of the forms. */
final class Outline {

    static final List<String> FIELDS =
            List.of("leadership", "strengths", "shortcomings", "causes", "lessons", "plans", "proposals");

    /** Those of today's forms: section VI has rows since. */
    static final List<String> WRITTEN = FIELDS.subList(0, FIELDS.size() - 1);

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

    /** The texts with the leader's changes in them, each change marked: a field that was not sent stays, one sent empty is emptied. */
    static Map<String, Statements.Text> corrected(Map<String, Statements.Text> texts, Map<String, Object> answers) {
        var corrected = new LinkedHashMap<>(texts);
        for (var field : FIELDS) {
            var before = texts.containsKey(field) ? texts.get(field).content() : "";
            var now = !answers.containsKey(field)
                    ? before
                    : answers.get(field) instanceof String text ? text.strip() : "";
            if (!now.equals(before)) {
                corrected.put(field, new Statements.Text(now, true));
            }
        }
        return corrected;
    }
}
