package vn.lantoa.models;

import static vn.lantoa.models.LifeSteps.refused;
import static vn.lantoa.models.LifeSteps.taken;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Acceptance.FieldError;
import vn.lantoa.form.Questionnaire;
import vn.lantoa.form.Steps.Verdict;
import vn.lantoa.organization.Actor;

/** From the draft to the end of the trial. */
@Component
class FoundingSteps {

    private final SiteRows rows;
    private final SiteStates states;
    private final ModelKinds kinds;
    private final Claims claims;
    private final Twins twins;
    private final SiteSheet sheet;
    private final StepChecks checks;
    private final SiteWords words;

    FoundingSteps(
            SiteRows rows,
            SiteStates states,
            ModelKinds kinds,
            Claims claims,
            Twins twins,
            SiteSheet sheet,
            StepChecks checks,
            SiteWords words) {
        this.rows = rows;
        this.states = states;
        this.kinds = kinds;
        this.claims = claims;
        this.twins = twins;
        this.sheet = sheet;
        this.checks = checks;
        this.words = words;
    }

    Questionnaire open(String step, JsonNode schema, ModelSite site) {
        Map<String, Object> known = new LinkedHashMap<>();
        var texts = new HashMap<String, String>();
        switch (step) {
            case Words.DRAFT_STEP -> {
                known.putAll(sheet.counts(site));
                known.put("kind", kinds.current(site.kind()).id().toString());
                known.put("name", site.name());
                known.put("place", site.place());
                known.put("host", site.host());
                known.values().removeIf(value -> value == null || value.equals(""));
            }
            case Words.REGISTER_STEP -> texts.put("Twins", twins.sentence(site));
            case Words.TRIAL_STEP -> {
                known.putAll(sheet.counts(site));
                texts.put(
                        "Trial",
                        claims.foundedOn(site.id())
                                .map(day -> words.of(
                                        "models.trial",
                                        SiteWords.day(day),
                                        SiteWords.day(day.plusMonths(checks.rule("TRIAL_MONTHS")))))
                                .orElse(null));
            }
            default -> known.putAll(sheet.counts(site));
        }
        return sheet.open(schema, site, texts, known);
    }

    Verdict drafted(ModelSite site, String outcome, SiteAnswers answers) {
        if (outcome.equals("discard")) {
            return taken(answers, Map.of(Words.SITE_END, SiteState.WITHDRAWN.name()));
        }
        var error = checks.counts(answers);
        if (error.isPresent()) {
            return refused(error.get());
        }
        var errors = new ArrayList<FieldError>();
        var kind = answers.text("kind") == null ? site.kind() : KindId.of(Long.parseLong(answers.text("kind")));
        if (kinds.offered().stream().noneMatch(one -> one.id().equals(kind))) {
            errors.add(words.error("kind", "models.refused.kind"));
        }
        if (!errors.isEmpty()) {
            return new Verdict.Refused(errors);
        }
        var name = Optional.ofNullable(answers.text("name")).orElse(site.name());
        var place = Optional.ofNullable(answers.text("place")).orElse("");
        var banned =
                outcome.equals("submit") ? twins.bannedUntil(site, kind, name, place) : Optional.<FieldError>empty();
        if (banned.isPresent()) {
            return refused(banned.get());
        }
        rows.describe(site.id(), kind, name, place, answers.text("host"));
        rows.count(site.id(), answers.counts());
        twins.described(site.id());
        return taken(answers, Map.of());
    }

    Verdict registered(ModelSite site, String outcome, SiteAnswers answers) {
        switch (outcome) {
            case "register" -> {
                var ahead = checks.notAhead(answers, "date");
                if (ahead.isPresent()) {
                    return refused(ahead.get());
                }
                rows.registered(
                        site.id(), answers.text("number"), answers.day("date").orElseThrow());
                return taken(answers, Map.of());
            }
            case "return" -> {
                var most = checks.returnable(site);
                if (most.isPresent()) {
                    return refused(most.get());
                }
                rows.returned(site.id());
                return taken(answers, Map.of());
            }
            default -> {
                rows.because(site.id(), answers.lines("reason"));
                return taken(answers, Map.of(Words.SITE_END, SiteState.REJECTED.name()));
            }
        }
    }

    Verdict started(ModelSite site, String outcome, SiteAnswers answers, Actor actor) {
        if (outcome.equals("giveUp")) {
            rows.because(site.id(), answers.lines("reason"));
            return taken(answers, Map.of(Words.SITE_END, SiteState.WITHDRAWN.name()));
        }
        var error = Stream.of(
                        checks.counts(answers), checks.notAhead(answers, "date"), checks.notAhead(answers, "rulesOn"))
                .flatMap(Optional::stream)
                .findFirst();
        if (error.isPresent()) {
            return refused(error.get());
        }
        founded(
                site.id(),
                words.kept("models.source.founding", answers.text("number"), answers.text("issuer")),
                answers,
                actor);
        rows.rulesSigned(site.id(), answers.day("rulesOn").orElseThrow());
        states.counted(site.id(), answers.counts(), checks.today());
        return taken(answers, Map.of());
    }

    private void founded(SiteId site, String source, SiteAnswers answers, Actor actor) {
        var on = answers.day("date").orElseThrow();
        claims.learnt(site, new Claims.NewClaim(Claims.Fact.FOUNDED_ON, on, null, null, source, on), actor.id());
    }

    Verdict tried(ModelSite site, String outcome, SiteAnswers answers) {
        if (outcome.equals("giveUp")) {
            rows.because(site.id(), answers.lines("reason"));
            return taken(answers, Map.of(Words.SITE_END, SiteState.CLOSED.name()));
        }
        var ready = claims.foundedOn(site.id()).orElseThrow().plusMonths(checks.rule("TRIAL_MONTHS"));
        if (checks.today().isBefore(ready)) {
            return refused(words.error("outcome", "models.refused.trial", SiteWords.day(ready)));
        }
        var counts = checks.counts(answers);
        if (counts.isPresent()) {
            return refused(counts.get());
        }
        states.counted(site.id(), answers.counts(), checks.today());
        return taken(answers, Map.of());
    }
}
