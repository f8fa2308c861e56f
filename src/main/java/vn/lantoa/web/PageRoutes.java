package vn.lantoa.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** What the address of a request tells. */
final class PageRoutes {

    /** Addresses of files that carry nothing about anybody. */
    static final String[] ASSETS = {"/css/**", "/islands/**", "/icons.svg", "/favicon.svg", "/favicon.ico"};

    private PageRoutes() {}

    static boolean isAsset(String path) {
        return path.startsWith("/css/")
                || path.startsWith("/islands/")
                || path.equals("/icons.svg")
                || path.equals("/favicon.svg")
                || path.equals("/favicon.ico");
    }

    /** Whether the answer is for a program: errors are problem+json then. */
    static boolean isApi(HttpServletRequest request) {
        return isApi(request.getRequestURI());
    }

    static boolean isApi(String path) {
        return path.startsWith("/api/")
                || path.equals("/api")
                || path.startsWith("/v3/")
                || path.startsWith("/actuator");
    }

    static boolean isHtmx(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** A path within this application, the only kind of address anybody is sent on to. */
    static boolean isOwnPath(String path) {
        return path != null
                && path.length() <= 500
                && (path.equals("/") || path.matches("/[^/\\\\\\p{Cc}][^\\\\\\p{Cc}]*"))
                && !path.startsWith("/login")
                && !path.startsWith("/logout")
                && !path.startsWith("/activation");
    }

    /** Where to go on after signing in: the page asked for, or the page on which something was pressed. */
    static Optional<String> wanted(HttpServletRequest request) {
        var path = request.getMethod().equals("GET") && !isHtmx(request)
                ? request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString())
                : pathOf(isHtmx(request) ? request.getHeader("HX-Current-URL") : request.getHeader("Referer"));
        return Optional.ofNullable(path).filter(PageRoutes::isOwnPath).filter(own -> !own.equals("/"));
    }

    private static String pathOf(String address) {
        try {
            var uri = address == null ? null : URI.create(address);
            return uri == null ? null : uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
