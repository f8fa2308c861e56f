package vn.lantoa.commendation.decision.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.Season;
import vn.lantoa.commendation.decision.Amendments;
import vn.lantoa.commendation.decision.AwardDecisions;
import vn.lantoa.commendation.decision.Decision;
import vn.lantoa.commendation.decision.DecisionId;
import vn.lantoa.commendation.decision.DecisionItem;
import vn.lantoa.commendation.decision.DecisionOutcome;
import vn.lantoa.commendation.decision.DecisionView;
import vn.lantoa.commendation.decision.Releases;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** Decisions under {@code /api/v1}, through the same use cases as the pages. */
@RestController
@RequestMapping("/api/v1")
class DecisionApi {

    private final AwardDecisions decisions;
    private final Releases releases;
    private final Amendments amendments;
    private final DecisionPlaces places;
    private final MessageSource messages;

    DecisionApi(
            AwardDecisions decisions,
            Releases releases,
            Amendments amendments,
            DecisionPlaces places,
            MessageSource messages) {
        this.decisions = decisions;
        this.releases = releases;
        this.amendments = amendments;
        this.places = places;
        this.messages = messages;
    }

    record Draft(String season, String title, List<String> nominations) {}

    record Change(String line, List<String> lines, String name, String reason) {}

    @PostMapping("/units/{id}/award-decisions")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    ResponseEntity<Map<String, Object>> draft(
            @PathVariable String id, @RequestBody Draft body, Actor actor, Locale locale) {
        var unit = UnitId.of(DecisionPlaces.number(id));
        var season = places.season(actor, unit, DecisionPlaces.season(body.season()))
                .map(Season::id)
                .orElse(AwardDecisions.NO_SEASON);
        var chosen = Optional.ofNullable(body.nominations()).orElse(List.of()).stream()
                .filter(AddressId::is)
                .map(one -> NominationId.of(Long.parseLong(one)))
                .toList();
        var made = done(
                decisions.draft(
                        actor, unit, season, Optional.ofNullable(body.title()).orElse(""), chosen),
                locale);
        return ResponseEntity.created(URI.create("/api/v1/award-decisions/" + made))
                .body(Map.of("id", made.toString()));
    }

    @GetMapping("/award-decisions/{id}")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    Map<String, Object> find(@PathVariable String id, Actor actor) {
        return json(decisions.find(actor, decision(id), "decision-api"));
    }

    @PostMapping("/award-decisions/{id}/strikes")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    ResponseEntity<Void> strike(@PathVariable String id, @RequestBody Change body, Actor actor, Locale locale) {
        return nothing(decisions.strike(actor, decision(id), line(body.line()), body.reason()), locale);
    }

    @PostMapping("/award-decisions/{id}/approval")
    @Requires(value = Right.DECIDE_AWARD, sight = Right.SEE_NOMINATION, of = "award-decision")
    ResponseEntity<Void> approve(@PathVariable String id, Actor actor, Locale locale) {
        return nothing(decisions.approve(actor, decision(id)), locale);
    }

    @PostMapping("/award-decisions/{id}/release")
    @Requires(value = Right.DECIDE_AWARD, sight = Right.SEE_NOMINATION, of = "award-decision")
    ResponseEntity<Void> release(@PathVariable String id, Actor actor, Locale locale) {
        return nothing(releases.release(actor, decision(id)), locale);
    }

    @PostMapping("/award-decisions/{id}/corrections")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    Map<String, Object> correct(@PathVariable String id, @RequestBody Change body, Actor actor, Locale locale) {
        var outcome = amendments.correct(actor, decision(id), line(body.line()), body.name(), body.reason());
        return Map.of("id", done(outcome, locale).toString());
    }

    @PostMapping("/award-decisions/{id}/annulments")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    Map<String, Object> annul(@PathVariable String id, @RequestBody Change body, Actor actor, Locale locale) {
        var lines = Optional.ofNullable(body.lines()).orElse(List.of()).stream()
                .map(DecisionApi::line)
                .toList();
        return Map.of(
                "id",
                done(amendments.annul(actor, decision(id), lines, body.reason()), locale)
                        .toString());
    }

    private ResponseEntity<Void> nothing(DecisionOutcome outcome, Locale locale) {
        done(outcome, locale);
        return ResponseEntity.noContent().build();
    }

    private DecisionId done(DecisionOutcome outcome, Locale locale) {
        if (outcome instanceof DecisionOutcome.Done done) {
            return done.decision();
        }
        throw DecisionPlaces.problem(messages, outcome, locale);
    }

    private static Map<String, Object> json(DecisionView view) {
        var decision = view.decision();
        var json = new LinkedHashMap<String, Object>();
        json.put("id", decision.id().toString());
        json.put("unit", decision.unit().toString());
        json.put("kind", decision.kind());
        json.put("about", decision.about() == null ? null : decision.about().toString());
        json.put("title", decision.title());
        json.put("state", decision.state());
        json.put("number", view.document());
        json.put("dated", decision.state() == Decision.State.RELEASED ? decision.dated() : null);
        json.put("code", decision.shownCode());
        json.put("total", view.total());
        json.put("paidMeanwhile", view.paidMeanwhile());
        json.put("items", view.items().stream().map(item -> item(item, view)).toList());
        return json;
    }

    private static Map<String, Object> item(DecisionItem item, DecisionView view) {
        var json = new LinkedHashMap<String, Object>();
        json.put("line", String.valueOf(item.id()));
        json.put("nomination", item.nomination().toString());
        json.put("name", item.name());
        json.put("unit", item.unitName());
        json.put("amount", item.amount());
        json.put("fullAmount", item.full());
        json.put("paidBy", item.paidBy());
        json.put("namesake", item.apart());
        json.put("struck", item.struck());
        json.put("annulled", view.annulled().contains(item.id()));
        return json;
    }

    private static DecisionId decision(String id) {
        return DecisionId.of(DecisionPlaces.number(id));
    }

    private static long line(String id) {
        return AddressId.is(id) ? Long.parseLong(id) : 0;
    }
}
