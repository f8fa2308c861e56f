package vn.lantoa.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.PracticePurge;
import vn.lantoa.organization.PracticeRole;
import vn.lantoa.organization.Practices;
import vn.lantoa.rulebook.Retention;

/** "Luyện tập": invented units in which one may do everything wrong. */
@Controller
class PracticeController {

    private final Practices practices;
    private final PracticePurge purge;
    private final Retention retention;
    private final MessageSource messages;

    PracticeController(Practices practices, PracticePurge purge, Retention retention, MessageSource messages) {
        this.practices = practices;
        this.purge = purge;
        this.retention = retention;
        this.messages = messages;
    }

    @GetMapping("/practice")
    @OpenToSignedIn
    String practice(Actor actor, Model model) {
        model.addAttribute("open", practices.of(actor.id()).orElse(null));
        model.addAttribute("roles", PracticeRole.values());
        model.addAttribute("kept", retention.of(Retention.Kind.PRACTICE).getDays());
        return "web/practice";
    }

    /** Begins, or begins anew: the practice that was open is closed. */
    @PostMapping("/practice")
    @OpenToSignedIn
    String start(Actor actor, HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        var practice = practices.start(actor);
        if (practice.isEmpty()) {
            flash.addFlashAttribute("toast", text("practice.too-many"));
            return "redirect:/practice";
        }
        PracticeCookie.set(response, request.isSecure(), practice.get().id(), PracticeRole.OFFICER);
        return "redirect:/tasks";
    }

    @PostMapping("/practice/role")
    @OpenToSignedIn
    String act(
            Actor actor,
            @RequestParam(defaultValue = "") String role,
            HttpServletRequest request,
            HttpServletResponse response) {
        var practice = practices.of(actor.id());
        var chosen = PracticeCookie.role(role);
        if (practice.isEmpty() || chosen.isEmpty()) {
            PracticeCookie.clear(response, request.isSecure());
            return "redirect:/practice";
        }
        PracticeCookie.set(response, request.isSecure(), practice.get().id(), chosen.get());
        return "redirect:/tasks";
    }

    /** Back to one's own desk; the practice waits. */
    @PostMapping("/practice/pause")
    @OpenToSignedIn
    String pause(HttpServletRequest request, HttpServletResponse response) {
        PracticeCookie.clear(response, request.isSecure());
        return "redirect:/tasks";
    }

    @PostMapping("/practice/closing")
    @OpenToSignedIn
    String close(Actor actor, HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        practices.close(actor);
        PracticeCookie.clear(response, request.isSecure());
        flash.addFlashAttribute("toast", text("practice.closed"));
        return "redirect:/practice";
    }

    /** Closes what ran out, and forgets what was closed long enough ago. */
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT6H")
    void putAway() {
        practices.closeExpired();
        purge.closedBefore(retention.keptFrom(Retention.Kind.PRACTICE));
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
