package vn.lantoa.commendation.decision.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.commendation.WrittenNumbers;
import vn.lantoa.commendation.decision.AwardDecisions;
import vn.lantoa.commendation.decision.Decision;
import vn.lantoa.commendation.decision.DecisionId;
import vn.lantoa.commendation.decision.DecisionItem;
import vn.lantoa.commendation.decision.DecisionNumbers;
import vn.lantoa.commendation.decision.DecisionOutcome;
import vn.lantoa.commendation.decision.DecisionWords;
import vn.lantoa.commendation.decision.PrizeMoney;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;

/** The page of one decision, shown by itself and after each act on it. */
@Component
class DecisionSheet {

    private final AwardDecisions decisions;
    private final DecisionNumbers numbers;
    private final DecisionPlaces places;
    private final DecisionWords words;
    private final MessageSource messages;

    DecisionSheet(
            AwardDecisions decisions,
            DecisionNumbers numbers,
            DecisionPlaces places,
            DecisionWords words,
            MessageSource messages) {
        this.decisions = decisions;
        this.numbers = numbers;
        this.places = places;
        this.words = words;
        this.messages = messages;
    }

    /** @param said message {@code decision.toast.<said>} when it is done */
    ModelAndView after(
            DecisionOutcome outcome, String said, DecisionId id, Actor actor, Locale locale, RedirectAttributes flash) {
        if (outcome instanceof DecisionOutcome.Done done) {
            flash.addFlashAttribute("toast", messages.getMessage("decision.toast." + said, null, locale));
            return new ModelAndView("redirect:/awards/decisions/" + done.decision());
        }
        return show(actor, id, DecisionPlaces.words(messages, outcome, locale));
    }

    ModelAndView show(Actor actor, DecisionId id, String refusal) {
        var view = decisions.find(actor, id, "decision");
        var unit = view.decision().unit();
        var page = new ModelAndView("commendation/decision");
        page.addObject("view", view);
        page.addObject("decision", view.decision());
        page.addObject("unitName", places.unitName(unit));
        page.addObject("drafts", places.may(actor, Right.REVIEW_NOMINATION, unit));
        page.addObject("decides", places.may(actor, Right.DECIDE_AWARD, unit));
        page.addObject("money", new Money(view.decision(), words));
        page.addObject("numbers", numbers.byOfficer(unit));
        page.addObject("proposal", numbers.proposal(unit));
        page.addObject("refusal", refusal);
        page.setStatus(refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    /** Sums as the page writes them. */
    static final class Money {

        private final Decision decision;
        private final DecisionWords words;

        Money(Decision decision, DecisionWords words) {
            this.decision = decision;
            this.words = words;
        }

        public String of(Long dong) {
            return dong == null || dong == 0 ? "" : PrizeMoney.figures(dong);
        }

        public String words(long dong) {
            return WrittenNumbers.ofMoney(dong);
        }

        /** Why a line pays another sum than its own; empty when it does not. */
        public String note(DecisionItem item, Locale locale) {
            return words.money(decision, item, locale);
        }
    }
}
