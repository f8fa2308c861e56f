package vn.lantoa.models.exemplar.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.models.exemplar.ExemplarDuties;
import vn.lantoa.models.exemplar.ExemplarOutcome;
import vn.lantoa.models.exemplar.Exemplars;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** Exemplars under {@code /api/v1}, through the same use cases as the page. */
@RestController
@RequestMapping("/api/v1/exemplars")
class ExemplarApi {

    private final Exemplars exemplars;
    private final ExemplarDuties duties;
    private final Access access;
    private final MessageSource messages;

    ExemplarApi(Exemplars exemplars, ExemplarDuties duties, Access access, MessageSource messages) {
        this.exemplars = exemplars;
        this.duties = duties;
        this.access = access;
        this.messages = messages;
    }

    /** @param due a day of this year, {@code 2026-12-15} */
    record Asking(List<String> units, String due) {}

    record Confirming(String number, String date) {}

    /** The register of a year, {@code {items}}; this year when none is asked for. */
    @GetMapping
    @Requires(value = Right.SEE_MODEL, sight = Right.SEE_MODEL)
    Map<String, Object> register(@RequestParam(required = false) Integer year, Actor actor) {
        access.require(actor, Right.SEE_MODEL);
        return Map.of(
                "items",
                exemplars.of(actor, year == null ? duties.year() : year).stream()
                        .map(ExemplarApi::json)
                        .toList());
    }

    /** Who owes this year: {@code {year, daysLeft, items}}. */
    @GetMapping("/duties")
    @Requires(value = Right.SEE_MODEL, sight = Right.SEE_MODEL)
    Map<String, Object> duties(Actor actor) {
        access.require(actor, Right.SEE_MODEL);
        return Map.of(
                "year", duties.year(),
                "daysLeft", duties.daysLeft(),
                "items", duties.of(actor).stream().map(ExemplarApi::json).toList());
    }

    /** Puts a proposal on the desks of these units: 201 with what was opened. */
    @PostMapping("/requests")
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL)
    ResponseEntity<Map<String, Object>> ask(@RequestBody Asking asking, Actor actor, Locale locale) {
        var units = asking.units() == null
                ? List.<UnitId>of()
                : asking.units().stream().map(UnitId::inAddress).toList();
        var done = done(duties.ask(actor, units, WrittenDay.posted(asking.due()).orElse(null)), locale);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(Map.of("ids", done.opened().stream().map(Object::toString).toList()));
    }

    @PostMapping("/units/{id}/proposals")
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "unit")
    ResponseEntity<Map<String, Object>> propose(@PathVariable String id, Actor actor, Locale locale) {
        var done = done(duties.propose(actor, UnitId.inAddress(id)), locale);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(Map.of("id", done.opened().get(0).toString()));
    }

    @PostMapping("/{id}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Right.DECIDE_MODEL, sight = Right.SEE_MODEL, of = "exemplar")
    void confirm(@PathVariable String id, @RequestBody Confirming confirming, Actor actor, Locale locale) {
        done(
                exemplars.confirm(
                        actor,
                        AddressId.of("exemplar", id),
                        confirming.number(),
                        WrittenDay.posted(confirming.date()).orElse(null)),
                locale);
    }

    private ExemplarOutcome.Done done(ExemplarOutcome outcome, Locale locale) {
        if (outcome instanceof ExemplarOutcome.Done done) {
            return done;
        }
        if (outcome instanceof ExemplarOutcome.Conflict conflict) {
            throw new ErrorResponseException(
                    HttpStatus.CONFLICT,
                    ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, word(conflict.message(), locale)),
                    null);
        }
        var refused = (ExemplarOutcome.Refused) outcome;
        var problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        problem.setProperty(
                "errors", List.of(Map.of("key", refused.field(), "message", word(refused.message(), locale))));
        throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_ENTITY, problem, null);
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static Map<String, Object> json(Exemplars.Shown shown) {
        var exemplar = shown.exemplar();
        var json = new LinkedHashMap<String, Object>();
        json.put("id", String.valueOf(exemplar.id()));
        json.put("year", exemplar.year());
        json.put("unit", Map.of("id", exemplar.unit().toString(), "name", shown.unit()));
        json.put("level", exemplar.level());
        json.put("object", exemplar.object().kind());
        json.put("name", shown.name());
        json.put("lessons", exemplar.lessons());
        json.put("decision", Map.of("number", exemplar.decisionNumber(), "date", exemplar.decidedOn()));
        json.put(
                "confirms",
                exemplar.confirms() == null ? null : exemplar.confirms().toString());
        return json;
    }

    private static Map<String, Object> json(ExemplarDuties.Line line) {
        var json = new LinkedHashMap<String, Object>();
        json.put("unit", Map.of("id", line.unit().toString(), "name", line.name()));
        json.put("minimum", line.minimum());
        json.put("has", line.has());
        json.put("met", line.met());
        json.put("request", line.running() == null ? null : line.running().id().toString());
        return json;
    }
}
