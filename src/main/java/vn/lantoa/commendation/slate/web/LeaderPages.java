package vn.lantoa.commendation.slate.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.lantoa.commendation.ManyNominations.Result;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.slate.LeaderDesk;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** "Duyệt": what waits for a leader, decided for many on one screen; at a grassroots union with the committee's count. */
@Controller
class LeaderPages {

    private static final Set<String> OUTCOMES = Set.of("approve", "return", "reject");

    private final LeaderDesk desk;
    private final SlatePlaces places;
    private final MessageSource messages;
    private final Clock clock;

    LeaderPages(LeaderDesk desk, SlatePlaces places, MessageSource messages, Clock clock) {
        this.desk = desk;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/awards/slates/{id}/approvals")
    @Requires(value = Right.DECIDE_AWARD, sight = Right.SEE_NOMINATION, of = "unit")
    ModelAndView show(
            @PathVariable String id, @RequestParam(required = false) String season, Actor actor, Locale locale) {
        return page(actor, SlatePlaces.unit(id), SlatePlaces.season(season), List.of(), locale);
    }

    /** The number of rows is typed again, so that nobody decides on many by a slip of the finger. */
    @PostMapping("/awards/slates/{id}/approvals")
    @Requires(value = Right.DECIDE_AWARD, sight = Right.SEE_NOMINATION, of = "unit")
    ModelAndView sign(
            @PathVariable String id,
            @RequestParam(name = "nomination", required = false) List<String> chosen,
            @RequestParam Map<String, String> fields,
            Actor actor,
            Locale locale) {
        var unit = SlatePlaces.unit(id);
        var typed = new Typed(SlatePlaces.nominations(chosen), fields);
        var outcome = fields.getOrDefault("outcome", "");
        var reason = fields.getOrDefault("reason", "");
        if (!typed.counted()) {
            return refused(
                    actor, unit, typed, "slate.count", locale, typed.chosen().size());
        }
        if (!OUTCOMES.contains(outcome)) {
            return refused(actor, unit, typed, "slate.outcome", locale);
        }
        if (!outcome.equals("approve") && reason.isBlank()) {
            return refused(actor, unit, typed, "slate.reason", locale);
        }
        return page(actor, unit, null, desk.sign(actor, unit, typed.chosen(), outcome, reason, locale), locale);
    }

    @PostMapping("/awards/slates/{id}/committee")
    @Requires(value = Right.DECIDE_AWARD, sight = Right.SEE_NOMINATION, of = "unit")
    ModelAndView decide(
            @PathVariable String id,
            @RequestParam(name = "nomination", required = false) List<String> chosen,
            @RequestParam Map<String, String> fields,
            Actor actor,
            Locale locale) {
        var unit = SlatePlaces.unit(id);
        var typed = new Typed(SlatePlaces.nominations(chosen), fields);
        if (!typed.counted()) {
            return refused(
                    actor, unit, typed, "slate.count", locale, typed.chosen().size());
        }
        var vote = new LinkedHashMap<String, Object>();
        for (var field : List.of("members", "present", "inFavour")) {
            var text = fields.getOrDefault(field, "").strip();
            if (!text.matches("\\d{1,4}")) {
                return refused(actor, unit, typed, "slate.vote", locale);
            }
            vote.put(field, Integer.valueOf(text));
        }
        vote.put("metOn", fields.getOrDefault("metOn", ""));
        return page(actor, unit, null, desk.decide(actor, unit, typed.chosen(), vote, locale), locale);
    }

    /** What was chosen and typed, shown again when the act is refused: nothing is typed twice. */
    record Typed(List<NominationId> chosen, Map<String, String> fields) {

        boolean counted() {
            return !chosen.isEmpty()
                    && String.valueOf(chosen.size())
                            .equals(fields.getOrDefault("count", "").strip());
        }
    }

    private ModelAndView refused(Actor actor, UnitId unit, Typed typed, String key, Locale locale, Object... args) {
        var page = page(actor, unit, null, List.of(), locale);
        page.addObject("refusal", messages.getMessage(key, args, locale));
        page.addObject("typed", typed);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private ModelAndView page(Actor actor, UnitId unit, Long season, List<Result> results, Locale locale) {
        var waiting = desk.waiting(actor, unit, season, locale);
        var page = places.page("commendation/slate-approvals", "approvals", actor, unit, season);
        page.addObject("waiting", waiting);
        page.addObject("results", results);
        page.addObject("today", LocalDate.now(clock));
        return page;
    }
}
