package vn.lantoa.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.organization.Accounts;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Change;
import vn.lantoa.organization.Handovers;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Standing;
import vn.lantoa.organization.Substitutions;
import vn.lantoa.organization.Tokens;
import vn.lantoa.organization.Units;

/** "Tài khoản": one's own password, language, tokens and sessions. */
@Controller
class AccountController {

    private final Accounts accounts;
    private final Tokens tokens;
    private final Units units;
    private final Substitutions substitutions;
    private final Handovers handovers;
    private final OidcSettings oidc;
    private final OidcLinks oidcLinks;
    private final SignInSessions sessions;
    private final SessionCookie cookie;
    private final MessageSource messages;
    private final Clock clock;

    AccountController(
            Accounts accounts,
            Tokens tokens,
            Units units,
            Substitutions substitutions,
            Handovers handovers,
            OidcSettings oidc,
            OidcLinks oidcLinks,
            SignInSessions sessions,
            SessionCookie cookie,
            MessageSource messages,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.units = units;
        this.substitutions = substitutions;
        this.handovers = handovers;
        this.oidc = oidc;
        this.oidcLinks = oidcLinks;
        this.sessions = sessions;
        this.cookie = cookie;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/account")
    @OpenToSignedIn
    String account(Actor actor, HttpServletRequest request, Model model) {
        var posts = handovers.postsOf(actor.id());
        var unitIds = Stream.concat(
                        posts.stream().map(post -> post.held().unit()),
                        actor.standings().stream().map(Standing::unit))
                .distinct()
                .toList();
        model.addAttribute("me", actor);
        model.addAttribute("posts", posts);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("substitutions", substitutions.of(actor.id()));
        model.addAttribute("handovers", handovers.of(actor.id()));
        model.addAttribute("oidcName", oidc.on() ? oidc.name() : null);
        model.addAttribute(
                "oidcLinked", oidc.on() && oidcLinks.subjectOf(actor.id()).isPresent());
        model.addAttribute("zone", clock.getZone());
        model.addAttribute(
                "locale",
                CurrentAccount.of(request).map(Accounts.Account::locale).orElse("vi"));
        model.addAttribute("unitNames", units.namesOf(unitIds));
        model.addAttribute("tokens", tokens.of(actor.id()));
        model.addAttribute(
                "sessions",
                sessions.of(actor.id(), SessionCookie.secret(request).orElse(null)));
        return "web/account";
    }

    @GetMapping("/account/password")
    @OpenToSignedIn
    String password(Actor actor, HttpServletRequest request, Model model) {
        model.addAttribute("me", actor);
        model.addAttribute(
                "must",
                CurrentAccount.of(request).map(Accounts.Account::mustChange).orElse(false));
        return "web/password";
    }

    @PostMapping("/account/password")
    @OpenToSignedIn
    String changePassword(
            Actor actor,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var change = accounts.changePassword(actor, current, password, repeated);
        if (change instanceof Change.Refused refused) {
            model.addAttribute("refused", refused);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return password(actor, request, model);
        }
        cookie.saveContext(SecurityContextHolder.getContext(), request, response);
        redirect.addFlashAttribute("toast", text("account.password.changed"));
        var first = CurrentAccount.of(request).map(Accounts.Account::mustChange).orElse(false);
        return first ? "redirect:/welcome" : "redirect:/account";
    }

    @PostMapping("/account/language")
    @OpenToSignedIn
    String chooseLanguage(Actor actor, @RequestParam String locale) {
        accounts.chooseLocale(actor, locale);
        return "redirect:/account";
    }

    @PostMapping("/account/tokens")
    @OpenToSignedIn
    String issueToken(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var change = tokens.issue(actor, name);
        if (change instanceof Change.Done done) {
            model.addAttribute("secret", done.secret());
        }
        if (change instanceof Change.Refused refused) {
            model.addAttribute("refused", refused);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        return account(actor, request, model);
    }

    @PostMapping("/account/tokens/{id}/revocation")
    @OpenToSignedIn
    String revokeToken(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
        tokens.revoke(actor, id);
        redirect.addFlashAttribute("toast", text("account.token.revoked"));
        return "redirect:/account";
    }

    @PostMapping("/account/sessions/{id}/revocation")
    @OpenToSignedIn
    String revokeSession(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
        sessions.end(actor.id(), id);
        redirect.addFlashAttribute("toast", text("account.session.ended"));
        return "redirect:/account";
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
