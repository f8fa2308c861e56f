package vn.lantoa.models.exemplar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.dossier.HonouredPeople;
import vn.lantoa.form.Acceptance.FieldError;
import vn.lantoa.form.Questionnaire;
import vn.lantoa.form.Steps;
import vn.lantoa.models.ModelSites;
import vn.lantoa.models.SiteId;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.organization.VietnameseText;

/** The human steps of {@code exemplar-request}: proposing or saying that there is none yet, and deciding. */
@Component
class ExemplarSteps implements Steps {

    static final String PROPOSE = "ProposeExemplar";
    static final String DECIDE = "DecideExemplar";

    private static final String PROPOSED = "proposed";
    private static final String NONE = "NONE";

    private final ExemplarRequestRows requests;
    private final ExemplarRows exemplars;
    private final Exemplars register;
    private final ModelSites sites;
    private final HonouredPeople people;
    private final Units units;
    private final JdbcClient jdbc;
    private final MessageSource messages;

    ExemplarSteps(
            ExemplarRequestRows requests,
            ExemplarRows exemplars,
            Exemplars register,
            ModelSites sites,
            HonouredPeople people,
            Units units,
            JdbcClient jdbc,
            MessageSource messages) {
        this.requests = requests;
        this.exemplars = exemplars;
        this.register = register;
        this.sites = sites;
        this.people = people;
        this.units = units;
        this.jdbc = jdbc;
        this.messages = messages;
    }

    @Override
    public String process() {
        return ExemplarDuties.PROCESS;
    }

    /** A proposal that came back shows what was proposed; there is no name in it, so it may be kept. */
    @Override
    public Questionnaire open(Step step, JsonNode schema, Actor actor) {
        var request = requests.find(ExemplarRequestId.of(step.dossier())).orElseThrow();
        var known = new LinkedHashMap<String, Object>();
        if (step.step().equals(PROPOSE) && request.object() != null) {
            var object = request.object();
            known.put("object", object.kind().name());
            put(known, "site", object.site() == null ? null : numberOf(object.site()));
            put(known, "collective", object.collective());
            put(known, "honour", object.honour());
            put(known, "lessons", request.lessons());
        }
        return new Questionnaire(schema, known);
    }

    @Override
    public Verdict complete(Step step, String outcome, Map<String, Object> answers, Actor actor) {
        var request = requests.lock(ExemplarRequestId.of(step.dossier()));
        return step.step().equals(PROPOSE) ? propose(request, outcome, answers) : decide(request, outcome, answers);
    }

    private Verdict propose(ExemplarRequest request, String outcome, Map<String, Object> answers) {
        if (outcome.equals("none")) {
            var reason = text(answers, "reason");
            requests.proposed(request.id(), null, null, reason);
            return new Verdict.Taken(Map.of(PROPOSED, false), reason);
        }
        var kind = text(answers, "object");
        if (kind == null || kind.equals(NONE)) {
            return refused("object", "exemplar.refused.object");
        }
        var object = object(ExemplarObject.Kind.valueOf(kind), answers);
        var fault = fault(request, object);
        if (fault != null) {
            return fault;
        }
        requests.proposed(request.id(), object, text(answers, "lessons"), null);
        return new Verdict.Taken(Map.of(PROPOSED, true), null);
    }

    private ExemplarObject object(ExemplarObject.Kind kind, Map<String, Object> answers) {
        return switch (kind) {
            case SITE -> new ExemplarObject(kind, siteOf(text(answers, "site")), null, null);
            case COLLECTIVE -> {
                var name = text(answers, "collective");
                yield new ExemplarObject(kind, null, name == null ? null : VietnameseText.clean(name), null);
            }
            case PERSON -> new ExemplarObject(kind, null, null, text(answers, "honour"));
        };
    }

    private Verdict fault(ExemplarRequest request, ExemplarObject object) {
        switch (object.kind()) {
            case SITE -> {
                var site =
                        object.site() == null ? null : sites.find(object.site()).orElse(null);
                if (site == null || !site.state().alive() || !units.isWithin(request.unit(), site.unit())) {
                    return refused("site", "exemplar.refused.site");
                }
            }
            case COLLECTIVE -> {
                if (object.collective() == null
                        || VietnameseText.words(object.collective()).size() < 2) {
                    return refused("collective", "exemplar.refused.collective");
                }
            }
            case PERSON -> {
                if (object.honour() == null || !within(request.unit(), object.honour())) {
                    return refused("honour", "exemplar.refused.honour");
                }
            }
        }
        return exemplars.bearsTitle(request.year(), object) ? refused("object", "exemplar.refused.twice") : null;
    }

    private Verdict decide(ExemplarRequest request, String outcome, Map<String, Object> answers) {
        if (outcome.equals("return")) {
            requests.returned(request.id());
            return new Verdict.Taken(Map.of(), text(answers, "reason"));
        }
        if (request.object() == null) {
            return new Verdict.Taken(Map.of(), null);
        }
        var number = text(answers, "number");
        var date = WrittenDay.posted(text(answers, "date")).orElse(null);
        var fault = register.fault(number, date, request.year());
        if (fault != null) {
            return refused(fault.field(), fault.message());
        }
        // What may have changed since it was proposed: the site ended, the person took the consent back, another unit
        // named it.
        exemplars.hold();
        if (exemplars.bearsTitle(request.year(), request.object())) {
            return refused("number", "exemplar.refused.twice");
        }
        if (fault(request, request.object()) != null) {
            return refused("number", "exemplar.refused.gone");
        }
        requests.decided(request.id(), number, date);
        return new Verdict.Taken(Map.of(), null);
    }

    private boolean within(UnitId branch, String honour) {
        var person = people.find(List.of(honour)).get(honour);
        return person != null && units.isWithin(branch, person.unit());
    }

    private SiteId siteOf(String number) {
        return number == null
                ? null
                : jdbc.sql("select id from model_site where number = ?")
                        .param(number.toUpperCase(java.util.Locale.ROOT))
                        .query((row, n) -> SiteId.of(row.getLong(1)))
                        .optional()
                        .orElse(null);
    }

    private String numberOf(SiteId site) {
        return sites.find(site).map(vn.lantoa.models.ModelSite::number).orElse(null);
    }

    private Verdict refused(String field, String message) {
        var words = messages.getMessage(message, null, LocaleContextHolder.getLocale());
        return new Verdict.Refused(List.of(new FieldError(field, words)));
    }

    private static void put(Map<String, Object> known, String key, Object value) {
        if (value != null) {
            known.put(key, value);
        }
    }

    private static String text(Map<String, Object> answers, String key) {
        return answers.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
    }
}
