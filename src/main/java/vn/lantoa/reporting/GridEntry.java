package vn.lantoa.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Acceptance;
import vn.lantoa.form.StepDesk;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotAllowed;

/**
 * Writes cells of the table into reports, row by row, by the way every entry goes: the superior takes the drafting over, the cells become the
 * draft of that step, and "Trình duyệt" hands it to the leader. What is accepted then is marked "cấp trên nhập thay".
 */
@Component
public class GridEntry {

    private final ReportGrid grid;
    private final ReportRows rows;
    private final ReportActs acts;
    private final StepDesk steps;
    private final MessageSource messages;

    GridEntry(ReportGrid grid, ReportRows rows, ReportActs acts, StepDesk steps, MessageSource messages) {
        this.grid = grid;
        this.rows = rows;
        this.acts = acts;
        this.steps = steps;
        this.messages = messages;
    }

    /**
     * A cell somebody wrote.
     *
     * @param text as written
     * @param base what the writer saw there before; null when nobody knows
     */
    public record Cell(ReportId report, String key, String text, String base) {}

    /**
     * Writes the cells that differ from what their writer saw. One row's trouble leaves the others as they are.
     *
     * @param submit the reports to hand to the leader afterwards
     */
    public List<ReportResult> write(
            Actor actor, GridTable table, List<Cell> cells, List<ReportId> submit, Locale locale) {
        var byReport = new LinkedHashMap<ReportId, List<Cell>>();
        cells.forEach(cell ->
                byReport.computeIfAbsent(cell.report(), id -> new ArrayList<>()).add(cell));
        submit.forEach(id -> byReport.computeIfAbsent(id, report -> new ArrayList<>()));
        var results = new ArrayList<ReportResult>();
        for (var row : table.rows()) {
            var written = byReport.getOrDefault(row.report(), List.of());
            var changed = written.stream()
                    .filter(cell -> row.cells().containsKey(cell.key()))
                    .filter(cell -> cell.base() == null || !FigureText.same(cell.text(), cell.base()))
                    .filter(cell -> !FigureText.same(cell.text(), row.cells().get(cell.key())))
                    .toList();
            if (!changed.isEmpty() || submit.contains(row.report())) {
                results.add(write(actor, row, changed, submit.contains(row.report()), locale));
            }
        }
        return results;
    }

    private ReportResult write(Actor actor, GridTable.Row row, List<Cell> changed, boolean submit, Locale locale) {
        var errors = new LinkedHashMap<String, String>();
        var answers = new LinkedHashMap<String, Map<String, Object>>();
        for (var cell : changed) {
            var now = row.cells().get(cell.key());
            var reading = FigureText.read(cell.text(), locale);
            if (cell.base() != null && !FigureText.same(cell.base(), now)) {
                errors.put(cell.key(), say("report.grid.conflict", locale, shown(now, locale), cell.text()));
            } else if (reading.error() != null) {
                errors.put(cell.key(), reading.error());
            } else {
                answers.put(cell.key(), reading.answer());
            }
        }
        if (!errors.isEmpty()) {
            return new ReportResult(row.report(), row.name(), false, 0, say("report.grid.row-refused", locale), errors);
        }
        return enter(actor, row, answers, submit, locale);
    }

    private ReportResult enter(
            Actor actor, GridTable.Row row, Map<String, Map<String, Object>> answers, boolean submit, Locale locale) {
        var report = rows.find(row.report()).orElseThrow();
        var step = ReportGrid.stepFor(actor, report);
        if (step.equals(UnitReport.ENTER) && report.state() != ReportState.ENTERING) {
            var refusal = takeOver(actor, report, locale);
            if (refusal != null) {
                return ReportResult.of(report.id(), row.name(), false, refusal);
            }
        }
        var opened = steps.open(actor, report.id().dossier(), step);
        if (opened.isEmpty()) {
            return ReportResult.of(report.id(), row.name(), false, say("report.grid.not-open", locale));
        }
        var data = new LinkedHashMap<>(opened.get().data());
        data.put("figures", merged(data.get("figures"), answers));
        steps.keep(actor, report.id().dossier(), step, data);
        if (!submit) {
            return new ReportResult(
                    report.id(),
                    row.name(),
                    true,
                    answers.size(),
                    say("report.grid.kept", locale, answers.size()),
                    Map.of());
        }
        return submitted(actor, row, step, data, answers.size(), locale);
    }

    private String takeOver(Actor actor, Report report, Locale locale) {
        try {
            var outcome = acts.enterForUnit(actor, report.id(), say("report.grid.reason", Locale.forLanguageTag("vi")));
            return outcome instanceof ReportOutcome.Conflict conflict ? say(conflict.message(), locale) : null;
        } catch (NotAllowed notTheirs) {
            return say("report.grid.not-open", locale);
        }
    }

    private ReportResult submitted(
            Actor actor, GridTable.Row row, String step, Map<String, Object> data, int changed, Locale locale) {
        var outcome = steps.complete(actor, row.report().dossier(), step, UnitReport.SUBMIT, data, locale);
        if (outcome instanceof StepDesk.Outcome.Refused refused) {
            var errors = new LinkedHashMap<String, String>();
            for (Acceptance.FieldError error : refused.errors()) {
                errors.put(error.key().replaceFirst("^figures\\.", ""), error.message());
            }
            return new ReportResult(
                    row.report(), row.name(), false, changed, say("report.grid.kept-not-submitted", locale), errors);
        }
        var done = outcome instanceof StepDesk.Outcome.Done;
        return new ReportResult(
                row.report(),
                row.name(),
                done,
                changed,
                say(done ? "report.grid.submitted" : "report.grid.not-open", locale),
                Map.of());
    }

    /** A reason or a note beside a figure stays with it. */
    private static Map<String, Object> merged(Object figures, Map<String, Map<String, Object>> answers) {
        var merged = new LinkedHashMap<String, Object>();
        if (figures instanceof Map<?, ?> before) {
            before.forEach((key, figure) -> merged.put(String.valueOf(key), figure));
        }
        answers.forEach((key, answer) -> {
            var figure = new LinkedHashMap<String, Object>();
            if (merged.get(key) instanceof Map<?, ?> before && before.get("reason") != null) {
                figure.put("reason", before.get("reason"));
            }
            if (answer == null) {
                merged.remove(key);
            } else {
                figure.putAll(answer);
                merged.put(key, figure);
            }
        });
        return merged;
    }

    private String shown(String text, Locale locale) {
        return text.isEmpty() ? say("report.grid.empty-cell", locale) : text;
    }

    private String say(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
