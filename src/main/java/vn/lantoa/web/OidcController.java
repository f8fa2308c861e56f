package vn.lantoa.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lantoa.organization.Accounts;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToAll;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.People;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.RightsChanged;

/** Signing in by a foreign service (OpenID Connect): only where one is set, and only for who is linked. Roles never come from there. */
@Controller
@ConditionalOnProperty("lantoa.oidc.issuer")
class OidcController {

    private static final Logger LOG = LoggerFactory.getLogger(OidcController.class);
    private static final String CALLBACK = "/login/oidc/callback";

    private final OidcDialogue dialogue;
    private final OidcLinks links;
    private final Accounts accounts;
    private final People people;
    private final CurrentActor currentActor;
    private final SessionCookie cookie;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final MessageSource messages;

    OidcController(
            OidcDialogue dialogue,
            OidcLinks links,
            Accounts accounts,
            People people,
            CurrentActor currentActor,
            SessionCookie cookie,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            MessageSource messages) {
        this.dialogue = dialogue;
        this.links = links;
        this.accounts = accounts;
        this.people = people;
        this.currentActor = currentActor;
        this.cookie = cookie;
        this.events = events;
        this.transaction = transaction;
        this.messages = messages;
    }

    /** A link and not a form: the strict content policy lets no form lead to another host. */
    @GetMapping("/login/oidc")
    @OpenToAll
    String enter(
            @RequestParam(defaultValue = "") String next, HttpServletRequest request, HttpServletResponse response) {
        return begin(false, PageRoutes.isOwnPath(next) ? next : "", request, response);
    }

    @GetMapping("/account/oidc")
    @OpenToSignedIn
    String link(HttpServletRequest request, HttpServletResponse response) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site == null || site.equals("same-origin") || site.equals("none")
                ? begin(true, "", request, response)
                : "redirect:/account";
    }

    @PostMapping("/account/oidc/removal")
    @OpenToSignedIn
    String unlink(Actor actor, RedirectAttributes redirect) {
        links.unlink(actor, actor.id());
        redirect.addFlashAttribute("toast", text("oidc.unlinked"));
        return "redirect:/account";
    }

    /** An administrator of the branch says which subject a person has; blank takes it away. */
    @PostMapping("/people/{id}/oidc")
    @Requires(value = Right.MANAGE_PEOPLE, of = "person")
    String linkOther(
            Actor actor,
            @PathVariable PersonId id,
            @RequestParam(defaultValue = "") String subject,
            RedirectAttributes redirect) {
        var person = accounts.requireMastery(actor, id);
        var done = links.replace(actor, id, subject.strip());
        redirect.addFlashAttribute("toast", text(done ? "oidc.saved" : "oidc.taken"));
        return "redirect:/units/" + person.homeUnit();
    }

    @GetMapping(CALLBACK)
    @OpenToAll
    String callback(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var begun = begun(request);
        write(request, response, "", 0);
        if (begun.isEmpty() || code.isBlank()) {
            return failed("no request of this browser, or the service refused");
        }
        try {
            var subject = dialogue.subject(begun.get(), callbackAddress(), code, state);
            return begun.get().linking()
                    ? linked(subject, request, redirect)
                    : entered(subject, begun.get().next(), request, response);
        } catch (RuntimeException wrong) {
            LOG.warn("Sign-in by the foreign service failed: {}", wrong.toString());
            return failed("the answer was not accepted");
        }
    }

    private String begin(boolean linking, String next, HttpServletRequest request, HttpServletResponse response) {
        try {
            var begun = OidcDialogue.begin(linking, next);
            var address = dialogue.address(begun, callbackAddress());
            write(request, response, begun.written(), 600);
            return "redirect:" + address;
        } catch (RuntimeException unreachable) {
            LOG.warn("The foreign sign-in service cannot be asked: {}", unreachable.toString());
            return "redirect:/login?oidc=failed";
        }
    }

    private String entered(String subject, String next, HttpServletRequest request, HttpServletResponse response) {
        var account = links.usernameOf(subject).flatMap(accounts::find);
        if (account.isEmpty() || account.get().blocked()) {
            tell("signin.failed", null, "person:unknown");
            return "redirect:/login?oidc=" + (account.isEmpty() ? "unknown" : "blocked");
        }
        var username = account.get().username();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignIn.signedIn(username));
        cookie.saveContext(context, request, response);
        var actor = people.actor(username).orElseThrow();
        tell("signin.ok", actor, "person:" + actor.id());
        return "redirect:" + (PageRoutes.isOwnPath(next) ? next : "/");
    }

    private String linked(String subject, HttpServletRequest request, RedirectAttributes redirect) {
        var actor = currentActor.of(request);
        if (actor.isEmpty()) {
            return "redirect:/login";
        }
        var done = links.link(actor.get(), actor.get().id(), subject);
        redirect.addFlashAttribute("toast", text(done ? "oidc.linked" : "oidc.taken"));
        return "redirect:/account";
    }

    private String failed(String why) {
        LOG.info("Foreign sign-in refused: {}", why);
        tell("signin.failed", null, "person:unknown");
        return "redirect:/login?oidc=failed";
    }

    private static Optional<OidcDialogue.Begun> begun(HttpServletRequest request) {
        return request.getCookies() == null
                ? Optional.empty()
                : Arrays.stream(request.getCookies())
                        .filter(one -> one.getName().equals(cookieName(request)))
                        .findFirst()
                        .flatMap(one -> OidcDialogue.Begun.read(one.getValue()));
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String value, int age) {
        var written = ResponseCookie.from(cookieName(request), value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, written.toString());
    }

    private static String cookieName(HttpServletRequest request) {
        return request.isSecure() ? "__Host-lantoa-oidc" : "lantoa-oidc";
    }

    private static String callbackAddress() {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(CALLBACK)
                .build()
                .toUriString();
    }

    private void tell(String action, Actor actor, String object) {
        transaction.executeWithoutResult(status ->
                events.publishEvent(new RightsChanged(action, actor, object, null, Map.of("way", "oidc"), Map.of())));
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
