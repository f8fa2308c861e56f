package vn.lantoa.models.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Acceptance.FieldError;
import vn.lantoa.form.Steps.Verdict;
import vn.lantoa.models.safety.SafetyFile.State;

/** From the registration to the leader's word on what the unit says of itself. */
@Component
class AssessingSteps {

    private final SafetyFileRows rows;
    private final AnswerRows answers;
    private final Checklist checklist;
    private final SafetyRules rules;
    private final SafetyTexts texts;
    private final DayCheck days;
    private final SafetyWords words;

    AssessingSteps(
            SafetyFileRows rows,
            AnswerRows answers,
            Checklist checklist,
            SafetyRules rules,
            SafetyTexts texts,
            DayCheck days,
            SafetyWords words) {
        this.rows = rows;
        this.answers = answers;
        this.checklist = checklist;
        this.rules = rules;
        this.texts = texts;
        this.days = days;
        this.words = words;
    }

    /** A late registration is taken, and its rule is told. */
    Verdict register(SafetyFile file, String outcome, Map<String, Object> said) {
        if (outcome.equals("discard")) {
            rows.end(file.id(), State.WITHDRAWN);
            return new Verdict.Taken(Map.of(), null);
        }
        var registration = Registration.of(said);
        var wrong = days.against(
                file, registration.workplace(), Criterion.Paper.OF_THE_YEAR, "registrationDate", registration.on());
        if (wrong.isPresent()) {
            return new Verdict.Refused(List.of(wrong.get()));
        }
        var late = registration.on().isAfter(rules.term("REGISTER", file.year()).day());
        rows.register(file.id(), registration, late);
        return new Verdict.Taken(Map.of(), late ? texts.late(file.year()) : null);
    }

    Verdict readWhyNot(SafetyFile file, String outcome) {
        if (outcome.equals("correct")) {
            rows.move(file.id(), State.REGISTERING);
        } else {
            rows.end(file.id(), State.NOT_AN_OBJECT);
        }
        return new Verdict.Taken(Map.of(), null);
    }

    Verdict assess(SafetyFile file, String outcome, Map<String, Object> said) {
        if (outcome.equals("withdraw")) {
            return withdraw(file, State.ASSESSING, said);
        }
        var assessment = Assessment.of(said, asked(file));
        var errors = wrong(file, assessment);
        if (!errors.isEmpty()) {
            return new Verdict.Refused(errors);
        }
        rows.assess(file.id(), assessment);
        answers.write(file.id(), assessment.answers());
        if (outcome.equals("submit")) {
            rows.move(file.id(), State.APPROVING);
        }
        return new Verdict.Taken(Map.of(), null);
    }

    Verdict approve(SafetyFile file, String outcome, Map<String, Object> said) {
        rows.move(file.id(), outcome.equals("approve") ? State.SENDING : State.ASSESSING);
        return new Verdict.Taken(Map.of(), Answers.text(said, "reason"));
    }

    /** The leader decides; until then it rests where it was. */
    Verdict withdraw(SafetyFile file, State resume, Map<String, Object> said) {
        rows.move(file.id(), State.WITHDRAWING, resume);
        return new Verdict.Taken(Map.of(), Answers.text(said, "withdrawReason"));
    }

    private List<String> asked(SafetyFile file) {
        var keys = new ArrayList<String>();
        Criterion.of(file.workplace()).forEach(one -> keys.add(one.key()));
        checklist.locals(file).forEach(one -> keys.add(one.key()));
        return keys;
    }

    private List<FieldError> wrong(SafetyFile file, Assessment said) {
        var errors = new ArrayList<FieldError>();
        for (var criterion : Criterion.of(file.workplace())) {
            day(file, said, criterion.key(), criterion.paper()).ifPresent(errors::add);
        }
        checklist.locals(file).forEach(one -> day(file, said, one.key(), Criterion.Paper.CONFIRMATION)
                .ifPresent(errors::add));
        if (said.headcount() != null && said.briefed() != null && said.briefed() > said.headcount()) {
            errors.add(words.error("briefed", "safety.refused.briefed", said.headcount()));
        }
        days.against("minutesDate", said.minutesOn(), file.registeredOn(), "safety.refused.minutes")
                .ifPresent(errors::add);
        return errors;
    }

    private Optional<FieldError> day(SafetyFile file, Assessment said, String key, Criterion.Paper paper) {
        var answer = said.answers().get(key);
        return answer == null
                ? Optional.empty()
                : days.against(file, file.workplace(), paper, key + "Date", answer.on());
    }
}
