package vn.lantoa.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.LanToa;
import vn.lantoa.organization.Post;
import vn.lantoa.reporting.ReportConsistency;
import vn.lantoa.testing.Branch;

/** The program on a folder and a database, with people who ask units for reports through the API and remember what was acknowledged. */
class Installation implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HANDS = 4;
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    /** Somebody to sign in as, and the unit asked for reports: they outlive the installation in its backup. */
    record People(String officer, String administrator, String unit) {}

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private ExecutorService hands;
    private volatile boolean stopped;

    private Installation(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Key and head of the audit chain lie in the folder, as they do on a server. */
    static Installation start(Path folder, String url, String... more) {
        var arguments = Stream.concat(
                        Stream.of(
                                "--spring.datasource.url=" + url,
                                "--server.port=0",
                                "--camunda.bpm.job-execution.enabled=false",
                                "--lantoa.api.basic=true",
                                "--lantoa.password.memory-kib=64",
                                "--lantoa.password.passes=1",
                                "--lantoa.audit.key=",
                                "--lantoa.audit.key-file=" + folder.resolve("audit-key"),
                                "--lantoa.audit.head-file=" + folder.resolve("audit-head"),
                                "--lantoa.backup.folder=" + folder.resolve("backup"),
                                "--lantoa.backup.keep=2",
                                "--lantoa.backup.mark=" + folder.resolve("last-backup")),
                        Stream.of(more))
                .toArray(String[]::new);
        return new Installation(
                new SpringApplicationBuilder(LanToa.class).profiles("test").run(arguments));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    People people() {
        var branch = Branch.grow(context);
        return new People(
                branch.username(Post.OFFICER, branch.root),
                branch.username(Post.ADMINISTRATOR, branch.root),
                branch.a.toString());
    }

    /** Never ended by interrupting them: H2 loses its file when a thread is interrupted that writes to it. */
    void write(People people) {
        stopped = false;
        hands = Executors.newFixedThreadPool(HANDS);
        for (var hand = 0; hand < HANDS; hand++) {
            hands.submit(() -> {
                while (!stopped) {
                    ask(people, number.incrementAndGet());
                }
                return null;
            });
        }
    }

    /** What was acknowledged so far, once there are so many more. */
    Set<Integer> acknowledged(int more) throws InterruptedException {
        var enough = acknowledged.size() + more;
        for (var patience = 0; acknowledged.size() < enough && refused.isEmpty() && patience < 1200; patience++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(refused).isEmpty();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(enough);
        return new HashSet<>(acknowledged);
    }

    /** Everything that was acknowledged in the end. */
    Set<Integer> stop() throws InterruptedException {
        stopped = true;
        hands.shutdown();
        assertThat(hands.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(refused).isEmpty();
        return Set.copyOf(acknowledged);
    }

    /** Asks the unit for a report about one day: so many days before the last. */
    void ask(People people, int number) throws IOException, InterruptedException {
        var day = LAST.minusDays(number);
        var body = "{\"unit\":%s,\"period\":{\"type\":\"span\",\"from\":\"%s\",\"to\":\"%s\"}}"
                .formatted(people.unit(), day, day);
        var request = asked(people.officer(), "/api/v1/reports")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() == 201) {
            acknowledged.add(number);
        } else {
            refused.add(answer.statusCode() + " " + answer.body());
        }
    }

    /** The numbers of the reports that are there. */
    Set<Integer> reports() {
        var numbers = new TreeSet<Integer>();
        bean(JdbcClient.class)
                .sql("select period from report where period like '%/_%' escape '/'")
                .query(String.class)
                .list()
                .forEach(period -> numbers.add((int) (LAST.toEpochDay()
                        - LocalDate.parse(period.split("_")[0]).toEpochDay())));
        return numbers;
    }

    /** That the audit chain verifies, asked as an administrator asks it, and that engine and tables agree. */
    void isWhole(People people) throws IOException, InterruptedException {
        var request = asked(people.administrator(), "/api/v1/audit/verification")
                .GET()
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode verified = JSON.readTree(answer.body());
        assertThat(verified.get("ok").asBoolean()).as(answer.body()).isTrue();
        ReportConsistency.check(context);
    }

    private HttpRequest.Builder asked(String username, String path) {
        var port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        var basic =
                Base64.getEncoder().encodeToString((username + ":" + Branch.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + basic);
    }

    @Override
    public void close() {
        context.close();
    }
}
