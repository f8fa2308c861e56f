package vn.lantoa.models.adoption;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Acceptance.FieldError;
import vn.lantoa.form.Questionnaire;
import vn.lantoa.form.Steps;
import vn.lantoa.organization.Actor;

/** The human steps of {@code model-adoption}: answering an invitation or a request, planning, approving, setting up. */
@Component
class AdoptionSteps implements Steps {

    private final AdoptionRows rows;
    private final AdoptionSheet sheet;
    private final MessageSource messages;
    private final Clock clock;

    AdoptionSteps(AdoptionRows rows, AdoptionSheet sheet, MessageSource messages, Clock clock) {
        this.rows = rows;
        this.sheet = sheet;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String process() {
        return Words.PROCESS;
    }

    @Override
    public Questionnaire open(Step step, JsonNode schema, Actor actor) {
        var adoption = rows.find(AdoptionId.of(step.dossier())).orElseThrow();
        return new Questionnaire(
                schema,
                switch (step.step()) {
                    case Words.PLAN_STEP -> sheet.plan(adoption);
                    case Words.SET_UP_STEP -> sheet.setUp(adoption);
                    default -> Map.of();
                });
    }

    @Override
    public Verdict complete(Step step, String outcome, Map<String, Object> answers, Actor actor) {
        var adoption = rows.lock(AdoptionId.of(step.dossier()));
        return switch (outcome) {
            case "decline" ->
                end(
                        adoption,
                        step.step().equals(Words.ANSWER_STEP) ? AdoptionState.DECLINED : AdoptionState.REFUSED,
                        answers);
            case "giveUp" -> end(adoption, AdoptionState.GIVEN_UP, answers);
            case "submit" -> plan(adoption, answers);
            case "founded" -> setUp(adoption, answers, actor);
            case "return" -> new Verdict.Taken(Map.of(), AdoptionSheet.text(answers, "returnReason"));
            default -> new Verdict.Taken(Map.of(), null);
        };
    }

    private Verdict end(Adoption adoption, AdoptionState end, Map<String, Object> answers) {
        var code = GiveUpReason.of(answers.get("reasonCode"));
        if (code.isEmpty() || code.get() == GiveUpReason.SITE_ENDED) {
            return refused("reasonCode", "adoption.refused.reason-code");
        }
        var reason = AdoptionSheet.text(answers, "reason");
        if (reason == null) {
            return refused("reason", "adoption.refused.reason");
        }
        rows.because(adoption.id(), code.get(), reason);
        return new Verdict.Taken(Map.of(Words.ENDING, end.name()), reason);
    }

    private Verdict plan(Adoption adoption, Map<String, Object> answers) {
        var plan = sheet.planned(answers);
        if (plan.members() < plan.groups()) {
            return refused("members", "adoption.refused.members");
        }
        if (plan.plannedOn().isBefore(today())) {
            return refused("plannedOn", "adoption.refused.planned");
        }
        rows.planned(adoption.id(), plan);
        return new Verdict.Taken(Map.of(), null);
    }

    private Verdict setUp(Adoption adoption, Map<String, Object> answers, Actor actor) {
        var as = sheet.founded(answers);
        if (as.members() < as.groups()) {
            return refused("members", "adoption.refused.members");
        }
        if (as.foundedOn().isAfter(today()) || as.foundedOn().isBefore(adoption.openedOn())) {
            return refused("foundedOn", "adoption.refused.founded");
        }
        rows.setUp(adoption.id(), as, actor.id());
        return new Verdict.Taken(Map.of(), as.foundingNumber());
    }

    private Verdict refused(String field, String message) {
        var words = messages.getMessage(message, null, LocaleContextHolder.getLocale());
        return new Verdict.Refused(List.of(new FieldError(field, words)));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
