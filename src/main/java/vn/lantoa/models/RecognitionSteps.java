package vn.lantoa.models;

import static vn.lantoa.models.LifeSteps.refused;
import static vn.lantoa.models.LifeSteps.taken;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Acceptance.FieldError;
import vn.lantoa.form.Questionnaire;
import vn.lantoa.form.Steps.Verdict;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Units;

/** Appraisal, recognition, and what a leader decides about a recognised site. */
@Component
class RecognitionSteps {

    private final SiteRows rows;
    private final Appraisals appraisals;
    private final Recognitions recognitions;
    private final Measures measures;
    private final Suspension suspension;
    private final Deciders deciders;
    private final Twins twins;
    private final SiteSheet sheet;
    private final StepChecks checks;
    private final SiteWords words;
    private final Units units;

    RecognitionSteps(
            SiteRows rows,
            Appraisals appraisals,
            Recognitions recognitions,
            Measures measures,
            Suspension suspension,
            Deciders deciders,
            Twins twins,
            SiteSheet sheet,
            StepChecks checks,
            SiteWords words,
            Units units) {
        this.rows = rows;
        this.appraisals = appraisals;
        this.recognitions = recognitions;
        this.measures = measures;
        this.suspension = suspension;
        this.deciders = deciders;
        this.twins = twins;
        this.sheet = sheet;
        this.checks = checks;
        this.words = words;
        this.units = units;
    }

    Questionnaire open(String step, JsonNode schema, ModelSite site) {
        Map<String, Object> known = new LinkedHashMap<>();
        var texts = new HashMap<String, String>();
        switch (step) {
            case Words.APPRAISE_STEP -> {
                known.putAll(sheet.counts(site));
                texts.put("Twins", twins.sentence(site));
            }
            case Words.DECIDE_STEP ->
                texts.put(
                        "Appraisal",
                        appraisals.last(site.id()).map(this::sentence).orElse(null));
            default ->
                texts.put(
                        "Measure",
                        measures.open(site.id())
                                .map(measure -> words.of(
                                        "models.measure.text",
                                        words.of("models.measure." + measure.kind()),
                                        words.of("models.reason." + measure.reasonCode()),
                                        measure.reason()))
                                .orElse(null));
        }
        return sheet.open(schema, site, texts, known);
    }

    Verdict appraised(ModelSite site, String outcome, SiteAnswers answers, Actor actor) {
        if (outcome.equals("return")) {
            return sentBack(site, answers);
        }
        var error = Stream.of(
                        checks.counts(answers),
                        checks.notAhead(answers, "policeDate"),
                        checks.notAhead(answers, "lastReview"),
                        checks.notBeforeFounding(site, answers, "lastReview"))
                .flatMap(Optional::stream)
                .findFirst();
        if (error.isPresent()) {
            return refused(error.get());
        }
        var passed = outcome.equals("pass");
        var lacking = passed ? lacking(answers) : new ArrayList<FieldError>();
        if (!lacking.isEmpty()) {
            return new Verdict.Refused(lacking);
        }
        appraisals.add(site.id(), deciders.deciding(site), answers, passed, actor.id());
        return taken(answers, Map.of());
    }

    /** What an appraisal cannot be passed with: only met or not met counts, whatever the rating. */
    private ArrayList<FieldError> lacking(SiteAnswers answers) {
        var lacking = new ArrayList<FieldError>();
        Appraisal.CRITERIA.stream()
                .filter(key -> !answers.yes(key))
                .forEach(key -> lacking.add(words.error(key, "models.refused.criterion")));
        if (!"agree".equals(answers.all().get("police"))) {
            lacking.add(words.error("police", "models.refused.police"));
        }
        var counts = answers.counts();
        var least = counts.needs(checks.rule("MIN_MEMBERS"));
        if (counts.members().amount() < least) {
            lacking.add(words.error("members", "models.refused.min-members", least));
        }
        return lacking;
    }

    Verdict decided(ModelSite site, String outcome, SiteAnswers answers) {
        if (outcome.equals("return")) {
            return sentBack(site, answers);
        }
        if (outcome.equals("reject")) {
            if (raising(site)) {
                measures.decided(site.id(), false, null, checks.today());
                return taken(answers, Map.of());
            }
            rows.because(site.id(), answers.lines("reason"));
            return taken(answers, Map.of(Words.SITE_END, SiteState.REJECTED.name()));
        }
        var appraisal = appraisals.last(site.id()).orElseThrow();
        if (!appraisal.passed()) {
            return refused(
                    appraisal.rating() == null
                            ? words.error("outcome", "models.refused.not-passed")
                            : words.error(
                                    "outcome",
                                    "models.refused.rated",
                                    words.of("models.rating." + appraisal.rating())));
        }
        var error = Stream.of(checks.notAhead(answers, "date"), checks.notBeforeFounding(site, answers, "date"))
                .flatMap(Optional::stream)
                .findFirst();
        if (error.isPresent()) {
            return refused(error.get());
        }
        var decider = units.find(deciders.deciding(site)).orElseThrow();
        var on = answers.day("date").orElseThrow();
        recognitions.add(site.id(), decider, answers.text("number"), on);
        if (raising(site)) {
            measures.decided(site.id(), true, answers.text("number"), on);
        }
        return taken(answers, Map.of());
    }

    Verdict measured(ModelSite site, String outcome, SiteAnswers answers) {
        var measure = measures.open(site.id()).orElseThrow();
        if (outcome.equals("refuse")) {
            measures.decided(site.id(), false, null, checks.today());
            return taken(answers, Map.of("ends", false));
        }
        var ahead = checks.notAhead(answers, "date");
        if (ahead.isPresent()) {
            return refused(ahead.get());
        }
        if (!measure.kind().possibleIn(site.state())) {
            return refused(words.error("outcome", "models.conflict.measure." + measure.kind()));
        }
        measures.decided(
                site.id(), true, answers.text("number"), answers.day("date").orElseThrow());
        return switch (measure.kind()) {
            case SUSPEND -> {
                suspension.suspend(site);
                yield taken(answers, Map.of("ends", false));
            }
            case RESUME -> {
                suspension.resume(site);
                yield taken(answers, Map.of("ends", false));
            }
            default -> {
                rows.because(site.id(), measure.reason());
                var end = measure.kind() == Measure.Kind.REVOKE ? SiteState.REVOKED : SiteState.CLOSED;
                yield taken(answers, Map.of("ends", true, Words.SITE_END, end.name()));
            }
        };
    }

    private Verdict sentBack(ModelSite site, SiteAnswers answers) {
        var most = checks.returnable(site);
        if (most.isPresent()) {
            return refused(most.get());
        }
        if (raising(site)) {
            measures.decided(site.id(), false, null, checks.today());
        } else {
            rows.returned(site.id());
        }
        return taken(answers, Map.of());
    }

    private boolean raising(ModelSite site) {
        return measures.open(site.id())
                .filter(measure -> measure.kind() == Measure.Kind.RAISE)
                .isPresent();
    }

    private String sentence(Appraisal appraisal) {
        var unmet = appraisal.unmet().stream()
                .map(key -> words.of("models.criterion." + key))
                .collect(Collectors.joining("; "));
        return words.of(
                "models.appraisal",
                words.of(appraisal.passed() ? "models.passed" : "models.not-passed"),
                appraisal.minutes(),
                unmet.isEmpty() ? words.of("models.criteria.all") : unmet,
                words.of(appraisal.policeAgrees() ? "models.police.agrees" : "models.police.disagrees"),
                appraisal.policeNumber(),
                SiteWords.day(appraisal.policeDate()));
    }
}
