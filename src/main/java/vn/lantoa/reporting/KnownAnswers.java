package vn.lantoa.reporting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a report says already, as the answers a form would give. */
@Component
class KnownAnswers {

    private final Statements statements;
    private final SubordinateSums below;
    private final KnownCounts counts;

    KnownAnswers(Statements statements, SubordinateSums below, KnownCounts counts) {
        this.counts = counts;
        this.below = below;
        this.statements = statements;
    }

    /**
     * Figures and texts by the keys of the forms; the notes at them too, except for whoever enters: there they are remarks of the form.
     *
     * @param basis what the subordinates add up to: who enters starts from it, the unit's own part on top
     */
    Map<String, Object> answers(Report report, FigureSheet.Mode mode, SubordinateSums.Basis basis) {
        var statement = statements.of(report.id(), report.revision());
        var notes = mode == FigureSheet.Mode.ENTER
                ? Map.<String, String>of()
                : statements.notes(report.id(), report.revision());
        var figures = new LinkedHashMap<String, Object>();
        statement.figures().byKey().forEach((key, figure) -> figures.put(key, figure.asAnswer()));
        BelowSheet.start(figures, statement.figures(), basis, below.own(report), mode == FigureSheet.Mode.ENTER);
        if (mode == FigureSheet.Mode.ENTER) {
            KnownCounts.start(figures, statement.figures(), counts.of(report), basis);
        }
        notes.forEach((field, note) -> {
            if (!Outline.FIELDS.contains(field)) {
                figures.merge(field, new LinkedHashMap<>(Map.of("note", note)), (answer, added) -> noted(answer, note));
            }
        });
        var data = new LinkedHashMap<String, Object>(
                mode == FigureSheet.Mode.READ ? Map.of() : OutlineSheet.asAnswers(notes));
        data.put("figures", figures);
        statement.texts().forEach((field, text) -> data.put(field, text.content()));
        data.put(
                Proposal.FIELD,
                proposals(statement).stream().map(Proposal::asAnswer).toList());
        return data;
    }

    /** Section VI of a report from before it had rows is shown as rows, so that nothing written is lost. */
    private static List<Proposal> proposals(Statements.Statement statement) {
        var text = statement.texts().get("proposals");
        return statement.proposals().isEmpty() && text != null
                ? Proposal.ofText(text.content())
                : statement.proposals();
    }

    private static Object noted(Object answer, String note) {
        var noted = new LinkedHashMap<Object, Object>((Map<?, ?>) answer);
        noted.put("note", note);
        return noted;
    }
}
