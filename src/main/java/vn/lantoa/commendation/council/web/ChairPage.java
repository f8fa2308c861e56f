package vn.lantoa.commendation.council.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.commendation.council.ChairDesk;
import vn.lantoa.commendation.council.CouncilOutcome;
import vn.lantoa.commendation.council.Seat;
import vn.lantoa.organization.Actor;

/** The page of who runs a session, in all its answers. */
@Component
class ChairPage {

    private final ChairDesk desk;
    private final CouncilWords words;

    ChairPage(ChairDesk desk, CouncilWords words) {
        this.desk = desk;
        this.words = words;
    }

    ModelAndView show(Actor actor, long id) {
        return page(actor, id, List.of());
    }

    /** The counts of who has voted, which the page asks for anew while a ballot is open; forms being filled in stay. */
    ModelAndView tally(Actor actor, long id) {
        return new ModelAndView("council/tally :: tally").addObject("lines", desk.tally(actor, id));
    }

    /** Nothing for who may not run the session. */
    ChairDesk.View view(Actor actor, long id) {
        return desk.of(actor, id);
    }

    /** Back to the page with a word of what was done, or the page with every sentence of what was not. */
    ModelAndView answer(
            String id,
            List<CouncilOutcome> outcomes,
            String toast,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var refusals = outcomes.stream()
                .filter(outcome -> !(outcome instanceof CouncilOutcome.Done))
                .map(outcome -> words.of(outcome, locale))
                .distinct()
                .toList();
        if (refusals.isEmpty()) {
            flash.addFlashAttribute("toast", toast);
            return new ModelAndView("redirect:/awards/councils/sessions/" + CouncilWords.id(id) + "/chair");
        }
        var page = page(actor, CouncilWords.id(id), refusals);
        page.setStatus(CouncilWords.status(outcomes));
        return page;
    }

    private ModelAndView page(Actor actor, long id, List<String> refusals) {
        var view = desk.of(actor, id);
        return new ModelAndView("council/chair")
                .addObject("view", view)
                .addObject("presences", Seat.Presence.values())
                .addObject("refusals", refusals)
                .addObject("refusedCase", null)
                .addObject("typed", Map.of())
                .addObject("errors", Map.of());
    }
}
