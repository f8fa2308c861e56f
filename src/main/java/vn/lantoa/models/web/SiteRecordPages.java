package vn.lantoa.models.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.form.Qualifier;
import vn.lantoa.models.Claims;
import vn.lantoa.models.Measure;
import vn.lantoa.models.Measures;
import vn.lantoa.models.ModelSites;
import vn.lantoa.models.Recognitions;
import vn.lantoa.models.Reviews;
import vn.lantoa.models.SiteId;
import vn.lantoa.models.SiteOutcome;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** "Lý lịch mô hình": what sources claim of a site, its reviews and recognitions, and what is proposed for it. */
@Controller
class SiteRecordPages {

    private final SitePlaces places;
    private final ModelSites sites;
    private final Claims claims;
    private final Reviews reviews;
    private final Recognitions recognitions;
    private final Measures measures;

    SiteRecordPages(
            SitePlaces places,
            ModelSites sites,
            Claims claims,
            Reviews reviews,
            Recognitions recognitions,
            Measures measures) {
        this.places = places;
        this.sites = sites;
        this.claims = claims;
        this.reviews = reviews;
        this.recognitions = recognitions;
        this.measures = measures;
    }

    /** What the form of proposals posts, as it was typed. */
    record MeasureForm(String measure, String reasonCode, String reason) {}

    /** What is alive is open to all who may sign in; the rest is found by its branch alone. */
    @GetMapping("/models/sites/{id}/record")
    @OpenToSignedIn
    ModelAndView record(@PathVariable String id, Actor actor) {
        return record(actor, SiteId.inAddress(id), ClaimForm.EMPTY, Map.of());
    }

    @PostMapping("/models/sites/{id}/claims")
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "model-site")
    ModelAndView claim(
            @PathVariable String id,
            @ModelAttribute ClaimForm form,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var site = SiteId.inAddress(id);
        sites.find(actor, site);
        var outcome = claims.enter(actor, site, form.claim());
        if (outcome instanceof SiteOutcome.Refused refused) {
            var page = record(actor, site, form, Map.of(refused.field(), places.words(outcome, locale)));
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        flash.addFlashAttribute("toast", places.say("models.claimed", locale));
        return new ModelAndView("redirect:/models/sites/" + site + "/record");
    }

    @PostMapping("/models/sites/{id}/claims/{claim}/choice")
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "model-site")
    String choose(
            @PathVariable String id, @PathVariable String claim, Actor actor, Locale locale, RedirectAttributes flash) {
        var site = SiteId.inAddress(id);
        sites.find(actor, site);
        var outcome = claims.choose(actor, site, AddressId.of("claim", claim));
        flash.addFlashAttribute(
                "toast",
                outcome instanceof SiteOutcome.Done
                        ? places.say("models.chosen", locale)
                        : places.words(outcome, locale));
        return "redirect:/models/sites/" + site + "/record";
    }

    @GetMapping("/models/sites/{id}/measures")
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "model-site")
    ModelAndView measures(@PathVariable String id, Actor actor) {
        var site = sites.find(actor, SiteId.inAddress(id));
        places.require(actor, Right.SPREAD_MODEL, site.unit());
        return measures(actor, site.id(), new MeasureForm("", "", ""), Map.of());
    }

    @PostMapping("/models/sites/{id}/measures")
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "model-site")
    ModelAndView propose(
            @PathVariable String id,
            @ModelAttribute MeasureForm form,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var site = SiteId.inAddress(id);
        sites.find(actor, site);
        var outcome = measures.propose(
                actor, site, SitePlaces.one(Measure.Kind.class, form.measure()), form.reasonCode(), form.reason());
        if (outcome instanceof SiteOutcome.Refused refused) {
            var page = measures(actor, site, form, Map.of(refused.field(), places.words(outcome, locale)));
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        flash.addFlashAttribute(
                "toast",
                outcome instanceof SiteOutcome.Done
                        ? places.say("models.proposed", locale)
                        : places.words(outcome, locale));
        return new ModelAndView("redirect:/dossiers/model-site/" + site);
    }

    private ModelAndView record(Actor actor, SiteId id, ClaimForm form, Map<String, String> errors) {
        var site = sites.find(actor, id);
        var recognised = recognitions.of(id);
        var issuers = new HashMap<Long, String>();
        recognised.forEach(one -> issuers.put(one.id(), places.nameOf(one.issuer())));
        return new ModelAndView("models/record")
                .addObject("site", site)
                .addObject("unitName", places.nameOf(site.unit()))
                .addObject("claims", claims.of(id))
                .addObject("reviews", reviews.of(id))
                .addObject("recognitions", recognised)
                .addObject("issuers", issuers)
                .addObject("measures", measures.of(id))
                .addObject("weighs", places.may(actor, Right.SPREAD_MODEL, site.unit()))
                .addObject("facts", Claims.Fact.ofSites())
                .addObject("qualifiers", Qualifier.values())
                .addObject("form", form)
                .addObject("errors", errors);
    }

    private ModelAndView measures(Actor actor, SiteId id, MeasureForm form, Map<String, String> errors) {
        var site = sites.find(actor, id);
        var possible = measures.possible(site);
        return new ModelAndView("models/measures")
                .addObject("site", site)
                .addObject("possible", possible)
                .addObject(
                        "reasons",
                        possible.stream()
                                .flatMap(kind -> measures.reasons(kind).stream())
                                .distinct()
                                .toList())
                .addObject("form", form)
                .addObject("errors", errors);
    }
}
