package vn.lantoa.commendation.privacy;

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

/** The human steps of {@code personal-data-request}: answering, carrying out, approving. */
@Component
class DataRequestSteps implements Steps {

    static final String ANSWER = "AnswerRequest";
    static final String CARRY_OUT = "CarryOutRequest";
    static final String APPROVE = "ApproveAnswer";

    private static final String GRANTED = "granted";

    private final DataRequestRows rows;
    private final DataTerms terms;
    private final MessageSource messages;
    private final Clock clock;

    DataRequestSteps(DataRequestRows rows, DataTerms terms, MessageSource messages, Clock clock) {
        this.rows = rows;
        this.terms = terms;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String process() {
        return DataRequests.PROCESS;
    }

    @Override
    public Questionnaire open(Step step, JsonNode schema, Actor actor) {
        return new Questionnaire(schema, Map.of());
    }

    @Override
    public Verdict complete(Step step, String outcome, Map<String, Object> answers, Actor actor) {
        var request = rows.lock(DataRequestId.of(step.dossier()));
        return switch (step.step()) {
            case ANSWER -> answer(request, outcome, answers);
            case CARRY_OUT -> outcome.equals("extend") ? extend(request, answers) : carryOut(request, answers);
            default -> approve(request, outcome, answers);
        };
    }

    private Verdict answer(DataRequest request, String outcome, Map<String, Object> answers) {
        var granted = outcome.equals("accept");
        if (granted && !Boolean.TRUE.equals(answers.get("verified"))) {
            return refused("verified", "privacy.refused.unverified");
        }
        var ground = granted ? null : text(answers, "ground");
        rows.answered(request.id(), granted, ground);
        return new Verdict.Taken(Map.of(GRANTED, granted), ground);
    }

    private Verdict extend(DataRequest request, Map<String, Object> answers) {
        if (request.extended()) {
            return refused("reason", "privacy.refused.extended");
        }
        rows.extended(request.id(), terms.end(DataTerms.EXTENSION, request.due(), request.receivedOn()));
        return new Verdict.Taken(Map.of(), text(answers, "reason"));
    }

    /** A correction says what to; what it says is kept out of the timeline, since it names a person. */
    private Verdict carryOut(DataRequest request, Map<String, Object> answers) {
        var correction = new DataRequestRows.Correction(
                text(answers, "name"), year(answers.get("birthYear")), text(answers, "post"));
        if (request.kind() == DataRequest.Kind.CORRECT && correction.isEmpty()) {
            return refused("name", "privacy.refused.no-correction");
        }
        if (request.kind() != DataRequest.Kind.CORRECT && !correction.isEmpty()) {
            return refused("name", "privacy.refused.not-a-correction");
        }
        if (correction.birthYear() != null
                && correction.birthYear() > LocalDate.now(clock).getYear()) {
            return refused("birthYear", "privacy.refused.birth-year");
        }
        rows.carriedOut(request.id(), correction);
        return new Verdict.Taken(Map.of(), null);
    }

    private Verdict approve(DataRequest request, String outcome, Map<String, Object> answers) {
        if (outcome.equals("approve")) {
            return new Verdict.Taken(Map.of(), null);
        }
        rows.returned(request.id());
        return new Verdict.Taken(Map.of(), text(answers, "reason"));
    }

    private Verdict refused(String field, String message) {
        var words = messages.getMessage(message, null, LocaleContextHolder.getLocale());
        return new Verdict.Refused(List.of(new FieldError(field, words)));
    }

    private static String text(Map<String, Object> answers, String key) {
        return answers.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    private static Integer year(Object answer) {
        return answer instanceof Number number ? number.intValue() : null;
    }
}
