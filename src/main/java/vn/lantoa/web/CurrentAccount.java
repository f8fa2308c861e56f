package vn.lantoa.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lantoa.organization.Accounts;
import vn.lantoa.organization.Accounts.Account;

/** Reads the account anew for each request: a blocked person is out at once, and a one-time password must be changed before anything else. */
@Component
class CurrentAccount extends OncePerRequestFilter {

    private static final String ATTRIBUTE = CurrentAccount.class.getName();

    private final Accounts accounts;

    CurrentAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The account of the person who asks. */
    static Optional<Account> of(HttpServletRequest request) {
        return Optional.ofNullable((Account) request.getAttribute(ATTRIBUTE));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        var account = accounts.find(authentication.getName()).filter(one -> !one.blocked());
        if (account.isEmpty()) {
            SecurityContextHolder.clearContext();
        }
        account.ifPresent(one -> request.setAttribute(ATTRIBUTE, one));
        if (account.filter(Account::mustChange).isPresent() && !allowedBeforeChange(request)) {
            askForNewPassword(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean allowedBeforeChange(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals("/account/password")
                || path.equals("/logout")
                || path.equals("/error")
                || PageRoutes.isAsset(path);
    }

    private static void askForNewPassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (PageRoutes.isApi(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (PageRoutes.isHtmx(request)) {
            response.setHeader("HX-Redirect", "/account/password");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect("/account/password");
        }
    }
}
