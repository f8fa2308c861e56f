package vn.lantoa.commendation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.commendation.CommendationOutcome;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.commendation.Season;
import vn.lantoa.commendation.SeasonCounts;
import vn.lantoa.commendation.Seasons;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;

/** "Khen thưởng": the season of one's unit, its stages, counts and dates, and the way to everything else. */
@Controller
class AwardPages {

    /** The columns of the counts: what people ask about, each with the states it stands for. */
    private static final List<NominationState> SHOWN = List.of(
            NominationState.DRAFT,
            NominationState.REVIEW,
            NominationState.RESERVE,
            NominationState.HELD,
            NominationState.LOWER_OFFERED,
            NominationState.POSTING,
            NominationState.OBJECTED,
            NominationState.VOTING,
            NominationState.SIGNING,
            NominationState.DECIDING,
            NominationState.OUTSIDE,
            NominationState.AWARDED,
            NominationState.NOT_THIS_TIME,
            NominationState.REJECTED,
            NominationState.WITHDRAWN);

    private final AwardPlaces places;
    private final Seasons seasons;
    private final SeasonCounts counts;
    private final Clock clock;

    AwardPages(AwardPlaces places, Seasons seasons, SeasonCounts counts, Clock clock) {
        this.places = places;
        this.seasons = seasons;
        this.counts = counts;
        this.clock = clock;
    }

    /** One count of the page. */
    record Count(NominationState state, int many) {}

    @GetMapping("/awards")
    @Requires(Right.SEE_NOMINATION)
    ModelAndView season(
            @RequestParam(required = false) String unit, @RequestParam(required = false) String season, Actor actor) {
        var shown = places.unit(actor, unit);
        return page(actor, shown, places.season(shown, season).orElse(null));
    }

    @PostMapping("/awards/units/{id}/seasons")
    @Requires(value = Right.OPEN_SEASON, of = "unit")
    ModelAndView open(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") String year,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var unit = AwardPlaces.unitId(id);
        var outcome = seasons.open(actor, unit, year.matches("\\d{4}") ? Integer.parseInt(year) : 0);
        if (outcome instanceof CommendationOutcome.Done done) {
            flash.addFlashAttribute("toast", places.say("season.opened", locale));
            return new ModelAndView("redirect:/awards?unit=" + unit + "&season=" + done.id());
        }
        var shown = places.unit(actor, id);
        var page = page(actor, shown, places.season(shown, null).orElse(null))
                .addObject("refusal", places.words(outcome, locale));
        page.setStatus(
                outcome instanceof CommendationOutcome.Conflict
                        ? HttpStatus.CONFLICT
                        : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    @PostMapping("/awards/units/{id}/extension")
    @Requires(value = Right.OPEN_SEASON, of = "unit")
    ModelAndView extend(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String season,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(required = false) String until,
            @RequestParam(required = false) String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var unit = places.opener(actor, AwardPlaces.unitId(id));
        var own = places.season(unit, season).filter(one -> one.root().equals(unit.id()));
        if (own.isEmpty()) {
            return refused(
                    page(actor, unit, places.season(unit, null).orElse(null)),
                    places.say("season.refused.not-own", locale));
        }
        var chosen = own.get();
        var outcome = seasons.extend(
                actor, chosen.id(), level.matches("[1-4]") ? Integer.parseInt(level) : 0, day(until), reason);
        if (outcome instanceof CommendationOutcome.Done) {
            flash.addFlashAttribute("toast", places.say("season.extended", locale));
            return new ModelAndView("redirect:/awards?unit=" + unit.id() + "&season=" + chosen.id());
        }
        return refused(page(actor, unit, chosen), places.words(outcome, locale));
    }

    private static ModelAndView refused(ModelAndView page, String why) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page.addObject("refusal", why);
    }

    private static LocalDate day(String written) {
        return WrittenDay.posted(written).orElse(null);
    }

    private ModelAndView page(Actor actor, Unit unit, Season season) {
        var page = new ModelAndView("commendation/season");
        var today = LocalDate.now(clock);
        var found = season == null ? Map.<NominationState, Integer>of() : counts.of(actor, season.id(), unit.id());
        page.addObject("unit", unit);
        page.addObject("units", places.own(actor));
        page.addObject("season", season);
        page.addObject("seasons", seasons.allFor(unit.id()));
        page.addObject("stages", season == null ? null : seasons.stages(season.id()));
        page.addObject(
                "counts",
                SHOWN.stream()
                        .map(state -> new Count(state, found.getOrDefault(state, 0)))
                        .filter(count -> count.many() > 0)
                        .toList());
        page.addObject("today", today);
        page.addObject(
                "years",
                places.may(actor, Right.OPEN_SEASON, unit.id())
                        ? List.of(today.getYear(), today.getYear() + 1)
                        : List.of());
        page.addObject(
                "extending",
                season != null
                        && season.state() == Season.State.OPEN
                        && season.root().equals(unit.id())
                        && places.may(actor, Right.OPEN_SEASON, unit.id()));
        page.addObject("proposes", places.may(actor, Right.PROPOSE_AWARD, unit.id()));
        page.addObject("reviews", places.may(actor, Right.REVIEW_NOMINATION, unit.id()));
        page.addObject("decides", places.may(actor, Right.DECIDE_AWARD, unit.id()));
        page.addObject("councils", places.may(actor, Right.MANAGE_COUNCIL, unit.id()));
        page.addObject("refusal", null);
        return page;
    }
}
