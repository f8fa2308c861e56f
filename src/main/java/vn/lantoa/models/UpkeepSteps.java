package vn.lantoa.models;

import static vn.lantoa.models.LifeSteps.refused;
import static vn.lantoa.models.LifeSteps.taken;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierChanged;
import vn.lantoa.engine.Processes;
import vn.lantoa.form.Acceptance.FieldError;
import vn.lantoa.form.Questionnaire;
import vn.lantoa.form.Steps.Verdict;
import vn.lantoa.organization.Actor;

/** Reviews, repairs, and what is decided about a review that was missed. */
@Component
class UpkeepSteps {

    private final SiteRows rows;
    private final SiteStates states;
    private final Reviews reviews;
    private final Processes processes;
    private final SiteSheet sheet;
    private final StepChecks checks;
    private final SiteWords words;
    private final ApplicationEventPublisher events;

    UpkeepSteps(
            SiteRows rows,
            SiteStates states,
            Reviews reviews,
            Processes processes,
            SiteSheet sheet,
            StepChecks checks,
            SiteWords words,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.states = states;
        this.reviews = reviews;
        this.processes = processes;
        this.sheet = sheet;
        this.checks = checks;
        this.words = words;
        this.events = events;
    }

    Questionnaire open(String step, JsonNode schema, ModelSite site) {
        var texts = new HashMap<String, String>();
        Map<String, Object> known = new LinkedHashMap<>();
        switch (step) {
            case Words.REVIEW_STEP -> {
                known.putAll(sheet.counts(site));
                texts.put("Last", last(site));
            }
            case Words.REPAIR_STEP -> texts.put("Last", last(site));
            case Words.CONFIRM_STEP ->
                texts.put(
                        "Repair",
                        words.of("models.repair", reviews.actions(site.id()).orElse("")));
            default ->
                texts.put(
                        "Overdue",
                        site.reviewDue() == null
                                ? null
                                : words.of("models.overdue", SiteWords.day(site.reviewDue()), site.reminded()));
        }
        return sheet.open(schema, site, texts, known);
    }

    Verdict reviewed(ModelSite site, SiteAnswers answers, Actor actor) {
        var error = Stream.of(
                        checks.counts(answers),
                        checks.notAhead(answers, "heldOn"),
                        checks.notBeforeFounding(site, answers, "heldOn"),
                        notBeforeTheLast(site, answers))
                .flatMap(Optional::stream)
                .findFirst();
        if (error.isPresent()) {
            return refused(error.get());
        }
        var keeps = answers.number("failed") < checks.rule("FAILED_CRITERIA");
        reviews.add(site, answers, keeps, actor.id());
        states.counted(site.id(), answers.counts(), answers.day("heldOn").orElseThrow());
        processes.tell(Words.OVERDUE_SETTLED, site.id().dossier(), Map.of());
        rows.overdueSettled(site.id(), null);
        return taken(answers, Map.of());
    }

    Verdict repaired(ModelSite site, SiteAnswers answers) {
        var error = checks.notAhead(answers, "doneOn");
        if (error.isPresent()) {
            return refused(error.get());
        }
        reviews.repaired(
                site.id(), answers.lines("actions"), answers.day("doneOn").orElseThrow());
        return taken(answers, Map.of());
    }

    Verdict confirmed(ModelSite site, String outcome, SiteAnswers answers) {
        if (outcome.equals("confirm")) {
            reviews.confirmRepair(site.id());
            if (site.state() == SiteState.NEEDS_REPAIR) {
                states.enter(site.id(), SiteState.ACTIVE);
            }
        }
        return taken(answers, Map.of());
    }

    Verdict overdue(ModelSite site, String outcome, SiteAnswers answers) {
        if (outcome.equals("lapse")) {
            var ahead = checks.notAhead(answers, "date");
            if (ahead.isPresent()) {
                return refused(ahead.get());
            }
            rows.because(site.id(), answers.lines("reason"));
            return taken(answers, Map.of(Words.SITE_END, SiteState.LAPSED.name()));
        }
        var until = answers.day("until").orElseThrow();
        if (!until.isAfter(checks.today())) {
            return refused(words.error("until", "models.refused.until"));
        }
        rows.overdueSettled(site.id(), until);
        events.publishEvent(new DossierChanged(site.id().dossier()));
        return taken(answers, Map.of());
    }

    private Optional<FieldError> notBeforeTheLast(ModelSite site, SiteAnswers answers) {
        return reviews.last(site.id())
                .filter(last -> answers.day("heldOn")
                        .filter(day -> !day.isAfter(last.heldOn()))
                        .isPresent())
                .map(last -> words.error("heldOn", "models.refused.before-last", SiteWords.day(last.heldOn())));
    }

    private String last(ModelSite site) {
        var locale = LocaleContextHolder.getLocale();
        return reviews.last(site.id())
                .map(last -> words.of(
                        "models.last-review",
                        SiteWords.day(last.heldOn()),
                        words.count(last.groups(), locale),
                        words.count(last.members(), locale),
                        last.failed()))
                .orElse(null);
    }
}
