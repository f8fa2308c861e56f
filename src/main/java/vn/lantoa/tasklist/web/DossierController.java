package vn.lantoa.tasklist.web;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.tasklist.Tasklist;

/** A dossier at one address that can be sent to a colleague; its diagram; its notes. */
@Controller
class DossierController {

    private final Tasklist tasklist;
    private final DossierPage page;

    DossierController(Tasklist tasklist, DossierPage page) {
        this.tasklist = tasklist;
        this.page = page;
    }

    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "dossier")
    @GetMapping("/dossiers/{type}/{id}")
    ModelAndView show(
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(required = false) String draft,
            Actor actor,
            Locale locale) {
        return "older".equals(draft)
                ? page.showWithOlderDraft(actor, key(type, id), locale)
                : page.show(actor, key(type, id), locale);
    }

    /** "Xem sơ đồ", never unasked on a phone: a page of its own. */
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "dossier")
    @GetMapping("/dossiers/{type}/{id}/diagram")
    String diagram(@PathVariable String type, @PathVariable String id, Actor actor, Locale locale, Model model) {
        model.addAttribute("view", tasklist.dossier(actor, key(type, id), locale));
        model.addAttribute("address", DossierPage.address(key(type, id)));
        return "tasklist/diagram";
    }

    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "dossier")
    @GetMapping("/dossiers/{type}/{id}/diagram.json")
    @ResponseBody
    Processes.Picture picture(@PathVariable String type, @PathVariable String id, Actor actor) {
        return tasklist.picture(actor, key(type, id)).orElseThrow(() -> new NotVisible("diagram of " + id));
    }

    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "dossier")
    @PostMapping("/dossiers/{type}/{id}/notes")
    ModelAndView note(
            @PathVariable String type, @PathVariable String id, @RequestParam String note, Actor actor, Locale locale) {
        try {
            tasklist.note(actor, key(type, id), note);
            return new ModelAndView("redirect:" + DossierPage.address(key(type, id)) + "#story");
        } catch (IllegalArgumentException emptyOrTooLong) {
            return page.refusedNote(actor, key(type, id), note, locale);
        }
    }

    /** What cannot name a dossier names none. */
    static DossierKey key(String type, String id) {
        try {
            return new DossierKey(type, id);
        } catch (IllegalArgumentException notADossier) {
            throw new NotVisible(type + ":" + id);
        }
    }
}
