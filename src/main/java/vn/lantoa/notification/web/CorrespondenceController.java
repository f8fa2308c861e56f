package vn.lantoa.notification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.notification.Correspondence;
import vn.lantoa.notification.OwnAddress;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.FeedTokens;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** "Thư báo và lịch": one's own address, hours and calendar address; and for administrators how mail goes. */
@Controller
class CorrespondenceController {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final Correspondence correspondence;
    private final FeedTokens feeds;
    private final MessageSource messages;
    private final OwnAddress ownAddress;

    CorrespondenceController(
            Correspondence correspondence, FeedTokens feeds, MessageSource messages, OwnAddress address) {
        this.correspondence = correspondence;
        this.feeds = feeds;
        this.messages = messages;
        this.ownAddress = address;
    }

    @OpenToSignedIn
    @GetMapping("/account/notices")
    String wishes(Actor actor, Model model) {
        model.addAttribute("wishes", correspondence.wishesOf(actor));
        model.addAttribute(
                "feedSince",
                feeds.madeAt(actor.id())
                        .map(at -> SHOWN.format(at.atZone(VietnamTime.ZONE)))
                        .orElse(null));
        return "notification/account";
    }

    @OpenToSignedIn
    @PostMapping("/account/notices/address")
    String ask(
            Actor actor,
            @RequestParam(defaultValue = "") String address,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var wrong = correspondence.ask(actor, address, locale);
        if (wrong.isPresent()) {
            return refused(actor, Map.of("address", text(wrong.get(), locale)), address, model, response);
        }
        return told("mail.address.asked", locale, flash);
    }

    @OpenToSignedIn
    @PostMapping("/account/notices/confirmation")
    String confirm(
            Actor actor,
            @RequestParam(defaultValue = "") String code,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (!correspondence.confirm(actor, code)) {
            return refused(actor, Map.of("code", text("mail.code.wrong", locale)), "", model, response);
        }
        return told("mail.address.confirmed", locale, flash);
    }

    @OpenToSignedIn
    @PostMapping("/account/notices/removal")
    String forget(Actor actor, Locale locale, RedirectAttributes flash) {
        correspondence.forget(actor);
        return told("mail.address.forgotten", locale, flash);
    }

    @OpenToSignedIn
    @PostMapping("/account/notices")
    String choose(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean digest,
            @RequestParam(defaultValue = "0") int quietFrom,
            @RequestParam(defaultValue = "0") int quietTo,
            Locale locale,
            RedirectAttributes flash) {
        correspondence.choose(actor, digest, quietFrom, quietTo);
        return told("mail.chosen", locale, flash);
    }

    /** Makes a calendar address, shown this once; the one before it opens nothing any more. */
    @OpenToSignedIn
    @PostMapping("/account/notices/calendar")
    String makeFeed(Actor actor, Model model) {
        model.addAttribute("feed", ownAddress.of("/calendar/" + feeds.make(actor) + ".ics"));
        return wishes(actor, model);
    }

    @OpenToSignedIn
    @PostMapping("/account/notices/calendar/revocation")
    String revokeFeed(Actor actor, Locale locale, RedirectAttributes flash) {
        feeds.revoke(actor);
        return told("calendar.feed.revoked", locale, flash);
    }

    @Requires(value = Right.OPERATE, sight = Right.OPERATE)
    @GetMapping("/mail")
    String overview(Actor actor, Model model) {
        model.addAttribute("mail", correspondence.overview(actor));
        model.addAttribute("zone", VietnamTime.ZONE);
        return "notification/mail";
    }

    /** The button reads "Thử thư". */
    @Requires(value = Right.OPERATE, sight = Right.OPERATE)
    @PostMapping("/mail/test")
    String test(Actor actor, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", correspondence.test(actor, locale));
        return "redirect:/mail";
    }

    private String refused(
            Actor actor, Map<String, String> errors, String typed, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        return wishes(actor, model);
    }

    private String told(String key, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", text(key, locale));
        return "redirect:/account/notices";
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
