package vn.lantoa.models.adoption.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.adoption.AdoptionId;
import vn.lantoa.models.adoption.AdoptionLists;
import vn.lantoa.models.adoption.AdoptionLists.Stage;
import vn.lantoa.models.adoption.AdoptionLists.Whose;
import vn.lantoa.models.adoption.AdoptionOutcome;
import vn.lantoa.models.adoption.Adoptions;
import vn.lantoa.models.adoption.Sources;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** "Nhân rộng mô hình": what one's units take over, to whom they invited, and the button "Áp dụng mô hình này". */
@Controller
@RequestMapping("/models/adoptions")
class AdoptionPages {

    private static final int ROWS = 50;

    private final Adoptions adoptions;
    private final AdoptionLists lists;
    private final ModelKinds kinds;
    private final Sources sources;
    private final AdoptionWords words;

    AdoptionPages(Adoptions adoptions, AdoptionLists lists, ModelKinds kinds, Sources sources, AdoptionWords words) {
        this.adoptions = adoptions;
        this.lists = lists;
        this.kinds = kinds;
        this.sources = sources;
        this.words = words;
    }

    /** What the form posts, as it was typed; source is the number of a site. */
    record Form(String unit, String kind, String source) {}

    /** The list holds only what concerns the person's own units. */
    @GetMapping
    @OpenToSignedIn
    ModelAndView list(
            @RequestParam(required = false) String whose,
            @RequestParam(required = false) String stage,
            @RequestParam(required = false) String after,
            Actor actor) {
        var chosen = AdoptionWords.one(Whose.class, whose);
        var at = AdoptionWords.one(Stage.class, stage);
        var page = lists.of(actor, chosen, at, after, ROWS);
        var address = "/models/adoptions?whose=" + chosen.name().toLowerCase(Locale.ROOT) + "&stage="
                + at.name().toLowerCase(Locale.ROOT);
        return new ModelAndView("models/adoptions")
                .addObject("whose", chosen)
                .addObject("stage", at)
                .addObject("rows", page.items())
                .addObject("first", after == null ? null : address)
                .addObject("next", page.next() == null ? null : address + "&after=" + page.next())
                .addObject("officer", actor.holds(Post.OFFICER));
    }

    @GetMapping("/new")
    @Requires(Right.BUILD_MODEL)
    ModelAndView form(@ModelAttribute Form form, Actor actor) {
        return form(form, actor, Map.of());
    }

    @PostMapping
    @Requires(Right.BUILD_MODEL)
    ModelAndView ask(@ModelAttribute Form form, Actor actor, Locale locale, RedirectAttributes flash) {
        var outcome = adoptions.ask(
                actor, AdoptionWords.unit(form.unit()), AdoptionWords.kind(form.kind()), sources.named(form.source()));
        if (outcome instanceof AdoptionOutcome.Done done) {
            flash.addFlashAttribute("toast", words.say("adoption.ask.sent", locale));
            return new ModelAndView("redirect:/dossiers/model-adoption/" + done.id());
        }
        var refused = outcome instanceof AdoptionOutcome.Refused one ? one.field() : "conflict";
        var page = form(form, actor, Map.of(refused, words.of(outcome, locale)));
        page.setStatus(refused.equals("conflict") ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    @PostMapping("/{id}/withdrawal")
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "adoption")
    String withdraw(
            @PathVariable String id,
            @RequestParam(required = false) String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        return back(id, adoptions.withdraw(actor, AdoptionId.inAddress(id), reason), locale, flash);
    }

    @PostMapping("/{id}/recall")
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "adoption")
    String recall(
            @PathVariable String id,
            @RequestParam(required = false) String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        return back(id, adoptions.recall(actor, AdoptionId.inAddress(id), reason), locale, flash);
    }

    private String back(String id, AdoptionOutcome outcome, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute(
                "toast",
                outcome instanceof AdoptionOutcome.Done
                        ? words.say("adoption.taken-back", locale)
                        : words.of(outcome, locale));
        return "redirect:/dossiers/model-adoption/" + id;
    }

    private ModelAndView form(Form form, Actor actor, Map<String, String> errors) {
        return new ModelAndView("models/adoption-new")
                .addObject("units", adoptions.askersOf(actor))
                .addObject("kinds", kinds.offered())
                .addObject("source", sources.find(sources.named(form.source())).orElse(null))
                .addObject("form", form)
                .addObject("errors", errors);
    }
}
