package vn.lantoa.commendation.decision.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.lantoa.commendation.Nomination;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.Season;
import vn.lantoa.commendation.decision.AwardDecisions;
import vn.lantoa.commendation.decision.DecisionOutcome;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** "Quyết định khen thưởng" of a unit: what waits for one, and those there are. */
@Controller
class DecisionPages {

    private final AwardDecisions decisions;
    private final DecisionPlaces places;
    private final Units units;
    private final MessageSource messages;

    DecisionPages(AwardDecisions decisions, DecisionPlaces places, Units units, MessageSource messages) {
        this.decisions = decisions;
        this.places = places;
        this.units = units;
        this.messages = messages;
    }

    /** Nominations of one title that wait for a decision. */
    record Waiting(String title, String name, List<Nomination> nominations) {}

    /** The decisions of the unit asked for, else of one's own. */
    @GetMapping("/awards/decisions")
    @Requires(Right.SEE_NOMINATION)
    String own(@RequestParam(required = false) String unit, Actor actor) {
        return "redirect:/awards/units/" + places.own(actor, unit) + "/decisions";
    }

    @GetMapping("/awards/units/{id}/decisions")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    ModelAndView list(@PathVariable String id, @RequestParam(required = false) String season, Actor actor) {
        return list(actor, unit(id), DecisionPlaces.season(season), null);
    }

    @PostMapping("/awards/units/{id}/decisions")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    ModelAndView draft(
            @PathVariable String id,
            @RequestParam(required = false) String season,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(name = "nomination", required = false) List<String> chosen,
            Actor actor,
            Locale locale) {
        var unit = unit(id);
        var wanted = DecisionPlaces.season(season);
        var shown = places.season(actor, unit, wanted).map(Season::id).orElse(AwardDecisions.NO_SEASON);
        var outcome = decisions.draft(actor, unit, shown, title, nominations(chosen));
        return outcome instanceof DecisionOutcome.Done done
                ? new ModelAndView("redirect:/awards/decisions/" + done.decision())
                : list(actor, unit, wanted, DecisionPlaces.words(messages, outcome, locale));
    }

    private ModelAndView list(Actor actor, UnitId unit, Long season, String refusal) {
        var page = new ModelAndView("commendation/decisions");
        var shown = places.season(actor, unit, season);
        page.addObject("unit", units.find(unit).orElseThrow(() -> new NotVisible("unit " + unit)));
        page.addObject("season", shown.orElse(null));
        page.addObject("seasons", places.seasons(actor, unit));
        page.addObject(
                "waiting", shown.map(one -> waiting(actor, unit, one.id())).orElse(List.of()));
        page.addObject(
                "decisions",
                shown.map(one -> decisions.of(actor, unit, one.id())).orElse(List.of()));
        page.addObject("drafts", places.may(actor, Right.REVIEW_NOMINATION, unit));
        page.addObject("refusal", refusal);
        page.setStatus(refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private List<Waiting> waiting(Actor actor, UnitId unit, long season) {
        return decisions.waiting(actor, unit, season).stream()
                .collect(Collectors.groupingBy(Nomination::title))
                .entrySet()
                .stream()
                .map(one -> new Waiting(one.getKey(), places.titleName(one.getKey()), one.getValue()))
                .toList();
    }

    private static UnitId unit(String id) {
        return UnitId.of(DecisionPlaces.number(id));
    }

    private static List<NominationId> nominations(List<String> ids) {
        return ids == null
                ? List.of()
                : ids.stream()
                        .filter(AddressId::is)
                        .map(one -> NominationId.of(Long.parseLong(one)))
                        .toList();
    }
}
