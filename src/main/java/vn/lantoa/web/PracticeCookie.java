package vn.lantoa.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import vn.lantoa.organization.PracticeRole;

/** As whom this browser practises. It proves nothing: it counts only for the practice the signed-in person has open. */
final class PracticeCookie {

    /** Pages about the real account and the house: there nobody is anybody else. */
    private static final List<String> REAL =
            List.of("/account", "/practice", "/help", "/setup", "/welcome", "/demo", "/login", "/logout", "/error");

    private static final String NAME = "lantoa-practice";
    private static final Pattern VALUE = Pattern.compile("(\\d{1,18})-([A-Z]{1,20})");

    /** A choice the browser sent. */
    record Choice(long practice, PracticeRole role) {}

    private PracticeCookie() {}

    static Optional<Choice> of(HttpServletRequest request) {
        return Stream.of(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(cookie -> VALUE.matcher(cookie.getValue()))
                .filter(java.util.regex.Matcher::matches)
                .flatMap(value ->
                        role(value.group(2)).stream().map(role -> new Choice(Long.parseLong(value.group(1)), role)))
                .findFirst();
    }

    /** Whether a page belongs to the practice rather than to the real person. */
    static boolean appliesTo(String path) {
        return !PageRoutes.isApi(path)
                && REAL.stream().noneMatch(real -> path.equals(real) || path.startsWith(real + "/"));
    }

    static Optional<PracticeRole> role(String name) {
        return Arrays.stream(PracticeRole.values())
                .filter(role -> role.name().equals(name))
                .findFirst();
    }

    static void set(HttpServletResponse response, boolean secure, long practice, PracticeRole role) {
        add(response, ResponseCookie.from(NAME, practice + "-" + role).secure(secure));
    }

    static void clear(HttpServletResponse response, boolean secure) {
        add(response, ResponseCookie.from(NAME, "").secure(secure).maxAge(0));
    }

    private static void add(HttpServletResponse response, ResponseCookie.ResponseCookieBuilder cookie) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie.path("/").httpOnly(true).sameSite("Lax").build().toString());
    }
}
