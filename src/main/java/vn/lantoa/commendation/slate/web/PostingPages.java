package vn.lantoa.commendation.slate.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.slate.Postings;
import vn.lantoa.commendation.slate.Slates;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** "Công khai": lists hung out, printed, and objections to them entered. */
@Controller
class PostingPages {

    private final Postings postings;
    private final Slates slates;
    private final SlatePlaces places;
    private final MessageSource messages;

    PostingPages(Postings postings, Slates slates, SlatePlaces places, MessageSource messages) {
        this.postings = postings;
        this.slates = slates;
        this.places = places;
        this.messages = messages;
    }

    /** The postings of the unit asked for, else of one's own. */
    @GetMapping("/awards/postings")
    @Requires(Right.SEE_NOMINATION)
    String own(@RequestParam(required = false) String unit, Actor actor) {
        return "redirect:/awards/slates/" + places.own(actor, unit) + "/postings";
    }

    @GetMapping("/awards/slates/{id}/postings")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    ModelAndView list(@PathVariable String id, @RequestParam(required = false) String season, Actor actor) {
        return list(actor, SlatePlaces.unit(id), SlatePlaces.season(season), null);
    }

    @PostMapping("/awards/slates/{id}/postings")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    ModelAndView open(
            @PathVariable String id, @RequestParam(required = false) String season, Actor actor, Locale locale) {
        var unit = SlatePlaces.unit(id);
        var wanted = SlatePlaces.season(season);
        var shown = slates.season(actor, unit, wanted);
        var outcome = postings.open(actor, unit, shown.map(one -> one.id()).orElse(Postings.NO_SEASON));
        if (outcome instanceof Postings.Outcome.Refused refused) {
            return list(actor, unit, wanted, messages.getMessage(refused.message(), null, locale));
        }
        return new ModelAndView("redirect:/awards/slates/" + unit + "/postings");
    }

    @GetMapping("/awards/postings/{id}")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "posting")
    ModelAndView show(@PathVariable String id, Actor actor) {
        return one(actor, SlatePlaces.number(id), null);
    }

    @PostMapping("/awards/postings/{id}/objections")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "posting")
    ModelAndView object(
            @PathVariable String id,
            @RequestParam(required = false) String nomination,
            @RequestParam(required = false) String on,
            @RequestParam(required = false) String number,
            Actor actor,
            Locale locale) {
        var posting = SlatePlaces.number(id);
        var one = AddressId.is(nomination) ? Long.parseLong(nomination) : 0;
        var outcome = postings.object(actor, posting, NominationId.of(one), on, number);
        return outcome instanceof Postings.Outcome.Refused refused
                ? one(actor, posting, messages.getMessage(refused.message(), null, locale))
                : new ModelAndView("redirect:/awards/postings/" + posting);
    }

    private ModelAndView list(Actor actor, UnitId unit, Long season, String refusal) {
        var page = places.page("commendation/slate-postings", "postings", actor, unit, season);
        var shown = slates.season(actor, unit, season);
        page.addObject(
                "waiting",
                shown.map(one -> postings.waiting(actor, unit, one.id())).orElse(0));
        page.addObject(
                "postings", shown.map(one -> postings.of(actor, unit, one.id())).orElse(java.util.List.of()));
        page.addObject("refusal", refusal);
        page.setStatus(refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private ModelAndView one(Actor actor, long id, String refusal) {
        var page = new ModelAndView("commendation/posting");
        page.addObject("view", postings.find(actor, id));
        page.addObject("refusal", refusal);
        page.setStatus(refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }
}
