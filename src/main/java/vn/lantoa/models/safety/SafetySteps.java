package vn.lantoa.models.safety;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Questionnaire;
import vn.lantoa.form.Steps;
import vn.lantoa.organization.Actor;

/** The human steps of {@code safety-standard}. */
@Component
class SafetySteps implements Steps {

    static final String REGISTER = "RegisterUnit";
    static final String WHY_NOT = "ReadWhyNot";
    static final String ASSESS = "AssessUnit";
    static final String APPROVE = "ApproveAssessment";
    static final String SEND = "SendFile";
    static final String DECISION = "RecordDecision";
    static final String UNSENT = "DecideUnsent";
    static final String WITHDRAWAL = "DecideWithdrawal";

    private final SafetyFileRows rows;
    private final AssessingSteps assessing;
    private final SendingSteps sending;
    private final LastYear lastYear;
    private final Checklist checklist;
    private final SafetyTexts texts;
    private final SafetySheet sheet;

    SafetySteps(
            SafetyFileRows rows,
            AssessingSteps assessing,
            SendingSteps sending,
            LastYear lastYear,
            Checklist checklist,
            SafetyTexts texts,
            SafetySheet sheet) {
        this.rows = rows;
        this.assessing = assessing;
        this.sending = sending;
        this.lastYear = lastYear;
        this.checklist = checklist;
        this.texts = texts;
        this.sheet = sheet;
    }

    @Override
    public String process() {
        return SafetyFiles.PROCESS;
    }

    @Override
    public Questionnaire open(Step step, JsonNode schema, Actor actor) {
        var file = rows.find(SafetyFileId.of(step.dossier())).orElseThrow();
        return switch (step.step()) {
            case REGISTER -> sheet.open(schema, file, texts.registering(file), List.of(), lastYear.registration(file));
            case WHY_NOT -> sheet.open(schema, file, texts.whyNot(file), List.of(), Map.of());
            case ASSESS ->
                sheet.open(schema, file, texts.assessing(file), checklist.locals(file), lastYear.assessment(file));
            case SEND -> sheet.open(schema, file, texts.file(file), List.of(), lastYear.papers(file));
            default -> sheet.open(schema, file, texts.file(file), List.of(), Map.of());
        };
    }

    @Override
    public Verdict complete(Step step, String outcome, Map<String, Object> answers, Actor actor) {
        var file = rows.lock(SafetyFileId.of(step.dossier()));
        return switch (step.step()) {
            case REGISTER -> assessing.register(file, outcome, answers);
            case WHY_NOT -> assessing.readWhyNot(file, outcome);
            case ASSESS -> assessing.assess(file, outcome, answers);
            case APPROVE -> assessing.approve(file, outcome, answers);
            case SEND -> sending.send(file, outcome, answers);
            case DECISION -> sending.record(file, outcome, answers, actor);
            case UNSENT -> sending.decideUnsent(file, outcome, answers);
            default -> sending.decideWithdrawal(file, outcome, answers);
        };
    }
}
