package vn.lantoa.reporting.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.Refusal;
import vn.lantoa.reporting.ReportActs;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;

/** Reports under {@code /api/v1}, through the same use cases as the pages. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportApi {

    private final Reports reports;
    private final ReportActs acts;
    private final Units units;
    private final MessageSource messages;

    ReportApi(Reports reports, ReportActs acts, Units units, MessageSource messages) {
        this.reports = reports;
        this.acts = acts;
        this.units = units;
        this.messages = messages;
    }

    /**
     * @param unit the unit's id, or its code
     * @param period {@code "2026-H1"}, {@code "2026-Y"} or {@code {type: "span", from, to}}
     */
    record Opening(JsonNode unit, JsonNode period) {}

    record Extension(String until, String reason) {}

    record Reasoned(String reason) {}

    @PostMapping
    @Requires(value = Right.OPEN_REPORT, sight = Right.SEE_REPORT, of = "unit")
    ResponseEntity<Map<String, Object>> open(@RequestBody Opening opening, Actor actor, Locale locale) {
        var outcome = reports.open(actor, unit(opening.unit()), period(opening.period()));
        var id = ((ReportOutcome.Done) done(outcome, locale)).report();
        return ResponseEntity.created(URI.create("/api/v1/reports/" + id)).body(Map.of("id", id.toString()));
    }

    @GetMapping("/{id}")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "report")
    Map<String, Object> find(@PathVariable String id, Actor actor) {
        var view = reports.find(actor, report(id));
        return ReportJson.of(view, units.find(view.report().unit()).orElseThrow());
    }

    @PostMapping("/{id}/withdrawal")
    @Requires(value = Right.WITHDRAW_REPORT, sight = Right.SEE_REPORT, of = "report")
    ResponseEntity<Void> withdraw(@PathVariable String id, Actor actor, Locale locale) {
        done(acts.withdraw(actor, report(id)), locale);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/extension")
    @Requires(value = Right.EXTEND_REPORT, sight = Right.SEE_REPORT, of = "report")
    ResponseEntity<Void> extend(@PathVariable String id, @RequestBody Extension extension, Actor actor, Locale locale) {
        done(acts.extend(actor, report(id), date(extension.until()).orElse(null), extension.reason()), locale);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/reopening")
    @Requires(value = Right.REOPEN_REPORT, sight = Right.SEE_REPORT, of = "report")
    ResponseEntity<Void> reopen(@PathVariable String id, @RequestBody Reasoned reopening, Actor actor, Locale locale) {
        done(acts.reopen(actor, report(id), reopening.reason()), locale);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/entry")
    @Requires(value = Right.ENTER_FOR_UNIT, sight = Right.SEE_REPORT, of = "report")
    ResponseEntity<Void> enter(@PathVariable String id, @RequestBody Reasoned entry, Actor actor, Locale locale) {
        done(acts.enterForUnit(actor, report(id), entry.reason()), locale);
        return ResponseEntity.noContent().build();
    }

    private UnitId unit(JsonNode unit) {
        var text = unit == null ? "" : unit.asText();
        if (AddressId.is(text)) {
            return UnitId.of(text);
        }
        return units.findByCode(text).map(Unit::id).orElseThrow(() -> new NotVisible("unit " + text));
    }

    private static ReportId report(String id) {
        return ReportId.inAddress(id);
    }

    private static Optional<ReportingPeriod> period(JsonNode period) {
        if (period == null || !period.isObject()) {
            return ReportingPeriod.parse(period == null ? null : period.asText());
        }
        if (!period.path("type").asText().equals("span")) {
            return Optional.empty();
        }
        return ReportingPeriod.parse(
                period.path("from").asText() + "_" + period.path("to").asText());
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private ReportOutcome done(ReportOutcome outcome, Locale locale) {
        if (outcome instanceof ReportOutcome.Conflict conflict) {
            var problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.CONFLICT, messages.getMessage(conflict.message(), null, locale));
            throw new ErrorResponseException(HttpStatus.CONFLICT, problem, null);
        }
        if (outcome instanceof ReportOutcome.Refused refused) {
            throw refused(refused.refusals(), locale);
        }
        return outcome;
    }

    private ErrorResponseException refused(List<Refusal> refusals, Locale locale) {
        var problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        problem.setProperty(
                "errors",
                refusals.stream()
                        .map(refusal -> Map.of(
                                "key",
                                refusal.field(),
                                "message",
                                messages.getMessage(
                                        refusal.message(), refusal.args().toArray(), locale)))
                        .toList());
        return new ErrorResponseException(HttpStatus.UNPROCESSABLE_ENTITY, problem, null);
    }
}
