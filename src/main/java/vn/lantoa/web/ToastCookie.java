package vn.lantoa.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;

/**
 * Carries the one sentence a page says after a redirect (flash attribute {@code toast}) in a short-lived cookie, so that no node needs to
 * remember it. Other flash attributes are not kept.
 */
class ToastCookie extends AbstractFlashMapManager {

    private static final String NAME = "lantoa-toast";
    private static final String TOAST = "toast";
    private static final int LONGEST = 300;

    @Override
    protected List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        if (request.getCookies() == null || PageRoutes.isAsset(request.getRequestURI()) || PageRoutes.isApi(request)) {
            return null;
        }
        return Arrays.stream(request.getCookies())
                .filter(cookie ->
                        cookie.getName().equals(NAME) && !cookie.getValue().isEmpty())
                .findFirst()
                // The framework takes what it used out of the list it was given.
                .map(cookie -> new ArrayList<>(List.of(read(cookie))))
                .orElse(null);
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> maps, HttpServletRequest request, HttpServletResponse response) {
        var toast = maps.stream()
                .map(map -> map.get(TOAST))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst();
        var value = toast.map(text -> text.substring(0, Math.min(LONGEST, text.length())))
                .map(text ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                .orElse("");
        var cookie = ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(value.isEmpty() ? 0 : 60)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static FlashMap read(Cookie cookie) {
        var map = new FlashMap();
        try {
            map.put(TOAST, new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // Not a toast of ours: nothing to say.
        }
        return map;
    }
}
