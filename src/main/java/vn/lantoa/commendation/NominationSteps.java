package vn.lantoa.commendation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Questionnaire;
import vn.lantoa.form.Steps;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Units;

/** The human steps of {@code nomination}: the file of the proposing unit, and a decision from outside. */
@Component
class NominationSteps implements Steps {

    private final NominationRows rows;
    private final NominationFile file;
    private final NominationSheet sheet;
    private final DraftCheck check;
    private final Eligibility eligibility;
    private final AwardTitles titles;
    private final CommendationWords words;
    private final Units units;
    private final Clock clock;

    NominationSteps(
            NominationRows rows,
            NominationFile file,
            NominationSheet sheet,
            DraftCheck check,
            Eligibility eligibility,
            AwardTitles titles,
            CommendationWords words,
            Units units,
            Clock clock) {
        this.rows = rows;
        this.file = file;
        this.sheet = sheet;
        this.check = check;
        this.eligibility = eligibility;
        this.titles = titles;
        this.words = words;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String process() {
        return Words.NOMINATION;
    }

    @Override
    public Questionnaire open(Step step, JsonNode schema, Actor actor) {
        var nomination = rows.find(NominationId.of(step.dossier())).orElseThrow();
        if (step.step().equals(Words.OUTSIDE_STEP)) {
            return sheet.open(schema, nomination, new NominationSheet.Inserts(Map.of(), Map.of()), Map.of());
        }
        var unit = units.find(units.answering(nomination.proposer())).orElseThrow();
        return sheet.open(
                schema,
                nomination,
                new NominationSheet.Inserts(
                        Map.of("Findings", words.findings(eligibility.of(nomination.id()))),
                        Map.of("title", titles.proposableBy(unit, LocalDate.now(clock)))),
                file.read(nomination.id()).answers());
    }

    @Override
    public Verdict complete(Step step, String outcome, Map<String, Object> answers, Actor actor) {
        var nomination = rows.lock(NominationId.of(step.dossier()));
        return step.step().equals(Words.OUTSIDE_STEP)
                ? outside(nomination, outcome, answers)
                : drafted(nomination, outcome, answers, actor);
    }

    private Verdict drafted(Nomination nomination, String outcome, Map<String, Object> answers, Actor actor) {
        if (outcome.equals("discard")) {
            rows.end(nomination.id(), NominationState.DISCARDED);
            return new Verdict.Taken(Map.of(), null);
        }
        var draft = NominationDraft.of(answers);
        file.write(nomination.id(), draft, actor.id());
        if (outcome.equals("check")) {
            return new Verdict.Taken(Map.of(), null);
        }
        var errors = check.against(rows.find(nomination.id()).orElseThrow(), draft);
        return errors.isEmpty() ? new Verdict.Taken(Map.of(), null) : new Verdict.Refused(errors);
    }

    private Verdict outside(Nomination nomination, String outcome, Map<String, Object> answers) {
        if (outcome.equals("granted")) {
            var date = LocalDate.parse(answers.get("date").toString());
            if (date.isAfter(LocalDate.now(clock))) {
                return new Verdict.Refused(List.of(words.error("date", "nomination.refused.day-ahead")));
            }
            rows.outside(
                    nomination.id(),
                    answers.get("number").toString().strip(),
                    date,
                    answers.get("issuer").toString().strip());
        }
        rows.end(nomination.id(), outcome.equals("granted") ? NominationState.AWARDED : NominationState.REJECTED);
        return new Verdict.Taken(Map.of(), reason(answers));
    }

    static String reason(Map<String, Object> answers) {
        return answers.get("reason") instanceof String text && !text.isBlank() ? text.strip() : null;
    }
}
