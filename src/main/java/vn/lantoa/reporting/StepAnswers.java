package vn.lantoa.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.form.Acceptance.FieldError;
import vn.lantoa.form.Steps.Step;
import vn.lantoa.form.Steps.Verdict;
import vn.lantoa.organization.Actor;

/** Where the answers of a report's human steps go: into a new revision, into notes beside figures, or back with what is wrong. */
@Component
class StepAnswers {

    private final ReportRows rows;
    private final Statements statements;
    private final ReportBackground background;
    private final SubordinateTexts subordinates;
    private final PersonalDataGuard guard;
    private final ReportStory story;
    private final ReportNumbers numbers;
    private final ReportWords words;
    private final Clock clock;

    StepAnswers(
            ReportRows rows,
            Statements statements,
            ReportBackground background,
            SubordinateTexts subordinates,
            PersonalDataGuard guard,
            ReportStory story,
            ReportNumbers numbers,
            ReportWords words,
            Clock clock) {
        this.rows = rows;
        this.statements = statements;
        this.background = background;
        this.subordinates = subordinates;
        this.guard = guard;
        this.story = story;
        this.numbers = numbers;
        this.words = words;
        this.clock = clock;
    }

    Verdict take(Step step, String outcome, Map<String, Object> answers, Actor actor) {
        var report = rows.lock(ReportId.of(step.dossier()));
        var questions = guard.questions(report, answers, actor);
        if (!questions.isEmpty()) {
            return new Verdict.Refused(errors(questions));
        }
        return switch (step.step()) {
            case UnitReport.DRAFT, UnitReport.ENTER -> drafted(report, step, outcome, answers, actor);
            case UnitReport.APPROVE, UnitReport.APPROVE_ENTRY ->
                outcome.equals(UnitReport.APPROVED)
                        ? approved(report, step, answers, actor)
                        : judged(report, step, outcome, answers, actor);
            case UnitReport.NUMBER -> numbered(report, step, outcome, answers, actor);
            default ->
                onlyNotes(report, answers)
                        .<Verdict>map(Verdict.Refused::new)
                        .orElseGet(() -> judged(report, step, outcome, answers, actor));
        };
    }

    private Verdict drafted(Report report, Step step, String outcome, Map<String, Object> answers, Actor actor) {
        if (!outcome.equals(UnitReport.SUBMIT) && !outcome.equals(UnitReport.NIL)) {
            return judged(report, step, outcome, answers, actor);
        }
        var nil = outcome.equals(UnitReport.NIL);
        var figures = nil ? background.nilFigures(report) : withoutNotes(Figures.ofAnswers(answers.get("figures")));
        var refusals = background.violations(report, figures);
        if (!refusals.isEmpty()) {
            return new Verdict.Refused(errors(refusals));
        }
        var cause = nil ? Statements.Cause.NIL : Statements.Cause.SUBMITTED;
        revise(
                report,
                step.step().equals(UnitReport.ENTER) ? Statements.Cause.ENTERED : cause,
                new Statements.Statement(figures, Outline.ofAnswers(answers), proposals(report, answers)),
                actor);
        return taken(report, step, outcome, answers, actor);
    }

    private Verdict approved(Report report, Step step, Map<String, Object> answers, Actor actor) {
        var submitted = statements.of(report.id(), report.revision());
        var corrected = new Statements.Statement(
                submitted.figures().correctedBy(Figures.ofAnswers(answers.get("figures"))),
                Outline.corrected(submitted.texts(), answers),
                answers.containsKey(Proposal.FIELD)
                        ? Proposal.corrected(submitted.proposals(), proposals(report, answers))
                        : submitted.proposals());
        if (!corrected.equals(submitted)) {
            var refusals = background.violations(report, corrected.figures());
            if (!refusals.isEmpty()) {
                return new Verdict.Refused(errors(refusals));
            }
            revise(report, Statements.Cause.CORRECTED, corrected, actor);
        }
        return taken(report, step, UnitReport.APPROVED, answers, actor);
    }

    private Verdict numbered(Report report, Step step, String outcome, Map<String, Object> answers, Actor actor) {
        var refusals = outcome.equals(UnitReport.NUMBERED) ? numbers.give(actor, report, answers) : List.<Refusal>of();
        return refusals.isEmpty()
                ? taken(report, step, outcome, answers, actor)
                : new Verdict.Refused(errors(refusals));
    }

    private List<Proposal> proposals(Report report, Map<String, Object> answers) {
        return Proposal.ofAnswers(answers.get(Proposal.FIELD), subordinates.sources(report));
    }

    private Verdict judged(Report report, Step step, String outcome, Map<String, Object> answers, Actor actor) {
        if (step.step().equals(UnitReport.ACCEPT) && outcome.equals(UnitReport.RETURN)) {
            var date = newDate(answers);
            if (answers.get("newDate") != null
                    && date.filter(day -> !day.isBefore(LocalDate.now(clock))).isEmpty()) {
                return new Verdict.Refused(errors(List.of(Refusal.of("newDate", "report.refused.until"))));
            }
        }
        var known = statements.notes(report.id(), report.revision());
        var written = notes(step.step(), answers).stream()
                .filter(note -> !note.note().equals(known.get(note.field())))
                .toList();
        statements.note(report.id(), report.revision(), written, actor.id());
        return taken(report, step, outcome, answers, actor);
    }

    private Verdict taken(Report report, Step step, String outcome, Map<String, Object> answers, Actor actor) {
        var reason = answers.get("reason") instanceof String text && !text.isBlank() ? text.strip() : null;
        var now = rows.find(report.id()).orElseThrow();
        story.keep(
                now,
                step.step(),
                step.acting(),
                outcome,
                actor,
                reason,
                newDate(answers).orElse(null));
        var approved = step.step().equals(UnitReport.APPROVE) && outcome.equals(UnitReport.APPROVED);
        return new Verdict.Taken(approved ? Map.of(UnitReport.DISPATCH, numbers.dispatch(report)) : Map.of(), reason);
    }

    private void revise(Report report, Statements.Cause cause, Statements.Statement statement, Actor actor) {
        var revision = report.revision() + 1;
        statements.add(report.id(), revision, cause, statement, actor.id());
        background.standsOn(report, revision, cause == Statements.Cause.CORRECTED, statement.figures(), actor);
        rows.revise(report.id(), revision);
    }

    /** Who checks or accepts may write at a figure but not change it: the leader of the unit alone corrects. */
    private Optional<List<FieldError>> onlyNotes(Report report, Map<String, Object> answers) {
        var stated = statements.figures(report.id(), report.revision());
        var changes = Figures.ofAnswers(answers.get("figures")).byKey().entrySet().stream()
                .filter(entry -> !entry.getValue().saysTheSameAs(stated.byKey().get(entry.getKey())))
                .map(entry -> Refusal.of("figures." + entry.getKey(), "report.refused.not-yours-to-change"))
                .toList();
        return changes.isEmpty() ? Optional.empty() : Optional.of(errors(changes));
    }

    private List<Statements.Note> notes(String step, Map<String, Object> answers) {
        var notes = new ArrayList<Statements.Note>();
        if (answers.get("figures") instanceof Map<?, ?> figures) {
            figures.forEach((key, answer) -> {
                if (answer instanceof Map<?, ?> figure
                        && figure.get("note") instanceof String note
                        && !note.isBlank()) {
                    notes.add(new Statements.Note((String) key, note.strip(), step));
                }
            });
        }
        OutlineSheet.notesIn(answers).forEach((field, note) -> notes.add(new Statements.Note(field, note, step)));
        return notes;
    }

    private static Figures withoutNotes(Figures figures) {
        var plain = new LinkedHashMap<String, Figure>();
        figures.byKey().forEach((key, figure) -> plain.put(key, figure.withoutNote()));
        return new Figures(plain);
    }

    private static Optional<LocalDate> newDate(Map<String, Object> answers) {
        return Optional.ofNullable(answers.get("newDate")).flatMap(day -> WrittenDay.posted(day.toString()));
    }

    private List<FieldError> errors(List<Refusal> refusals) {
        var locale = LocaleContextHolder.getLocale();
        return refusals.stream()
                .map(refusal -> new FieldError(refusal.field(), words.of(refusal, locale)))
                .toList();
    }
}
