package vn.lantoa.commendation.council.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.commendation.council.Ballots;
import vn.lantoa.commendation.council.Choice;
import vn.lantoa.commendation.council.CouncilOutcome;
import vn.lantoa.commendation.council.Declarations;
import vn.lantoa.commendation.council.MemberDesk;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;

/**
 * A session as its members have it: declaring, reading, voting, on a phone. Members act by their membership, which need not come with any
 * post, so no right stands here: the use cases look at the membership, and CouncilDoorTest at them.
 */
@Controller
@RequestMapping("/awards/councils/sessions/{id}")
class MemberPages {

    private static final String VOTE = "vote-";

    private final MemberDesk desk;
    private final Declarations declarations;
    private final Ballots ballots;
    private final CouncilWords words;

    MemberPages(MemberDesk desk, Declarations declarations, Ballots ballots, CouncilWords words) {
        this.desk = desk;
        this.declarations = declarations;
        this.ballots = ballots;
        this.words = words;
    }

    @GetMapping
    @OpenToSignedIn
    ModelAndView session(@PathVariable String id, Actor actor) {
        return page(desk.session(actor, CouncilWords.id(id)));
    }

    /** Asked by the page of who waits: it is loaded anew once there is something to do. */
    @GetMapping("/news")
    @OpenToSignedIn
    ResponseEntity<Void> news(@PathVariable String id, Actor actor) {
        return desk.waits(actor, CouncilWords.id(id))
                ? ResponseEntity.ok().header("HX-Refresh", "true").build()
                : ResponseEntity.noContent().build();
    }

    /** What is marked has a conflict, what else was shown has none. */
    @PostMapping("/declarations")
    @OpenToSignedIn
    ModelAndView declare(
            @PathVariable String id,
            @RequestParam(name = "case", required = false) List<String> shown,
            @RequestParam(name = "conflict", required = false) List<String> marked,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var session = CouncilWords.id(id);
        var view = desk.session(actor, session);
        var conflicts = CouncilWords.ids(marked);
        var outcomes = new LinkedHashMap<Long, CouncilOutcome>();
        for (var one : CouncilWords.ids(shown)) {
            outcomes.put(one, declarations.declare(actor, session, one, conflicts.contains(one)));
        }
        return answer(view, outcomes, "council.done.declared", actor, locale, flash);
    }

    /** Casts the ballots for which something was chosen. Nothing of the choice is repeated in the answer. */
    @PostMapping("/votes")
    @OpenToSignedIn
    ModelAndView vote(
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var session = CouncilWords.id(id);
        var outcomes = new LinkedHashMap<Long, CouncilOutcome>();
        fields.forEach((field, choice) -> {
            if (field.startsWith(VOTE)) {
                var one = CouncilWords.id(field.substring(VOTE.length()));
                outcomes.put(
                        one, ballots.cast(actor, session, one, Choice.of(choice).orElse(null)));
            }
        });
        if (outcomes.values().stream().anyMatch(MemberPages::former)) {
            return new ModelAndView("council/former", CouncilWords.status(List.copyOf(outcomes.values())))
                    .addObject("refusal", words.of(outcomes.values().iterator().next(), locale));
        }
        return answer(desk.session(actor, session), outcomes, "council.done.voted", actor, locale, flash);
    }

    @GetMapping("/cases/{case}")
    @OpenToSignedIn
    ModelAndView read(@PathVariable String id, @PathVariable("case") String one, Actor actor) {
        return new ModelAndView("council/case")
                .addObject("reading", desk.read(actor, CouncilWords.id(id), CouncilWords.id(one)));
    }

    private static boolean former(CouncilOutcome outcome) {
        return outcome instanceof CouncilOutcome.Refused refused
                && refused.message().equals("council.refused.former");
    }

    private ModelAndView answer(
            MemberDesk.View view,
            Map<Long, CouncilOutcome> outcomes,
            String done,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var all = List.copyOf(outcomes.values());
        if (!all.isEmpty() && all.stream().allMatch(CouncilOutcome.Done.class::isInstance)) {
            flash.addFlashAttribute("toast", words.say(done, locale, all.size()));
            return new ModelAndView(
                    "redirect:/awards/councils/sessions/" + view.session().id());
        }
        var page = page(desk.session(actor, view.session().id()));
        if (all.isEmpty()) {
            page.addObject("refusal", words.say("council.vote.none", locale));
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        page.addObject("results", results(view, outcomes, locale));
        page.setStatus(CouncilWords.status(all));
        return page;
    }

    private List<CouncilWords.Result> results(MemberDesk.View view, Map<Long, CouncilOutcome> outcomes, Locale locale) {
        var results = new ArrayList<CouncilWords.Result>();
        outcomes.forEach((id, outcome) -> results.add(new CouncilWords.Result(
                view.items().stream()
                        .filter(item -> item.one().id() == id)
                        .map(item -> item.one().number())
                        .findFirst()
                        .orElse(""),
                outcome instanceof CouncilOutcome.Done,
                outcome instanceof CouncilOutcome.Done
                        ? words.say("council.item.voted", locale)
                        : words.of(outcome, locale))));
        return results;
    }

    private static ModelAndView page(MemberDesk.View view) {
        return new ModelAndView("council/session")
                .addObject("view", view)
                .addObject("choices", Choice.values())
                .addObject("results", List.<CouncilWords.Result>of())
                .addObject("refusal", null);
    }
}
