package vn.lantoa.models.safety;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Acceptance.FieldError;
import vn.lantoa.form.Steps.Verdict;
import vn.lantoa.models.safety.SafetyFile.State;
import vn.lantoa.organization.Actor;

/** From the sending of the file to its end. */
@Component
class SendingSteps {

    private static final String PLACE = "place";

    private final SafetyFileRows rows;
    private final AnswerRows answers;
    private final AssessingSteps assessing;
    private final SafetyResults results;
    private final DayCheck days;
    private final SafetyWords words;
    private final Clock clock;

    SendingSteps(
            SafetyFileRows rows,
            AnswerRows answers,
            AssessingSteps assessing,
            SafetyResults results,
            DayCheck days,
            SafetyWords words,
            Clock clock) {
        this.rows = rows;
        this.answers = answers;
        this.assessing = assessing;
        this.results = results;
        this.days = days;
        this.words = words;
        this.clock = clock;
    }

    Verdict send(SafetyFile file, String outcome, Map<String, Object> said) {
        if (outcome.equals("withdraw")) {
            return assessing.withdraw(file, State.SENDING, said);
        }
        if (outcome.equals("back")) {
            rows.move(file.id(), State.ASSESSING);
            return new Verdict.Taken(Map.of(), null);
        }
        var on = Answers.day(said, "sentDate");
        var errors = new ArrayList<FieldError>();
        days.against("sentDate", on, file.minutesOn(), "safety.refused.sent").ifPresent(errors::add);
        AnswerRows.PAPERS.keySet().forEach(paper -> {
            var dated = Answers.day(said, paper + "Date");
            if (dated != null && on != null && dated.isAfter(on)) {
                errors.add(words.error(paper + "Date", "safety.refused.paper-late", SafetyWords.day(on)));
            }
        });
        if (!errors.isEmpty()) {
            return new Verdict.Refused(errors);
        }
        AnswerRows.PAPERS.forEach((paper, kind) -> answers.write(
                file.id(),
                kind,
                new AnswerRows.Paper(Answers.text(said, paper + "Number"), Answers.day(said, paper + "Date"))));
        rows.sent(file.id(), Answers.text(said, "sentTo"), on);
        rows.move(file.id(), State.AWAITING);
        return new Verdict.Taken(Map.of(), null);
    }

    /** Đạt or chưa đạt, and nothing else (TT 124/2021/TT-BCA Điều 8): the form offers no other. */
    Verdict record(SafetyFile file, String outcome, Map<String, Object> said, Actor actor) {
        if (outcome.equals("withdraw")) {
            return assessing.withdraw(file, State.AWAITING, said);
        }
        var on = Answers.day(said, "decisionDate");
        var wrong = days.against("decisionDate", on, file.sentOn(), "safety.refused.decided");
        if (wrong.isPresent()) {
            return new Verdict.Refused(List.of(wrong.get()));
        }
        var result = SafetyResult.valueOf(Answers.text(said, "result"));
        if (!results.recordOf(
                file,
                new SafetyDecision(
                        SafetyDecision.Kind.RECOGNITION,
                        file.year(),
                        Answers.text(said, "decisionNumber"),
                        on,
                        Answers.text(said, "issuer")),
                result,
                actor)) {
            return words.refused("result", "safety.refused.has-result");
        }
        return new Verdict.Taken(Map.of("recognised", result == SafetyResult.PASSED), null);
    }

    Verdict decideUnsent(SafetyFile file, String outcome, Map<String, Object> said) {
        var reason = Answers.text(said, "reason");
        if (outcome.equals("close")) {
            rows.end(file.id(), State.NOT_SENT);
            return new Verdict.Taken(Map.of(PLACE, ""), reason);
        }
        var until = Answers.day(said, "until");
        if (until == null || until.isBefore(LocalDate.now(clock))) {
            return words.refused("until", "safety.refused.until");
        }
        rows.sendBy(file.id(), until);
        return resumed(file, reason);
    }

    Verdict decideWithdrawal(SafetyFile file, String outcome, Map<String, Object> said) {
        if (outcome.equals("approve")) {
            rows.end(file.id(), State.WITHDRAWN);
            return new Verdict.Taken(Map.of(PLACE, ""), null);
        }
        return resumed(file, Answers.text(said, "reason"));
    }

    private Verdict resumed(SafetyFile file, String reason) {
        rows.move(file.id(), file.resume());
        return new Verdict.Taken(Map.of(PLACE, file.resume().name()), reason);
    }
}
