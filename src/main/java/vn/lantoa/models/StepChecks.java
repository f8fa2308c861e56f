package vn.lantoa.models;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Acceptance.FieldError;

/** What several steps of the life cycle hold answers against, said in plain words. */
@Component
class StepChecks {

    private final SiteRows rows;
    private final Claims claims;
    private final ModelRules rules;
    private final SiteWords words;
    private final Clock clock;

    StepChecks(SiteRows rows, Claims claims, ModelRules rules, SiteWords words, Clock clock) {
        this.rows = rows;
        this.claims = claims;
        this.rules = rules;
        this.words = words;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    int rule(String name) {
        return rules.number(name, today());
    }

    /** Fewer members than groups. */
    Optional<FieldError> counts(SiteAnswers answers) {
        return answers.counts().possible()
                ? Optional.empty()
                : Optional.of(words.error(
                        "members",
                        "models.refused.members",
                        answers.counts().members().amount(),
                        answers.counts().groups().amount()));
    }

    /** A day that has not come yet. */
    Optional<FieldError> notAhead(SiteAnswers answers, String key) {
        return answers.day(key)
                .filter(day -> day.isAfter(today()))
                .map(day -> words.error(key, "models.refused.day-ahead"));
    }

    /** A day before the site was founded, by the founding day that counts. */
    Optional<FieldError> notBeforeFounding(ModelSite site, SiteAnswers answers, String key) {
        var founded = claims.foundedOn(site.id());
        return answers.day(key)
                .filter(day -> founded.filter(day::isBefore).isPresent())
                .map(day -> words.error(key, "models.refused.before-founding", SiteWords.day(founded.orElseThrow())));
    }

    /** Nothing is sent back a fourth time: then it is decided. */
    Optional<FieldError> returnable(ModelSite site) {
        var most = rule("MAX_RETURNS");
        return rows.returns(site.id()) < most
                ? Optional.empty()
                : Optional.of(words.error("outcome", "models.refused.returns", most));
    }
}
