package vn.lantoa.reporting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.engine.TaskGone;
import vn.lantoa.form.StepDesk;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.organization.VietnameseText;

/** An officer accepts what many subordinates sent, in one act and each by the way of its own step; what carries a warning is left out. */
@Component
public class ReportAcceptance {

    private final ReportRows rows;
    private final ReportWarnings warnings;
    private final StepDesk steps;
    private final Units units;
    private final ReportWords words;

    ReportAcceptance(ReportRows rows, ReportWarnings warnings, StepDesk steps, Units units, ReportWords words) {
        this.rows = rows;
        this.warnings = warnings;
        this.steps = steps;
        this.units = units;
        this.words = words;
    }

    /**
     * A report that waits for this person's acceptance.
     *
     * @param warnings what to read before, in words; empty when it may be accepted as it is
     */
    public record Waiting(ReportId report, String unit, List<String> warnings) {

        public boolean clear() {
            return warnings.isEmpty();
        }
    }

    /** Whether this person accepts what is sent to the unit: its officer, or who stands in for one. */
    public boolean accepts(Actor actor, UnitId superior) {
        return actor.actsAs(Post.OFFICER, superior, UnitReport.PROCESS);
    }

    /** Those of several reports that wait for this person's acceptance, in Vietnamese order. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Actor actor, Collection<ReportId> reports, Locale locale) {
        var sent = rows.findAll(reports).stream()
                .filter(report -> report.state() == ReportState.SENT)
                .filter(report -> steps.waits(actor, report.id().dossier(), UnitReport.ACCEPT))
                .toList();
        var names = namesOf(sent);
        var found = warnings.of(sent, locale);
        return sent.stream()
                .map(report -> new Waiting(report.id(), names.get(report.unit()), found.get(report.id())))
                .sorted(Comparator.comparing(waiting -> VietnameseText.sortKey(waiting.unit())))
                .toList();
    }

    /**
     * Accepts the chosen reports. One report's trouble leaves the others accepted; what got a warning since it was shown, or is no longer
     * this person's, is told and left as it is.
     *
     * @param waiting the chosen ones as {@link #waiting} gives them now
     */
    public List<ReportResult> accept(Actor actor, List<Waiting> waiting, Collection<ReportId> chosen, Locale locale) {
        var now = waiting.stream().collect(Collectors.toMap(Waiting::report, Function.identity()));
        var results = new ArrayList<ReportResult>();
        var found = rows.findAll(chosen);
        var names = namesOf(found);
        for (var report : found) {
            var shown = now.get(report.id());
            var said = shown != null && shown.clear() ? accepted(actor, report, locale) : "report.acceptance.changed";
            results.add(ReportResult.of(
                    report.id(),
                    names.get(report.unit()),
                    said.equals("report.acceptance.done"),
                    words.of(said, locale)));
        }
        results.sort(Comparator.comparing(result -> VietnameseText.sortKey(result.unit())));
        return results;
    }

    private String accepted(Actor actor, Report report, Locale locale) {
        try {
            var outcome = steps.complete(
                    actor, report.id().dossier(), UnitReport.ACCEPT, UnitReport.ACCEPTED, Map.of(), locale);
            return outcome instanceof StepDesk.Outcome.Done ? "report.acceptance.done" : "report.acceptance.changed";
        } catch (TaskGone | NotVisible | NotAllowed | ConcurrencyFailureException quicker) {
            return "report.acceptance.changed";
        }
    }

    private Map<UnitId, String> namesOf(List<Report> reports) {
        return units.namesOf(reports.stream().map(Report::unit).toList());
    }
}
