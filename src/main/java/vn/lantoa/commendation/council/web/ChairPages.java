package vn.lantoa.commendation.council.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.council.CouncilSessions;
import vn.lantoa.commendation.council.Seat;
import vn.lantoa.commendation.council.SessionClosing;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;

/**
 * Running a session: by its chair and secretary, who act by their membership and may hold no post, and by the unit's own people. No right
 * stands here for that reason: the use cases ask who runs the session, and CouncilDoorTest asks them.
 */
@Controller
@RequestMapping("/awards/councils/sessions/{id}")
class ChairPages {

    private static final String PRESENCE = "presence-";

    private final ChairPage page;
    private final CouncilSessions sessions;
    private final SessionClosing closing;
    private final CouncilWords words;

    ChairPages(ChairPage page, CouncilSessions sessions, SessionClosing closing, CouncilWords words) {
        this.page = page;
        this.sessions = sessions;
        this.closing = closing;
        this.words = words;
    }

    @GetMapping("/chair")
    @OpenToSignedIn
    ModelAndView run(@PathVariable String id, Actor actor) {
        return page.show(actor, CouncilWords.id(id));
    }

    @GetMapping("/tally")
    @OpenToSignedIn
    ModelAndView tally(@PathVariable String id, Actor actor) {
        return page.tally(actor, CouncilWords.id(id));
    }

    @PostMapping("/agenda")
    @OpenToSignedIn
    ModelAndView agenda(
            @PathVariable String id,
            @RequestParam(name = "nomination", required = false) List<String> chosen,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var nominations =
                CouncilWords.ids(chosen).stream().map(NominationId::of).toList();
        var outcome = sessions.agenda(actor, CouncilWords.id(id), nominations);
        return page.answer(
                id,
                List.of(outcome),
                words.say("council.done.agenda", locale, nominations.size()),
                actor,
                locale,
                flash);
    }

    @PostMapping("/opening")
    @OpenToSignedIn
    ModelAndView open(@PathVariable String id, Actor actor, Locale locale, RedirectAttributes flash) {
        var outcome = sessions.open(actor, CouncilWords.id(id));
        return page.answer(id, List.of(outcome), words.say("council.done.opened", locale), actor, locale, flash);
    }

    @PostMapping("/cancellation")
    @OpenToSignedIn
    ModelAndView cancel(@PathVariable String id, Actor actor, Locale locale, RedirectAttributes flash) {
        var outcome = sessions.cancel(actor, CouncilWords.id(id));
        return page.answer(id, List.of(outcome), words.say("council.done.cancelled", locale), actor, locale, flash);
    }

    @PostMapping("/attendance")
    @OpenToSignedIn
    ModelAndView attendance(
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var presences = new HashMap<Long, Seat.Presence>();
        fields.forEach((field, value) -> {
            if (field.matches(PRESENCE + "\\d{1,18}")) {
                Seat.Presence.of(value)
                        .ifPresent(
                                presence -> presences.put(Long.valueOf(field.substring(PRESENCE.length())), presence));
            }
        });
        var outcome = sessions.attendance(actor, CouncilWords.id(id), presences);
        var present = presences.values().stream()
                .filter(presence -> presence == Seat.Presence.PRESENT)
                .count();
        return page.answer(
                id, List.of(outcome), words.say("council.done.attendance", locale, present), actor, locale, flash);
    }

    @PostMapping("/closing")
    @OpenToSignedIn
    ModelAndView close(
            @PathVariable String id,
            @RequestParam(name = "last", required = false) List<String> last,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var outcome = closing.close(actor, CouncilWords.id(id), Set.copyOf(CouncilWords.ids(last)));
        return page.answer(
                id, List.of(outcome), words.say("council.done.session-closed", locale), actor, locale, flash);
    }

    @PostMapping("/conclusions")
    @OpenToSignedIn
    ModelAndView conclude(
            @PathVariable String id,
            @RequestParam(name = "case", required = false) List<String> chosen,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var cases = CouncilWords.ids(chosen);
        var outcome = closing.conclude(actor, CouncilWords.id(id), cases);
        return page.answer(
                id, List.of(outcome), words.say("council.done.concluded", locale, cases.size()), actor, locale, flash);
    }
}
