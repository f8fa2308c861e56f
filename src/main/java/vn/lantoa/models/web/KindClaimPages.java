package vn.lantoa.models.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.form.Qualifier;
import vn.lantoa.models.Claims;
import vn.lantoa.models.KindId;
import vn.lantoa.models.ModelKind;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.SiteOutcome;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** "Nguồn số liệu" of a kind: what sources say, side by side; its keeper adds and chooses. */
@Controller
@RequestMapping("/models/kinds/{id}/claims")
class KindClaimPages {

    private final Claims claims;
    private final ModelKinds kinds;
    private final SitePlaces places;

    KindClaimPages(Claims claims, ModelKinds kinds, SitePlaces places) {
        this.claims = claims;
        this.kinds = kinds;
        this.places = places;
    }

    /** Kinds are open to all who may sign in. */
    @GetMapping
    @OpenToSignedIn
    ModelAndView show(@PathVariable String id, Actor actor) {
        return page(actor, kind(id), ClaimForm.EMPTY, Map.of());
    }

    @PostMapping
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "model-kind")
    ModelAndView claim(
            @PathVariable String id,
            @ModelAttribute ClaimForm form,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var outcome = claims.enter(actor, KindId.inAddress(id), form.claim());
        if (outcome instanceof SiteOutcome.Refused refused) {
            var page = page(actor, kind(id), form, Map.of(refused.field(), places.words(outcome, locale)));
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        flash.addFlashAttribute(
                "toast",
                outcome instanceof SiteOutcome.Done
                        ? places.say("models.claimed", locale)
                        : places.words(outcome, locale));
        return new ModelAndView("redirect:/models/kinds/" + id + "/claims");
    }

    @PostMapping("/{claim}/choice")
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "model-kind")
    String choose(
            @PathVariable String id, @PathVariable String claim, Actor actor, Locale locale, RedirectAttributes flash) {
        var outcome = claims.choose(actor, KindId.inAddress(id), AddressId.of("claim", claim));
        flash.addFlashAttribute(
                "toast",
                outcome instanceof SiteOutcome.Done
                        ? places.say("models.chosen", locale)
                        : places.words(outcome, locale));
        return "redirect:/models/kinds/" + id + "/claims";
    }

    private ModelAndView page(Actor actor, ModelKind kind, ClaimForm form, Map<String, String> errors) {
        return new ModelAndView("models/kind-claims")
                .addObject("kind", kind)
                .addObject("claims", claims.of(kind.id()))
                .addObject("weighs", places.may(actor, Right.SPREAD_MODEL, kind.keeper()))
                .addObject("facts", Claims.Fact.ofKinds())
                .addObject("qualifiers", Qualifier.values())
                .addObject("form", form)
                .addObject("errors", errors);
    }

    private ModelKind kind(String id) {
        return kinds.find(KindId.inAddress(id)).orElseThrow(() -> new NotVisible("model kind " + id));
    }
}
