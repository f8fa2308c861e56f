package vn.lantoa.reporting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a report says already, as the answers a form would give. */
@Component
class KnownAnswers {

    private final Statements statements;

    KnownAnswers(Statements statements) {
        this.statements = statements;
    }

    /** Figures with the notes written at them, and texts, by the keys of the forms. */
    Map<String, Object> answers(Report report) {
        var statement = statements.of(report.id(), report.revision());
        var notes = statements.notes(report.id(), report.revision());
        var figures = new LinkedHashMap<String, Object>();
        statement.figures().byKey().forEach((key, figure) -> figures.put(key, figure.asAnswer()));
        notes.forEach((field, note) -> figures.merge(
                field, new LinkedHashMap<>(Map.of("note", note)), (answer, added) -> noted(answer, note)));
        var data = new LinkedHashMap<String, Object>();
        data.put("figures", figures);
        statement.texts().forEach((field, text) -> data.put(field, text.content()));
        return data;
    }

    private static Object noted(Object answer, String note) {
        var noted = new LinkedHashMap<Object, Object>((Map<?, ?>) answer);
        noted.put("note", note);
        return noted;
    }
}
