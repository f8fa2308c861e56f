package vn.lantoa.reporting;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.form.StepDesk;
import vn.lantoa.organization.Actor;

/** A leader approves what the officer entered for many units, in one act and each by the way of its own step. */
@Component
public class EntryApproval {

    private final StepDesk steps;
    private final MessageSource messages;

    EntryApproval(StepDesk steps, MessageSource messages) {
        this.steps = steps;
        this.messages = messages;
    }

    /** Approves the chosen rows. One row's trouble leaves the others approved. */
    public List<GridEntry.Result> approve(Actor actor, ReportGrid.Table table, Set<ReportId> chosen, Locale locale) {
        return table.rows().stream()
                .filter(row -> chosen.contains(row.report()))
                .map(row -> approve(actor, row, locale))
                .toList();
    }

    private GridEntry.Result approve(Actor actor, ReportGrid.Row row, Locale locale) {
        var outcome = steps.complete(
                actor, row.report().dossier(), UnitReport.APPROVE_ENTRY, UnitReport.APPROVED, Map.of(), locale);
        var done = outcome instanceof StepDesk.Outcome.Done;
        var word = done ? "report.approval.done" : "report.grid.not-open";
        return new GridEntry.Result(
                row.report(), row.name(), done, 0, messages.getMessage(word, null, locale), Map.of());
    }
}
