package vn.lantoa.commendation.decision.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.commendation.Nomination;
import vn.lantoa.commendation.decision.AwardDecisions;
import vn.lantoa.commendation.decision.Decision;
import vn.lantoa.commendation.decision.DecisionId;
import vn.lantoa.commendation.decision.DecisionNumbers;
import vn.lantoa.commendation.decision.DecisionOutcome;
import vn.lantoa.commendation.decision.DecisionPaper;
import vn.lantoa.commendation.decision.Namesakes;
import vn.lantoa.document.DocumentNumber;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** The decisions of a unit under {@code /api/v1}: what waits for one, and the acts between draft and release besides those of {@link DecisionApi}. */
@RestController
@RequestMapping("/api/v1")
class DecisionListApi {

    private static final MediaType DOCX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final AwardDecisions decisions;
    private final DecisionNumbers numbers;
    private final Namesakes namesakes;
    private final DecisionPaper paper;
    private final DecisionPlaces places;
    private final MessageSource messages;

    DecisionListApi(
            AwardDecisions decisions,
            DecisionNumbers numbers,
            Namesakes namesakes,
            DecisionPaper paper,
            DecisionPlaces places,
            MessageSource messages) {
        this.decisions = decisions;
        this.numbers = numbers;
        this.namesakes = namesakes;
        this.paper = paper;
        this.places = places;
        this.messages = messages;
    }

    record Reasoned(String line, String reason) {}

    /** @param number in the register of decisions, {@code symbol} "QĐ-CĐ", {@code date} 2026-12-18 */
    record Number(Integer number, String symbol, String date) {}

    /** {@code waiting}: nominations that stand on no list yet, by number. */
    @GetMapping("/units/{id}/award-decisions")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    Map<String, Object> list(@PathVariable String id, @RequestParam(required = false) String season, Actor actor) {
        var unit = UnitId.of(DecisionPlaces.number(id));
        var shown = places.season(actor, unit, DecisionPlaces.season(season));
        return Map.of(
                "waiting",
                shown.map(one -> decisions.waiting(actor, unit, one.id())).orElse(List.of()).stream()
                        .map(DecisionListApi::waiting)
                        .toList(),
                "items",
                shown.map(one -> decisions.of(actor, unit, one.id())).orElse(List.of()).stream()
                        .map(DecisionListApi::decision)
                        .toList());
    }

    @PostMapping("/award-decisions/{id}/return")
    @Requires(value = Right.DECIDE_AWARD, sight = Right.SEE_NOMINATION, of = "award-decision")
    ResponseEntity<Void> giveBack(@PathVariable String id, @RequestBody Reasoned body, Actor actor, Locale locale) {
        return nothing(decisions.giveBack(actor, decision(id), false, body.reason()), locale);
    }

    @PostMapping("/award-decisions/{id}/drop")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    ResponseEntity<Void> drop(@PathVariable String id, @RequestBody Reasoned body, Actor actor, Locale locale) {
        return nothing(decisions.giveBack(actor, decision(id), true, body.reason()), locale);
    }

    /** Says that the nominee of a line is another person than the one who was paid for the same time. */
    @PostMapping("/award-decisions/{id}/namesakes")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    ResponseEntity<Void> apart(@PathVariable String id, @RequestBody Reasoned body, Actor actor, Locale locale) {
        var line = AddressId.is(body.line()) ? Long.parseLong(body.line()) : 0;
        return nothing(namesakes.apart(actor, decision(id), line, body.reason()), locale);
    }

    /** Where there is no records office; else it numbers the document. */
    @PostMapping("/award-decisions/{id}/number")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    ResponseEntity<Void> number(@PathVariable String id, @RequestBody Number body, Actor actor, Locale locale) {
        var given = new DocumentNumber(
                "QĐ",
                Optional.ofNullable(body.number()).orElse(0),
                body.symbol(),
                WrittenDay.posted(body.date()).orElse(null));
        return nothing(numbers.give(actor, decision(id), given), locale);
    }

    @GetMapping("/award-decisions/{id}/document.docx")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    ResponseEntity<byte[]> docx(@PathVariable String id, Actor actor) {
        return file(paper.docx(actor, decision(id), DecisionPlaces.here()), "docx", DOCX);
    }

    @GetMapping("/award-decisions/{id}/document.pdf")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    ResponseEntity<byte[]> pdf(@PathVariable String id, Actor actor) {
        return file(paper.pdf(actor, decision(id), DecisionPlaces.here()), "pdf", MediaType.APPLICATION_PDF);
    }

    private ResponseEntity<Void> nothing(DecisionOutcome outcome, Locale locale) {
        if (outcome instanceof DecisionOutcome.Done) {
            return ResponseEntity.noContent().build();
        }
        throw DecisionPlaces.problem(messages, outcome, locale);
    }

    private static Map<String, Object> waiting(Nomination nomination) {
        return Map.of("id", nomination.id().toString(), "number", nomination.number(), "title", nomination.title());
    }

    private static Map<String, Object> decision(Decision decision) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", decision.id().toString());
        json.put("kind", decision.kind());
        json.put("about", decision.about() == null ? null : decision.about().toString());
        json.put("title", decision.title());
        json.put("titleName", decision.titleName());
        json.put("state", decision.state());
        json.put("number", decision.number());
        json.put("dated", decision.dated());
        return json;
    }

    private static ResponseEntity<byte[]> file(byte[] content, String ending, MediaType type) {
        var disposition = ContentDisposition.attachment()
                .filename("quyet-dinh." + ending, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content);
    }

    private static DecisionId decision(String id) {
        return DecisionId.of(DecisionPlaces.number(id));
    }
}
