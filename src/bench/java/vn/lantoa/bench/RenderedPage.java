package vn.lantoa.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** The task page as a browser gets it, signed in, over HTTP. */
final class RenderedPage {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int WARM_UP = 20;

    private final House house;
    private final Findings findings;

    RenderedPage(House house, Findings findings) {
        this.house = house;
        this.findings = findings;
    }

    /** How long so many pages took, one after the other. */
    void measure(String username, String database, int pages) {
        house.databases().use(database);
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        signIn(browser, username);
        var times = new double[pages];
        for (var i = -WARM_UP; i < pages; i++) {
            var began = System.nanoTime();
            var answer = get(browser, "/tasks");
            if (i >= 0) {
                times[i] = System.nanoTime() - began;
            }
            if (answer.statusCode() != 200 || !answer.body().contains("href=\"/tasks/")) {
                throw new IllegalStateException("the page was answered with " + answer.statusCode());
            }
        }
        var open =
                house.jdbc().sql("select count(*) from task").query(Long.class).single();
        findings.times(
                String.format(Locale.ROOT, "The rendered task page over HTTP, p95 of %,d, %,d open tasks", pages, open),
                Timing.percentile(times, 95),
                "its median",
                Timing.percentile(times, 50),
                Goal.NONE);
    }

    private void signIn(HttpClient browser, String username) {
        var token = TOKEN.matcher(get(browser, "/login").body());
        if (!token.find()) {
            throw new IllegalStateException("no token on the page of signing in");
        }
        var form = "username=" + encoded(username) + "&password=" + encoded(House.PASSWORD) + "&_csrf="
                + encoded(token.group(1));
        var answer = send(
                browser,
                HttpRequest.newBuilder(address("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build());
        var to = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || to.contains("error")) {
            throw new IllegalStateException("signing in was answered with " + answer.statusCode() + " " + to);
        }
    }

    private HttpResponse<String> get(HttpClient browser, String path) {
        return send(browser, HttpRequest.newBuilder(address(path)).build());
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest request) {
        try {
            return browser.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + house.port() + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
