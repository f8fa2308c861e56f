package vn.lantoa.commendation.council.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.commendation.council.Ballots;
import vn.lantoa.commendation.council.CouncilOutcome;
import vn.lantoa.commendation.council.PaperCount;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;

/** Opening ballots and counting them; by who runs the session, see {@link ChairPages}. */
@Controller
@RequestMapping("/awards/councils/sessions/{id}")
class BallotPages {

    private final ChairPage page;
    private final Ballots ballots;
    private final CouncilWords words;

    BallotPages(ChairPage page, Ballots ballots, CouncilWords words) {
        this.page = page;
        this.ballots = ballots;
        this.words = words;
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
        return page.answer(
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
        return page.answer(id, List.of(outcome), counted(actor, session, one, locale), actor, locale, flash);
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
        var answer = page.answer(id, List.of(outcome), counted(actor, session, one, locale), actor, locale, flash);
        if (outcome instanceof CouncilOutcome.Done) {
            return answer;
        }
        return answer.addObject("refusedCase", CouncilWords.id(one))
                .addObject(
                        "typed",
                        CouncilWords.typed("issued", issued, "collected", collected, "valid", valid, "agreed", agreed))
                .addObject("errors", words.errors(outcome, locale));
    }

    /** One after the other, each on its own: what fails stops nothing else. An empty choice still asks who may run the session. */
    private List<CouncilOutcome> each(
            Actor actor, long session, List<String> chosen, LongFunction<CouncilOutcome> act) {
        page.view(actor, session);
        var outcomes = new ArrayList<CouncilOutcome>();
        CouncilWords.ids(chosen).forEach(one -> outcomes.add(act.apply(one)));
        return outcomes;
    }

    private String counted(Actor actor, long session, String one, Locale locale) {
        var number = page.view(actor, session).lines().stream()
                .filter(line -> String.valueOf(line.one().id()).equals(one))
                .map(line -> line.one().number())
                .findFirst()
                .orElse("");
        return words.say("council.done.counted", locale, number);
    }
}
