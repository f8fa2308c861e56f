package vn.lantoa.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Where a browser is sent before and after signing in; a program is told 401 instead. */
@Component
class SignInPages {

    /** Nobody is signed in: to the sign-in page, and back afterwards. */
    void askWho(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (PageRoutes.isApi(request)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        var login = "/login"
                + PageRoutes.wanted(request)
                        .map(path -> "?next=" + encode(path))
                        .orElse("");
        if (PageRoutes.isHtmx(request)) {
            response.setHeader("HX-Redirect", login);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (wantsNoPage(request)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(login);
        }
    }

    void forbid(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        request.setAttribute("lantoa.csrf", why instanceof CsrfException);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    void goOn(HttpServletRequest request, HttpServletResponse response, Authentication who) throws IOException {
        var next = request.getParameter("next");
        response.sendRedirect(PageRoutes.isOwnPath(next) ? next : "/");
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        var next = request.getParameter("next");
        var back = PageRoutes.isOwnPath(next) ? "&next=" + encode(next) : "";
        var reason = why instanceof SignIn.Shut shut ? "wait=" + shut.minutes() : "error";
        response.sendRedirect("/login?" + reason + back);
    }

    private static boolean wantsNoPage(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && !accept.contains("text/html") && !accept.contains("*/*");
    }

    private static String encode(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
