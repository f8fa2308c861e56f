package vn.lantoa.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Questionnaire;
import vn.lantoa.form.Steps;
import vn.lantoa.organization.Actor;

/** The human steps of {@code unit-report}: what each form shows; where its answers go, {@link StepAnswers} says. */
@Component
class UnitReportSteps implements Steps {

    private final ReportRows rows;
    private final Statements statements;
    private final ReportBackground background;
    private final FigureSheet sheet;
    private final OutlineSheet outline;
    private final KnownAnswers known;
    private final SubordinateTexts subordinates;
    private final PersonalDataGuard guard;
    private final ReportNumbers numbers;
    private final StepAnswers answering;

    UnitReportSteps(
            ReportRows rows,
            Statements statements,
            ReportBackground background,
            FigureSheet sheet,
            OutlineSheet outline,
            KnownAnswers known,
            SubordinateTexts subordinates,
            PersonalDataGuard guard,
            ReportNumbers numbers,
            StepAnswers answering) {
        this.rows = rows;
        this.statements = statements;
        this.background = background;
        this.sheet = sheet;
        this.outline = outline;
        this.known = known;
        this.subordinates = subordinates;
        this.guard = guard;
        this.numbers = numbers;
        this.answering = answering;
    }

    @Override
    public String process() {
        return UnitReport.PROCESS;
    }

    /** Whoever is given a step of their own between drafting and acceptance reads the report and writes at its figures. */
    @Override
    public boolean takesAddedSteps() {
        return true;
    }

    @Override
    public Questionnaire open(Step step, JsonNode schema, Actor actor) {
        var report = rows.find(ReportId.of(step.dossier())).orElseThrow();
        if (step.step().equals(UnitReport.NUMBER)) {
            return new Questionnaire(schema, numbers.proposed(report));
        }
        var indicators = background.indicators(report);
        var mode = mode(step.step());
        var notes = statements.notes(report.id(), report.revision());
        var expanded = sheet.expand(schema, mode, report, indicators, background.surroundings(report, mode), notes);
        return new Questionnaire(
                outline.expand(expanded, mode, notes, besides(report, mode)),
                known.answers(report, mode, background.below(report, mode)));
    }

    /** Who only reviews has no use for what others wrote. */
    private OutlineSheet.Besides besides(Report report, FigureSheet.Mode mode) {
        return mode == FigureSheet.Mode.REVIEW
                ? OutlineSheet.Besides.NONE
                : new OutlineSheet.Besides(report.id(), subordinates.counts(report), subordinates.proposals(report));
    }

    @Override
    public Map<String, Object> draft(Step step, Map<String, Object> answers) {
        return rows.find(ReportId.of(step.dossier()))
                .map(report -> guard.keepable(report, answers))
                .orElse(answers);
    }

    private static FigureSheet.Mode mode(String step) {
        return switch (step) {
            case UnitReport.DRAFT, UnitReport.ENTER -> FigureSheet.Mode.ENTER;
            case UnitReport.APPROVE, UnitReport.APPROVE_ENTRY -> FigureSheet.Mode.CORRECT;
            default -> FigureSheet.Mode.REVIEW;
        };
    }

    @Override
    public Verdict complete(Step step, String outcome, Map<String, Object> answers, Actor actor) {
        return answering.take(step, outcome, answers, actor);
    }
}
