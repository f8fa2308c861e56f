package vn.lantoa.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lantoa.organization.Accounts;
import vn.lantoa.organization.Secrets;
import vn.lantoa.organization.Tokens;

/**
 * Reads the Authorization header of the API: a personal token, or name and password when {@code lantoa.api.basic} is on. A password found
 * right is believed for a minute without hashing again, as long as it is still the account's password: every request asks its version.
 */
@Component
class ApiSignIn extends OncePerRequestFilter {

    private static final Duration BELIEVED = Duration.ofMinutes(1);
    private static final int REMEMBERED = 1_000;

    private record Believed(String username, long version, Instant until) {}

    private final SignIn signIn;
    private final Accounts accounts;
    private final Tokens tokens;
    private final WallClock clock;
    private final boolean basic;
    private final String salt = Secrets.random();
    private final Map<String, Believed> believed = new ConcurrentHashMap<>();

    ApiSignIn(
            SignIn signIn,
            Accounts accounts,
            Tokens tokens,
            WallClock clock,
            @Value("${lantoa.api.basic:false}") boolean basic) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
        this.basic = basic;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header != null) {
            usernameOf(header, request).ifPresent(ApiSignIn::remember);
        }
        chain.doFilter(request, response);
    }

    private Optional<String> usernameOf(String header, HttpServletRequest request) {
        if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return tokens.usernameOf(header.substring(7).strip());
        }
        if (basic && header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return passwordSignIn(header.substring(6).strip(), request);
        }
        return Optional.empty();
    }

    private Optional<String> passwordSignIn(String encoded, HttpServletRequest request) {
        var key = Secrets.fingerprint(salt + encoded);
        var known = believed.get(key);
        if (known != null && known.until().isAfter(clock.now()) && stillRight(known)) {
            return Optional.of(known.username());
        }
        try {
            var text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            var colon = text.indexOf(':');
            if (colon < 1) {
                return Optional.empty();
            }
            var account = signIn.verify(text.substring(0, colon), text.substring(colon + 1), request.getRemoteAddr());
            if (account.mustChange()) {
                return Optional.empty();
            }
            believe(key, account);
            return Optional.of(account.username());
        } catch (IllegalArgumentException | AuthenticationException e) {
            return Optional.empty();
        }
    }

    private boolean stillRight(Believed known) {
        return accounts.find(known.username())
                .filter(account -> account.version() == known.version())
                .isPresent();
    }

    private void believe(String key, Accounts.Account account) {
        if (believed.size() >= REMEMBERED) {
            believed.clear();
        }
        believed.put(
                key,
                new Believed(account.username(), account.version(), clock.now().plus(BELIEVED)));
    }

    private static void remember(String username) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignIn.signedIn(username));
        SecurityContextHolder.setContext(context);
    }
}
