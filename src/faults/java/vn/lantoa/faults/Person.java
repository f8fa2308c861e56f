package vn.lantoa.faults;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser: pages, cookies, forms with their token, whichever node answers. */
final class Person {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final Front front;
    private final String username;
    private String token = "";
    private String seen = "";

    Person(Front front, String username) {
        this.front = front;
        this.username = username;
        this.client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** Through the page of sign-in; 302 leads on, 401 when it led back there. */
    int signIn() throws IOException, InterruptedException {
        page("/login");
        var answer = send("/login", form(Map.of("username", username, "password", Desk.PASSWORD, "_csrf", token)));
        var back = answer.headers().firstValue("Location").orElse("").contains("/login");
        return back ? 401 : answer.statusCode();
    }

    /** Opens a page; its status. */
    int page(String path) throws IOException, InterruptedException {
        var answer = send(path, HttpRequest.Builder::GET);
        seen = answer.body();
        var found = TOKEN.matcher(seen);
        if (found.find()) {
            token = found.group(1);
        }
        return answer.statusCode();
    }

    /** Whether the page opened last shows this. */
    boolean sees(String words) {
        return seen.contains(words);
    }

    /** What the page sends while its person types. */
    int draft(String task, String answers, long version) throws IOException, InterruptedException {
        var body = "{\"answers\":" + answers + ",\"version\":" + version + "}";
        return send("/tasks/" + task + "/draft", request -> request.header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", token)
                        .PUT(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    /** The click that completes a task; 302 leads back to the list. */
    int complete(String task, String outcome) throws IOException, InterruptedException {
        return send("/tasks/" + task + "/completion", form(Map.of("outcome", outcome, "answers", "{}", "_csrf", token)))
                .statusCode();
    }

    private HttpResponse<String> send(String path, Consumer<HttpRequest.Builder> how)
            throws IOException, InterruptedException {
        return front.send(client, node -> request(node, path, how));
    }

    private static HttpRequest request(URI node, String path, Consumer<HttpRequest.Builder> how) {
        var request = HttpRequest.newBuilder(node.resolve(path))
                .timeout(PATIENCE)
                .header("Connection", "close")
                .header("Accept-Language", "vi")
                .header("Sec-Fetch-Site", "same-origin");
        how.accept(request);
        return request.build();
    }

    private static Consumer<HttpRequest.Builder> form(Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
