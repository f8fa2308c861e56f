package vn.lantoa.e2e;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What many people do off screen, so that a scenario's pages have something to show: through the API, with their own passwords. */
final class ApiDesk {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String home;
    private final String password;

    ApiDesk(String home, String password) {
        this.home = home;
        this.password = password;
    }

    /** A report of the API's list of a campaign's units, with the code of its unit. */
    record Sub(String code, String unit, String report) {}

    /** The direct subordinates of a unit in a campaign, in the order of their names. */
    List<Sub> below(String username, String campaign, String unit) {
        var answer = get(username, "/api/v1/campaigns/" + campaign + "/units?parent=" + unit);
        List<Map<String, Map<String, String>>> items = JsonPath.read(answer, "$.items");
        return items.stream()
                .map(item -> new Sub(
                        item.get("unit").get("code").toLowerCase(java.util.Locale.ROOT),
                        item.get("unit").get("id"),
                        item.get("report").get("id")))
                .toList();
    }

    /** Drafts and approves, so that the report waits at the superior's. */
    void send(Sub unit, String figures) {
        complete("canbo." + unit.code(), unit.report(), "submit", "{\"figures\":" + figures + "}");
        complete("lanhdao." + unit.code(), unit.report(), "approve", "{}");
    }

    void complete(String username, String report, String outcome, String answers) {
        List<String> ids = JsonPath.read(
                get(username, "/api/v1/tasks?size=100"), "$.items[?(@.dossier.id == '" + report + "')].id");
        ask(request(username, "/api/v1/tasks/" + ids.get(0) + "/completion")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"outcome\":\"" + outcome + "\",\"answers\":" + answers + "}")));
    }

    String get(String username, String path) {
        return ask(request(username, path).GET());
    }

    String post(String username, String path, String body) {
        return ask(request(username, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String username, String path) {
        var basic = Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(home + path)).header("Authorization", "Basic " + basic);
    }

    private String ask(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        answer.request().uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
