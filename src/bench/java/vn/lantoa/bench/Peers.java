package vn.lantoa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.lantoa.bench.peers.PeerRun;

/** The other engines, each in a process and a database of its own on the same server. */
final class Peers {

    private static final Map<String, String> ENGINES =
            new TreeMap<>(Map.of("camunda", "Camunda 7.24, stock", "flowable", "Flowable 7.2, stock"));

    private final Databases databases;
    private final Findings findings;

    Peers(Databases databases, Findings findings) {
        this.databases = databases;
        this.findings = findings;
    }

    void measure(List<Integer> sizes) throws IOException, InterruptedException {
        if (sizes.isEmpty()) {
            return;
        }
        for (var engine : ENGINES.keySet()) {
            databases.create(engine);
            var file = Files.createTempFile("bench", engine);
            var run = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            PeerRun.class.getName(),
                            engine,
                            databases.url(engine),
                            file.toString(),
                            sizes.stream().map(String::valueOf).collect(Collectors.joining(",")))
                    .redirectErrorStream(true)
                    .redirectOutput(Files.createTempFile("bench-log", engine).toFile())
                    .start();
            if (run.waitFor() != 0) {
                throw new IllegalStateException(engine + " ended with " + run.exitValue());
            }
            for (var line : Files.readAllLines(file)) {
                var figures = line.split(" ");
                findings.peer(
                        ENGINES.get(engine),
                        Integer.parseInt(figures[0]),
                        words(figures[1]),
                        words(figures[2]),
                        words(figures[3]));
            }
        }
    }

    private static String words(String nanos) {
        return Timing.words(Double.parseDouble(nanos));
    }
}
