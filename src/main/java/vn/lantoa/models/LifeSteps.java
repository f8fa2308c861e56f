package vn.lantoa.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Acceptance.FieldError;
import vn.lantoa.form.Questionnaire;
import vn.lantoa.form.Steps;
import vn.lantoa.organization.Actor;

/** The human steps of {@code model-lifecycle}, each handed to whom it belongs: founding, recognition, upkeep. */
@Component
class LifeSteps implements Steps {

    private final SiteRows rows;
    private final FoundingSteps founding;
    private final RecognitionSteps recognition;
    private final UpkeepSteps upkeep;

    LifeSteps(SiteRows rows, FoundingSteps founding, RecognitionSteps recognition, UpkeepSteps upkeep) {
        this.rows = rows;
        this.founding = founding;
        this.recognition = recognition;
        this.upkeep = upkeep;
    }

    @Override
    public String process() {
        return Words.PROCESS;
    }

    @Override
    public Questionnaire open(Step step, JsonNode schema, Actor actor) {
        var site = rows.find(SiteId.of(step.dossier())).orElseThrow();
        return switch (step.step()) {
            case Words.DRAFT_STEP, Words.REGISTER_STEP, Words.START_STEP, Words.TRIAL_STEP ->
                founding.open(step.step(), schema, site);
            case Words.APPRAISE_STEP, Words.DECIDE_STEP, Words.MEASURE_STEP ->
                recognition.open(step.step(), schema, site);
            default -> upkeep.open(step.step(), schema, site);
        };
    }

    @Override
    public Verdict complete(Step step, String outcome, Map<String, Object> answers, Actor actor) {
        var site = rows.lock(SiteId.of(step.dossier()));
        var said = new SiteAnswers(answers);
        return switch (step.step()) {
            case Words.DRAFT_STEP -> founding.drafted(site, outcome, said);
            case Words.REGISTER_STEP -> founding.registered(site, outcome, said);
            case Words.START_STEP -> founding.started(site, outcome, said, actor);
            case Words.TRIAL_STEP -> founding.tried(site, outcome, said);
            case Words.APPRAISE_STEP -> recognition.appraised(site, outcome, said, actor);
            case Words.DECIDE_STEP -> recognition.decided(site, outcome, said);
            case Words.MEASURE_STEP -> recognition.measured(site, outcome, said);
            case Words.REVIEW_STEP -> upkeep.reviewed(site, said, actor);
            case Words.REPAIR_STEP -> upkeep.repaired(site, said);
            case Words.CONFIRM_STEP -> upkeep.confirmed(site, outcome, said);
            default -> upkeep.overdue(site, outcome, said);
        };
    }

    static Verdict taken(SiteAnswers answers, Map<String, Object> variables) {
        return new Verdict.Taken(variables, answers.lines("reason"));
    }

    static Verdict refused(FieldError error) {
        return new Verdict.Refused(List.of(error));
    }
}
