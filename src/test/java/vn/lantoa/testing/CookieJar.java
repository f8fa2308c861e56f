package vn.lantoa.testing;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A browser's memory: the cookies it was given and the token its last page carried. Nothing of Spring's test support stands in for either. */
public final class CookieJar {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");

    private final MockMvc mvc;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private String token;

    public CookieJar(MockMvc mvc) {
        this.mvc = mvc;
    }

    /** A browser in which somebody of a {@link Branch} has signed in. */
    public static CookieJar of(MockMvc mvc, String username) throws Exception {
        var jar = new CookieJar(mvc);
        jar.signIn(username, Branch.PASSWORD);
        jar.look("/account");
        return jar;
    }

    /** Fills in the page of signing in and sends it. */
    public MockHttpServletResponse signIn(String username, String password) throws Exception {
        look("/login");
        return send(MockMvcRequestBuilders.post("/login")
                        .param("username", username)
                        .param("password", password)
                        .param("_csrf", token))
                .getResponse();
    }

    /** Opens a page, and keeps the token it carries. */
    public MockHttpServletResponse look(String address) throws Exception {
        var response = send(MockMvcRequestBuilders.get(address)).getResponse();
        var found = TOKEN.matcher(response.getContentAsString());
        if (found.find()) {
            token = found.group(1);
        }
        return response;
    }

    /** Sends with all cookies, as a browser does whoever's page asks it to; what comes back is kept. */
    public MvcResult send(MockHttpServletRequestBuilder request) throws Exception {
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        var result = mvc.perform(request).andReturn();
        for (var cookie : result.getResponse().getCookies()) {
            keep(cookie);
        }
        return result;
    }

    /** The token of the last page looked at. */
    public String token() {
        return token;
    }

    /** The value of a cookie, null when there is none. */
    public String cookie(String name) {
        var cookie = cookies.get(name);
        return cookie == null ? null : cookie.getValue();
    }

    /** Puts a cookie into the browser. */
    public CookieJar keep(Cookie cookie) {
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), new Cookie(cookie.getName(), cookie.getValue()));
        }
        return this;
    }
}
