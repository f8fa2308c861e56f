package vn.lantoa.demo.web;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.demo.DemoAccounts;
import vn.lantoa.demo.DemoClock;
import vn.lantoa.demo.DemoClock.Outcome;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToAll;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** Who can sign in to the demo, and its clock. */
@Controller
@Profile("demo")
class DemoPages {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm, dd/MM/yyyy");

    private final DemoClock clock;
    private final DemoAccounts accounts;
    private final MessageSource messages;

    DemoPages(DemoClock clock, DemoAccounts accounts, MessageSource messages) {
        this.clock = clock;
        this.accounts = accounts;
        this.messages = messages;
    }

    @OpenToAll
    @GetMapping("/demo")
    String whoCanSignIn(Model model) {
        model.addAttribute("password", accounts.wellKnownPassword().orElse(null));
        model.addAttribute("people", accounts.toTry());
        return "demo/accounts";
    }

    @OpenToSignedIn
    @GetMapping("/demo/clock")
    String clock(Actor actor, Model model) {
        var now = clock.now().atZone(VietnamTime.ZONE).truncatedTo(ChronoUnit.MINUTES);
        model.addAttribute("now", SHOWN.format(now));
        model.addAttribute("earliest", now.plusMinutes(1).toLocalDateTime());
        model.addAttribute("mayMove", actor.holds(Post.ADMINISTRATOR));
        return "demo/clock";
    }

    @Requires(value = Right.OPERATE, sight = Right.OPERATE)
    @PostMapping("/demo/clock")
    String move(
            Actor actor,
            @RequestParam(required = false) Integer days,
            @RequestParam(required = false) LocalDateTime to,
            Locale locale,
            RedirectAttributes redirect) {
        if (days == null && to == null) {
            redirect.addFlashAttribute("toast", messages.getMessage("demo.clock.missing", null, locale));
            return "redirect:/demo/clock";
        }
        var outcome = clock.moveTo(target(days, to).toInstant(), actor);
        redirect.addFlashAttribute("toast", told(outcome, locale));
        return "redirect:/demo/clock";
    }

    private ZonedDateTime target(Integer days, LocalDateTime to) {
        return days == null
                ? to.atZone(VietnamTime.ZONE)
                : clock.now().atZone(VietnamTime.ZONE).plusDays(days);
    }

    private String told(Outcome outcome, Locale locale) {
        if (outcome instanceof Outcome.Moved moved) {
            return messages.getMessage("demo.clock.moved", new Object[] {moved.steps(), moved.jobs()}, locale);
        }
        var key = outcome instanceof Outcome.Past ? "demo.clock.past" : "demo.clock.too-far";
        return messages.getMessage(key, null, locale);
    }
}
