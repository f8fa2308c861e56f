package vn.lantoa.faults;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One process of the packaged program, in a folder of its own, that can be killed and started again. */
final class Node implements AutoCloseable {

    /** The program as this build made it. */
    static final Path PACKAGED = Path.of("target", "lantoa.jar").toAbsolutePath();

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Path folder;
    private final int port;
    private final List<String> settings;
    private Path program = PACKAGED;
    private List<String> before = List.of();
    private List<String> options = List.of();
    private Process process;

    Node(Path folder, String... settings) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.port = freePort();
        this.settings = List.of(settings);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts it and waits until it takes work; how long that took. */
    Duration start() throws IOException, InterruptedException {
        var begun = Instant.now();
        launch();
        waitUntilReady(begun);
        return Duration.between(begun, Instant.now());
    }

    private void launch() throws IOException {
        var command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx512m", "-jar"));
        command.add(program.toString());
        command.add("--server.port=" + port);
        command.addAll(settings);
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    /** Starts it; whether it ended by itself with an error before it took work. */
    boolean refuses() throws IOException, InterruptedException {
        launch();
        var begun = Instant.now();
        while (process.isAlive() && !ready() && Instant.now().isBefore(begun.plus(PATIENCE))) {
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
        return !process.isAlive() && process.exitValue() != 0;
    }

    private void waitUntilReady(Instant begun) throws InterruptedException {
        while (!ready()) {
            if (!process.isAlive() || Instant.now().isAfter(begun.plus(PATIENCE))) {
                throw new IllegalStateException("a node did not start, see " + folder.resolve("log"));
            }
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
    }

    /** Starts it when it is not there, and waits until it takes work. */
    void ensureReady() throws IOException, InterruptedException {
        if (process == null || !process.isAlive()) {
            start();
        }
        waitUntilReady(Instant.now());
    }

    /** Started by this command, with these options of the machine that runs it. */
    Node told(List<String> command, List<String> machine) {
        before = command;
        options = machine;
        return this;
    }

    /** From the next start on this release. */
    void use(Path release) {
        program = release;
    }

    /** Whether it says that it takes work. */
    boolean ready() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address().resolve("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** kill -9: nothing is flushed, nobody is told. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asked to end (SIGTERM), as by whoever installs a release. */
    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            process.destroy();
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                kill();
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
