package vn.lantoa.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An officer of the demo who enters counts through the API; each count bears a number of its own, by which it is found again. */
final class Desk {

    private static final String OFFICER = "canbo.cdcs-48-haichau-2";
    private static final String ADMINISTRATOR = "quantri1";
    static final String PASSWORD = "lantoa-demo-2026";
    private static final String DAY = "2026-03-20";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** The count that the demo itself has for the unit never has a number as high as ours. */
    static final int FIRST = 100_000;

    /** Sends a count under this key; the status is 0 when there was no answer. */
    Answer enter(URI node, String unit, int number, String key) throws InterruptedException {
        try {
            return answer(
                    entry(node, unit, number).header("Idempotency-Key", key).build());
        } catch (IOException cutOff) {
            return new Answer(0, JSON.nullNode());
        }
    }

    /**
     * The same through a proxy, once.
     *
     * @throws IOException when it was not answered
     */
    int enter(Front front, String unit, int number) throws IOException, InterruptedException {
        return front.send(client, node -> entry(node, unit, number)
                        .header("Connection", "close")
                        .build())
                .statusCode();
    }

    private static HttpRequest.Builder entry(URI node, String unit, int number) {
        var body = "{\"countedOn\":\"%s\",\"people\":%d,\"units\":1}".formatted(DAY, number);
        return asked(node, OFFICER, "/api/v1/units/" + unit + "/safety-commitments")
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(15))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** What a program was answered: the status, and the body as far as it is JSON. */
    record Answer(int status, JsonNode body) {

        /** Whether a refusal gives this reason. */
        boolean says(String why) {
            return body.path("why").asText().equals(why);
        }
    }

    /** Sends this as a person, once. */
    Answer post(URI node, String username, String path, String body) throws IOException, InterruptedException {
        return send("POST", node, username, path, body);
    }

    Answer put(URI node, String username, String path, String body) throws IOException, InterruptedException {
        return send("PUT", node, username, path, body);
    }

    private Answer send(String method, URI node, String username, String path, String body)
            throws IOException, InterruptedException {
        return answer(asked(node, username, path)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMinutes(2))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private Answer answer(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(), answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body()));
    }

    /** The status of the answer to a simple question; 0 when there was none within this time. */
    int status(URI node, Duration patience) throws InterruptedException {
        var request =
                asked(node, OFFICER, "/api/v1/tasks").timeout(patience).GET().build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException none) {
            return 0;
        }
    }

    /** The id of the officer's unit. */
    String unit(URI node) throws IOException, InterruptedException {
        return read(node, OFFICER, "/api/v1/me")
                .findValue("unit")
                .findValue("id")
                .asText();
    }

    /** Every number that stands there, in no order; one that stands there twice is there twice. */
    List<Integer> numbers(URI node, String unit) throws IOException, InterruptedException {
        var numbers = new ArrayList<Integer>();
        read(node, OFFICER, "/api/v1/units/" + unit + "/safety-commitments?year=2026")
                .get("items")
                .forEach(item -> numbers.add(item.get("people").asInt()));
        return numbers.stream().filter(number -> number >= FIRST).toList();
    }

    /** The ids of the tasks on the first page of a person's list. */
    List<String> tasks(URI node, String username) throws IOException, InterruptedException {
        var ids = new ArrayList<String>();
        read(node, username, "/api/v1/tasks?size=100")
                .get("items")
                .forEach(task -> ids.add(task.get("id").asText()));
        return ids;
    }

    /** One look at the list of tasks. */
    void look(URI node) throws IOException, InterruptedException {
        read(node, OFFICER, "/api/v1/tasks");
    }

    /** Whether the audit chain is whole. */
    boolean chainIsWhole(URI node) throws IOException, InterruptedException {
        return read(node, ADMINISTRATOR, "/api/v1/audit/verification").get("ok").asBoolean();
    }

    JsonNode read(URI node, String username, String path) throws IOException, InterruptedException {
        var request =
                asked(node, username, path).timeout(Duration.ofMinutes(2)).GET().build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private static HttpRequest.Builder asked(URI node, String username, String path) {
        var basic = Base64.getEncoder().encodeToString((username + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(node.resolve(path)).header("Authorization", "Basic " + basic);
    }
}
