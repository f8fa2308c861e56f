package vn.lantoa.commendation.council.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.council.Ballots;
import vn.lantoa.commendation.council.ChairDesk;
import vn.lantoa.commendation.council.CouncilCase;
import vn.lantoa.commendation.council.CouncilOutcome;
import vn.lantoa.commendation.council.CouncilSessions;
import vn.lantoa.commendation.council.PaperCount;
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

    private final ChairDesk desk;
    private final CouncilSessions sessions;
    private final Ballots ballots;
    private final SessionClosing closing;
    private final CouncilWords words;

    ChairPages(ChairDesk desk, CouncilSessions sessions, Ballots ballots, SessionClosing closing, CouncilWords words) {
        this.desk = desk;
        this.sessions = sessions;
        this.ballots = ballots;
        this.closing = closing;
        this.words = words;
    }

    @GetMapping("/chair")
    @OpenToSignedIn
    ModelAndView run(@PathVariable String id, Actor actor) {
        return page(actor, CouncilWords.id(id), List.of());
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
        return answer(
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
        return answer(id, List.of(outcome), words.say("council.done.opened", locale), actor, locale, flash);
    }

    @PostMapping("/cancellation")
    @OpenToSignedIn
    ModelAndView cancel(@PathVariable String id, Actor actor, Locale locale, RedirectAttributes flash) {
        var outcome = sessions.cancel(actor, CouncilWords.id(id));
        return answer(id, List.of(outcome), words.say("council.done.cancelled", locale), actor, locale, flash);
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
        return answer(
                id, List.of(outcome), words.say("council.done.attendance", locale, present), actor, locale, flash);
    }

    /** Opens the ballot on one case or on several. */
    @PostMapping("/ballots")
    @OpenToSignedIn
    ModelAndView ballots(
            @PathVariable String id,
            @RequestParam(name = "case", required = false) List<String> chosen,
            @RequestParam(defaultValue = "false") boolean paper,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var session = CouncilWords.id(id);
        var outcomes = each(actor, session, chosen, one -> ballots.open(actor, session, one, paper));
        return answer(
                id, outcomes, words.say("council.done.ballot-opened", locale, outcomes.size()), actor, locale, flash);
    }

    @PostMapping("/cases/{case}/count")
    @OpenToSignedIn
    ModelAndView count(
            @PathVariable String id,
            @PathVariable("case") String one,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var session = CouncilWords.id(id);
        var outcome = ballots.count(actor, session, CouncilWords.id(one));
        return answer(id, List.of(outcome), counted(actor, session, one, locale), actor, locale, flash);
    }

    @PostMapping("/cases/{case}/paper")
    @OpenToSignedIn
    ModelAndView paper(
            @PathVariable String id,
            @PathVariable("case") String one,
            @RequestParam(required = false) String issued,
            @RequestParam(required = false) String collected,
            @RequestParam(required = false) String valid,
            @RequestParam(required = false) String agreed,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var session = CouncilWords.id(id);
        var outcome = ballots.countPaper(
                actor,
                session,
                CouncilWords.id(one),
                new PaperCount(
                        CouncilWords.whole(issued),
                        CouncilWords.whole(collected),
                        CouncilWords.whole(valid),
                        CouncilWords.whole(agreed)));
        var page = answer(id, List.of(outcome), counted(actor, session, one, locale), actor, locale, flash);
        if (outcome instanceof CouncilOutcome.Done) {
            return page;
        }
        return page.addObject("refusedCase", CouncilWords.id(one))
                .addObject(
                        "typed",
                        CouncilWords.typed("issued", issued, "collected", collected, "valid", valid, "agreed", agreed))
                .addObject("errors", words.errors(outcome, locale));
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
        return answer(id, List.of(outcome), words.say("council.done.session-closed", locale), actor, locale, flash);
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
        return answer(
                id, List.of(outcome), words.say("council.done.concluded", locale, cases.size()), actor, locale, flash);
    }

    /** One after the other, each on its own: what fails stops nothing else. An empty choice still asks who may run the session. */
    private List<CouncilOutcome> each(
            Actor actor, long session, List<String> chosen, LongFunction<CouncilOutcome> act) {
        desk.of(actor, session);
        var outcomes = new ArrayList<CouncilOutcome>();
        CouncilWords.ids(chosen).forEach(one -> outcomes.add(act.apply(one)));
        return outcomes;
    }

    private String counted(Actor actor, long session, String one, Locale locale) {
        var number = desk.of(actor, session).lines().stream()
                .filter(line -> String.valueOf(line.one().id()).equals(one))
                .map(line -> line.one().number())
                .findFirst()
                .orElse("");
        return words.say("council.done.counted", locale, number);
    }

    private ModelAndView answer(
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
                .addObject("polled", polled(view))
                .addObject("presences", Seat.Presence.values())
                .addObject("refusals", refusals)
                .addObject("refusedCase", null)
                .addObject("typed", Map.of())
                .addObject("errors", Map.of());
    }

    /** The counts of who has voted, which the page asks for anew while a ballot is open on the screen; forms being filled in stay. */
    private static String polled(ChairDesk.View view) {
        return view.lines().stream()
                .filter(line -> line.one().state() == CouncilCase.State.OPEN
                        && !line.one().paper())
                .map(line -> "#voted-" + line.one().id())
                .collect(Collectors.joining(","));
    }
}
