package vn.lantoa.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Ties a browser to its row in {@link SignInSessions} by a cookie; nothing is remembered in the node. */
@Component
class SessionCookie implements SecurityContextRepository {

    private static final String PLAIN = "lantoa-session";
    private static final String TLS = "__Host-lantoa-session";

    private final SignInSessions sessions;

    SessionCookie(SignInSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Loading(request);
    }

    @Deprecated
    @Override
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    /** Called at sign-in and at sign-out only: the former session always ends, so that each sign-in has a new id. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        secret(request).ifPresent(sessions::end);
        var authentication = context.getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            write(request, response, "", 0);
            return;
        }
        var secret = sessions.begin(authentication.getName(), request.getHeader("User-Agent"), request.getRemoteAddr());
        write(request, response, secret, -1);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return secret(request).isPresent();
    }

    /** The secret this browser showed, whether or not it still opens anything. */
    static Optional<String> secret(HttpServletRequest request) {
        var name = request.isSecure() ? TLS : PLAIN;
        return request.getCookies() == null
                ? Optional.empty()
                : Arrays.stream(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(value -> value.matches("[0-9a-f]{64}"))
                        .findFirst();
    }

    private SecurityContext load(HttpServletRequest request) {
        var context = SecurityContextHolder.createEmptyContext();
        secret(request).flatMap(sessions::usernameOf).map(SignIn::signedIn).ifPresent(context::setAuthentication);
        return context;
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String value, int age) {
        var cookie = ResponseCookie.from(request.isSecure() ? TLS : PLAIN, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private final class Loading implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private SecurityContext loaded;

        Loading(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (loaded == null) {
                loaded = load(request);
            }
            return loaded;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
