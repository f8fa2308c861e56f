package vn.lantoa.commendation.slate.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.commendation.ManyNominations.Result;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.Review;
import vn.lantoa.commendation.slate.LeaderDesk;
import vn.lantoa.commendation.slate.Postings;
import vn.lantoa.commendation.slate.Slate;
import vn.lantoa.commendation.slate.Slates;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** Slates and postings under {@code /api/v1}, through the same use cases as the pages. */
@RestController
@RequestMapping("/api/v1")
class SlateApi {

    private final Slates slates;
    private final LeaderDesk desk;
    private final Postings postings;
    private final MessageSource messages;

    SlateApi(Slates slates, LeaderDesk desk, Postings postings, MessageSource messages) {
        this.slates = slates;
        this.desk = desk;
        this.postings = postings;
        this.messages = messages;
    }

    /** @param marks by nomination: PROPOSE, RESERVE, NOT_THIS_TIME, NONE */
    record Marks(Map<String, String> marks) {}

    record Chosen(List<String> nominations, String outcome, String reason, Map<String, Object> vote) {}

    record Objection(String nomination, String on, String number) {}

    @GetMapping("/award-slates/{id}")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    Map<String, Object> slate(
            @PathVariable String id, @RequestParam(required = false) String season, Actor actor, Locale locale) {
        var slate = slates.of(actor, SlatePlaces.unit(id), SlatePlaces.season(season), "slate-api", locale);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("season", slate.season() == null ? null : slate.season().id());
        answer.put("items", slate.lines().stream().map(SlateApi::line).toList());
        answer.put("counters", slate.counters());
        return answer;
    }

    @PostMapping("/award-slates/{id}/marks")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    Map<String, Object> mark(@PathVariable String id, @RequestBody Marks body, Actor actor) {
        var marks = new LinkedHashMap<NominationId, Review.Mark>();
        Optional.ofNullable(body.marks()).orElse(Map.of()).forEach((one, mark) -> {
            if (AddressId.is(one)) {
                Stream.of(Review.Mark.values())
                        .filter(known -> known.name().equals(mark))
                        .findFirst()
                        .ifPresent(known -> marks.put(NominationId.of(Long.parseLong(one)), known));
            }
        });
        return Map.of("marked", slates.mark(actor, SlatePlaces.unit(id), marks));
    }

    @PostMapping("/award-slates/{id}/closing")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    Map<String, Object> close(@PathVariable String id, @RequestBody Chosen body, Actor actor, Locale locale) {
        return results(slates.close(
                actor, SlatePlaces.unit(id), SlatePlaces.nominations(body.nominations()), body.reason(), locale));
    }

    /** Signs the chosen ones; with {@code vote} (members, present, inFavour, metOn) enters what a grassroots committee decided. */
    @PostMapping("/award-slates/{id}/signing")
    @Requires(value = Right.DECIDE_AWARD, sight = Right.SEE_NOMINATION, of = "unit")
    Map<String, Object> sign(@PathVariable String id, @RequestBody Chosen body, Actor actor, Locale locale) {
        var unit = SlatePlaces.unit(id);
        var chosen = SlatePlaces.nominations(body.nominations());
        return results(
                body.vote() == null
                        ? desk.sign(
                                actor,
                                unit,
                                chosen,
                                Optional.ofNullable(body.outcome()).orElse("approve"),
                                body.reason(),
                                locale)
                        : desk.decide(actor, unit, chosen, body.vote(), locale));
    }

    @PostMapping("/award-slates/{id}/postings")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    Map<String, Object> post(
            @PathVariable String id, @RequestParam(required = false) String season, Actor actor, Locale locale) {
        var unit = SlatePlaces.unit(id);
        var shown = slates.season(actor, unit, SlatePlaces.season(season));
        return done(postings.open(actor, unit, shown.map(one -> one.id()).orElse(Postings.NO_SEASON)), locale);
    }

    @PostMapping("/award-postings/{id}/objections")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "posting")
    Map<String, Object> object(@PathVariable String id, @RequestBody Objection body, Actor actor, Locale locale) {
        var one = AddressId.is(body.nomination()) ? Long.parseLong(body.nomination()) : 0;
        return done(
                postings.object(actor, SlatePlaces.number(id), NominationId.of(one), body.on(), body.number()), locale);
    }

    private Map<String, Object> done(Postings.Outcome outcome, Locale locale) {
        if (outcome instanceof Postings.Outcome.Refused refused) {
            var problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.UNPROCESSABLE_ENTITY, messages.getMessage(refused.message(), null, locale));
            throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_ENTITY, problem, null);
        }
        return Map.of("count", ((Postings.Outcome.Done) outcome).count());
    }

    private static Map<String, Object> line(Slate.Line line) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", line.id().toString());
        json.put("number", line.number());
        json.put("name", line.name());
        json.put("collective", line.collective());
        json.put("unit", line.unit());
        json.put("title", line.titleCode());
        json.put("from", line.from());
        json.put("to", line.to());
        json.put("mark", line.mark());
        json.put("findings", line.findings());
        return json;
    }

    private static Map<String, Object> results(List<Result> results) {
        return Map.of(
                "items",
                results.stream()
                        .map(one -> Map.of(
                                "nomination", one.nomination().toString(),
                                "number", one.number(),
                                "done", one.done(),
                                "message", one.message()))
                        .toList());
    }
}
