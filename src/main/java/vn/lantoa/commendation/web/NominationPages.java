package vn.lantoa.commendation.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.commendation.AwardTitles;
import vn.lantoa.commendation.CommendationOutcome;
import vn.lantoa.commendation.Consents;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.commendation.NomineeAccess;
import vn.lantoa.commendation.Season;
import vn.lantoa.commendation.SeasonCounts;
import vn.lantoa.commendation.SeasonCounts.Listed;
import vn.lantoa.commendation.StartNomination;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;

/** Nominations as a list, begun and taken back; the slips of consent for all of them; who read what. */
@Controller
class NominationPages {

    private static final int MOST = 500;

    private final AwardPlaces places;
    private final Nominations nominations;
    private final Consents consents;
    private final SeasonCounts counts;
    private final AwardTitles titles;
    private final NomineeAccess access;
    private final People people;

    NominationPages(
            AwardPlaces places,
            Nominations nominations,
            Consents consents,
            SeasonCounts counts,
            AwardTitles titles,
            NomineeAccess access,
            People people) {
        this.places = places;
        this.nominations = nominations;
        this.consents = consents;
        this.counts = counts;
        this.titles = titles;
        this.access = access;
        this.people = people;
    }

    @GetMapping("/awards/nominations")
    @Requires(Right.SEE_NOMINATION)
    ModelAndView list(
            @RequestParam(required = false) String unit, @RequestParam(required = false) String season, Actor actor) {
        return list(actor, places.unit(actor, unit), season, null);
    }

    @PostMapping("/awards/units/{id}/nominations")
    @Requires(value = Right.PROPOSE_AWARD, sight = Right.SEE_NOMINATION, of = "unit")
    ModelAndView start(@PathVariable String id, Actor actor, Locale locale) {
        var outcome = nominations.start(actor, StartNomination.of(AwardPlaces.unitId(id)));
        if (outcome instanceof CommendationOutcome.Done done) {
            return new ModelAndView("redirect:/dossiers/nomination/" + done.id());
        }
        var page = list(actor, places.unit(actor, id), null, places.words(outcome, locale));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    @PostMapping("/awards/nominations/{id}/withdrawal")
    @Requires(value = Right.PROPOSE_AWARD, sight = Right.SEE_NOMINATION, of = "nomination")
    String withdraw(
            @PathVariable String id,
            @RequestParam(required = false) String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var outcome = nominations.withdraw(actor, nomination(id), reason);
        flash.addFlashAttribute(
                "toast",
                outcome instanceof CommendationOutcome.Done
                        ? places.say("nomination.withdrawn", locale)
                        : places.words(outcome, locale));
        return "redirect:/dossiers/nomination/" + id;
    }

    /** The nominee took the consent back; whether the data goes, too, is a request of its own. */
    @PostMapping("/awards/nominations/{id}/consent-withdrawal")
    @Requires(value = Right.PROPOSE_AWARD, sight = Right.SEE_NOMINATION, of = "nomination")
    String withdrawConsent(
            @PathVariable String id,
            @RequestParam(required = false) String withdrawnOn,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var outcome = consents.withdraw(
                actor, nomination(id), WrittenDay.posted(withdrawnOn).orElse(null));
        flash.addFlashAttribute(
                "toast",
                outcome instanceof CommendationOutcome.Done
                        ? places.say("nomination.consent-withdrawn", locale)
                        : places.words(outcome, locale));
        return "redirect:/dossiers/nomination/" + id;
    }

    /** A sheet of A4 for each nominee of the unit, or for one of them. */
    @GetMapping("/awards/units/{id}/consent-slips")
    @Requires(value = Right.PROPOSE_AWARD, sight = Right.SEE_NOMINATION, of = "unit")
    ModelAndView slips(
            @PathVariable String id,
            @RequestParam(required = false) String season,
            @RequestParam(required = false) String nomination,
            Actor actor) {
        var unit = places.proposer(actor, AwardPlaces.unitId(id));
        var listed = listed(actor, unit, places.season(unit, season)).stream()
                .filter(one -> one.nomination().proposer().equals(unit.id()))
                .filter(one -> one.nominee().name() != null)
                .filter(one -> nomination == null
                        || nomination.equals(one.nomination().id().toString()))
                .toList();
        access.log(actor, listed.stream().map(one -> one.nomination().id()).toList(), "consent-slips");
        return new ModelAndView("commendation/consent-slips")
                .addObject("unit", unit)
                .addObject("listed", listed)
                .addObject("titleNames", titleNames(listed));
    }

    @GetMapping("/awards/nominations/{id}/access")
    @Requires(value = Right.SEE_NOMINEE_LOG, sight = Right.SEE_NOMINATION, of = "nomination")
    ModelAndView readings(@PathVariable String id, Actor actor) {
        var nomination = nominations.see(actor, nomination(id));
        var readings = access.of(actor, nomination, MOST);
        return new ModelAndView("commendation/access")
                .addObject("nomination", nomination)
                .addObject("readings", readings)
                .addObject(
                        "names",
                        readings.stream()
                                .map(NomineeAccess.Reading::by)
                                .distinct()
                                .collect(Collectors.toMap(
                                        one -> one, one -> people.nameOf(one).orElse(""))))
                .addObject("zone", VietnamTime.ZONE);
    }

    private ModelAndView list(Actor actor, Unit unit, String season, String refusal) {
        var chosen = places.season(unit, season);
        var listed = listed(actor, unit, chosen);
        access.log(actor, listed.stream().map(one -> one.nomination().id()).toList(), "list");
        return new ModelAndView("commendation/nominations")
                .addObject("unit", unit)
                .addObject("units", places.own(actor))
                .addObject("season", chosen.orElse(null))
                .addObject("listed", listed)
                .addObject("titleNames", titleNames(listed))
                .addObject("proposes", places.may(actor, Right.PROPOSE_AWARD, unit.id()))
                .addObject(
                        "open",
                        chosen.filter(one -> one.state() == Season.State.OPEN).isPresent())
                .addObject("refusal", refusal);
    }

    private List<Listed> listed(Actor actor, Unit unit, Optional<Season> season) {
        return season.map(one -> counts.listed(actor, one.id(), unit.id(), MOST))
                .orElse(List.of());
    }

    private Map<String, String> titleNames(List<Listed> listed) {
        return titles.namesOf(listed.stream()
                .map(one -> one.nomination().title())
                .filter(Objects::nonNull)
                .toList());
    }

    private static NominationId nomination(String id) {
        return NominationId.of(AddressId.of("nomination", id));
    }
}
