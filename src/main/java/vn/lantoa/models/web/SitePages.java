package vn.lantoa.models.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.models.KindId;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.ModelSite;
import vn.lantoa.models.SiteCounts;
import vn.lantoa.models.SiteId;
import vn.lantoa.models.SiteLists;
import vn.lantoa.models.SiteOutcome;
import vn.lantoa.models.SiteProposals;
import vn.lantoa.models.SiteState;
import vn.lantoa.models.StartSite;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** The sites of a branch as a list, begun and taken back. */
@Controller
class SitePages {

    private static final int A_PAGE = 50;

    private final SitePlaces places;
    private final SiteLists lists;
    private final SiteProposals proposals;
    private final SiteCounts counts;
    private final ModelKinds kinds;
    private final Units units;
    private final Clock clock;

    SitePages(
            SitePlaces places,
            SiteLists lists,
            SiteProposals proposals,
            SiteCounts counts,
            ModelKinds kinds,
            Units units,
            Clock clock) {
        this.places = places;
        this.lists = lists;
        this.proposals = proposals;
        this.counts = counts;
        this.kinds = kinds;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/models/sites")
    @Requires(Right.SEE_MODEL)
    ModelAndView list(
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String after,
            Actor actor) {
        return list(actor, unit, SitePlaces.one(SiteState.class, state), after, null);
    }

    @PostMapping("/models/units/{id}/sites")
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "unit")
    ModelAndView start(
            @PathVariable String id, @RequestParam(required = false) String kind, Actor actor, Locale locale) {
        var unit = UnitId.inAddress(id);
        var outcome =
                proposals.start(actor, StartSite.of(unit, AddressId.is(kind) ? KindId.of(Long.parseLong(kind)) : null));
        if (outcome instanceof SiteOutcome.Done done) {
            return new ModelAndView("redirect:/dossiers/model-site/" + done.id());
        }
        var page = list(actor, id, null, null, places.words(outcome, locale));
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    @PostMapping("/models/sites/{id}/withdrawal")
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "model-site")
    String withdraw(
            @PathVariable String id,
            @RequestParam(required = false) String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var outcome = proposals.withdraw(actor, SiteId.inAddress(id), reason);
        flash.addFlashAttribute(
                "toast",
                outcome instanceof SiteOutcome.Done
                        ? places.say("models.withdrawn", locale)
                        : places.words(outcome, locale));
        return "redirect:/dossiers/model-site/" + id;
    }

    private ModelAndView list(Actor actor, String asked, SiteState state, String after, String refusal) {
        var unit = places.unit(actor, asked);
        var page = lists.of(actor, unit.id(), state, after, A_PAGE);
        return new ModelAndView("models/sites")
                .addObject("unit", unit)
                .addObject("units", places.own(actor))
                .addObject("state", state)
                .addObject("states", SiteState.values())
                .addObject("sites", page.items())
                .addObject("next", page.next())
                .addObject(
                        "unitNames",
                        units.namesOf(page.items().stream().map(ModelSite::unit).collect(Collectors.toSet())))
                .addObject("alive", counts.on(unit.id(), LocalDate.now(clock)).alive())
                .addObject("kinds", kinds.offered())
                .addObject("builds", places.may(actor, Right.BUILD_MODEL, unit.id()))
                .addObject("refusal", refusal);
    }
}
