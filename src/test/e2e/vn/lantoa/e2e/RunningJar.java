package vn.lantoa.e2e;

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

/** The jar as people run it by the README's commands: a process of its own, with the small heap, in a folder of its own. */
final class RunningJar implements AutoCloseable {

    /** What is promised for {@code java -jar} at {@code -Xmx512m}, of an empty installation and of the demo's first start. */
    static final Duration PROMISED_START = Duration.ofSeconds(60);

    private final Path log;
    private final int port;
    private final Process process;
    private final Instant begun = Instant.now();
    private Duration startedIn;

    private RunningJar(Path log, int port, Process process) {
        this.log = log;
        this.port = port;
        this.process = process;
    }

    /** Starts an installation in this folder and waits until it says that it is well. */
    static RunningJar in(Path folder, String... arguments) throws IOException, InterruptedException {
        return start(folder, List.of("-Xmx512m"), List.of(arguments));
    }

    /** Starts the demo, compiled lightly as {@code mvn spring-boot:run} does it. */
    static RunningJar demo(Path folder, String... arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("--spring.profiles.active=demo"));
        all.addAll(List.of(arguments));
        return start(folder, List.of("-XX:TieredStopAtLevel=1", "-Xmx512m"), all);
    }

    private static RunningJar start(Path folder, List<String> machine, List<String> arguments)
            throws IOException, InterruptedException {
        var port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(machine);
        command.addAll(
                List.of("-jar", Path.of("target", "lantoa.jar").toAbsolutePath().toString(), "--server.port=" + port));
        command.addAll(arguments);
        var log = Path.of("target", "e2e-" + folder.getFileName() + ".log");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var jar = new RunningJar(log, port, process);
        while (!jar.isWell()) {
            if (!process.isAlive() || Instant.now().isAfter(jar.begun.plus(PROMISED_START.multipliedBy(8)))) {
                process.destroyForcibly();
                throw new IllegalStateException("the jar did not start:\n" + jar.log());
            }
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
        jar.startedIn = jar.needed();
        return jar;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** How long it took to start: by the clock, or by the processor's count where that is less because others had the machine. */
    Duration startedIn() {
        return startedIn;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    private Duration needed() {
        var byClock = Duration.between(begun, Instant.now());
        var byProcessor = process.info().totalCpuDuration().orElse(byClock);
        return byClock.compareTo(byProcessor) < 0 ? byClock : byProcessor;
    }

    /** Ends it without waiting. */
    void end() {
        process.destroy();
    }

    /** Pulls the plug: nothing is flushed, nobody is told. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            kill();
        }
    }

    private boolean isWell() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(address() + "/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
