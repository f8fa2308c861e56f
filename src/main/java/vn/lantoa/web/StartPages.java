package vn.lantoa.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lantoa.dossier.FirstCard;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Units;

/** Where somebody begins: the one card after the first sign-in, and an administrator's list. */
@Controller
class StartPages {

    private final List<FirstCard> cards;
    private final SetupSteps setup;
    private final Units units;
    private final Access access;
    private final Clock clock;

    StartPages(List<FirstCard> cards, SetupSteps setup, Units units, Access access, Clock clock) {
        this.cards = cards.stream()
                .sorted(Comparator.comparingInt(FirstCard::position))
                .toList();
        this.setup = setup;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/welcome")
    @OpenToSignedIn
    String welcome(Actor actor, Locale locale, Model model) {
        model.addAttribute("me", actor);
        model.addAttribute(
                "unitNames",
                units.namesOf(actor.holdings().stream().map(held -> held.unit()).toList()));
        model.addAttribute(
                "cards",
                cards.stream().flatMap(card -> card.of(actor, locale).stream()).toList());
        var administers = Right.MANAGE_UNITS.posts().stream().anyMatch(actor::holds)
                || actor.holds(vn.lantoa.organization.Post.ADMINISTRATOR);
        model.addAttribute("administers", administers);
        return "web/welcome";
    }

    @GetMapping("/setup")
    @Requires(Right.MANAGE_UNITS)
    String setup(Actor actor, Model model) {
        access.require(actor, Right.MANAGE_UNITS);
        model.addAttribute("steps", setup.of(actor));
        model.addAttribute("today", LocalDate.now(clock));
        return "web/setup";
    }
}
