package vn.lantoa.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.organization.Activation;
import vn.lantoa.organization.Activation.Activated;
import vn.lantoa.organization.Activation.Closed;
import vn.lantoa.organization.Activation.Opens;
import vn.lantoa.organization.Activation.PasswordRefused;
import vn.lantoa.organization.Activations;
import vn.lantoa.organization.OpenToAll;
import vn.lantoa.organization.Units;

/** The first sign-in, and the one after a lost password: a code from a slip, then who that is, then a new password. */
@Controller
class ActivationController {

    /** No sign-in name has a colon: guesses of codes are counted by address alone. */
    private static final String GUESSES = "activation:";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final Activations activations;
    private final Units units;
    private final LockOut lockOut;
    private final UsualPlaces places;
    private final SessionCookie cookie;
    private final MessageSource messages;
    private final Clock clock;

    ActivationController(
            Activations activations,
            Units units,
            LockOut lockOut,
            UsualPlaces places,
            SessionCookie cookie,
            MessageSource messages,
            Clock clock) {
        this.activations = activations;
        this.units = units;
        this.lockOut = lockOut;
        this.places = places;
        this.cookie = cookie;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/activation")
    @OpenToAll
    String ask(@RequestParam(defaultValue = "") String code, Model model) {
        model.addAttribute("code", code.length() > 100 ? "" : code);
        return "web/activation";
    }

    @PostMapping("/activation")
    @OpenToAll
    String show(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (shut(request, response, model)) {
            return ask(code, model);
        }
        return answer(activations.check(code), code, request, response, model);
    }

    @PostMapping("/activation/password")
    @OpenToAll
    String activate(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        if (shut(request, response, model)) {
            return ask(code, model);
        }
        var activation = activations.activate(code, password, repeated);
        if (activation instanceof Activated activated) {
            lockOut.succeeded(GUESSES, request.getRemoteAddr());
            places.remember(activated.username(), request.getRemoteAddr());
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(SignIn.signedIn(activated.username()));
            cookie.saveContext(context, request, response);
            redirect.addFlashAttribute("toast", text("activation.done", activated.username()));
            return "redirect:/welcome";
        }
        return answer(activation, code, request, response, model);
    }

    private String answer(
            Activation activation, String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (activation instanceof Closed closed) {
            if (closed.guessed()) {
                lockOut.failed(GUESSES, request.getRemoteAddr());
                activations.guessed();
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", text("activation.closed." + closed.why(), moment(closed.at())));
            return ask(code, model);
        }
        if (activation instanceof PasswordRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", refused.refused());
            return welcome(refused.opens(), code, model);
        }
        return welcome((Opens) activation, code, model);
    }

    private String welcome(Opens opens, String code, Model model) {
        var person = opens.person();
        model.addAttribute("code", code);
        model.addAttribute("person", person);
        model.addAttribute(
                "unitNames",
                units.namesOf(
                        person.holdings().stream().map(held -> held.unit()).toList()));
        model.addAttribute("home", units.find(opens.home()).orElseThrow());
        return "web/activation-password";
    }

    private boolean shut(HttpServletRequest request, HttpServletResponse response, Model model) {
        var remaining = lockOut.remaining(GUESSES, request.getRemoteAddr());
        remaining.ifPresent(time -> {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader("Retry-After", String.valueOf(time.toSeconds() + 1));
            model.addAttribute("refusal", text("activation.wait", time.toMinutes() + 1));
        });
        return remaining.isPresent();
    }

    private String moment(Instant at) {
        return at == null ? "" : MOMENT.format(at.atZone(clock.getZone()));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
