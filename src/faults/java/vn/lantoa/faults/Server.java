package vn.lantoa.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL with its ordinary durability, that can be cut off, halted and started again on the same files. */
final class Server implements AutoCloseable {

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    /** @param folder where its files lie */
    Server(Path folder) throws IOException {
        this.data = folder.resolve("postgres");
        try (var socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
        start();
    }

    void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("max_connections", "100")
                // The artifact leaves these off for speed: a power cut then loses what was acknowledged.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    /** Settings under which a node of the demo works on it. */
    String[] settings() {
        return settings("demo,postgres");
    }

    /** The same under these profiles. */
    String[] settings(String profiles) {
        return new String[] {
            "--spring.profiles.active=" + profiles,
            "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + port + "/postgres",
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=",
            "--lantoa.audit.key=the-key-of-the-faults-the-key-of-the-faults",
            "--lantoa.password.memory-kib=64",
            "--lantoa.password.passes=1"
        };
    }

    JdbcClient client() {
        DataSource source = server.getPostgresDatabase();
        return JdbcClient.create(source);
    }

    /** As when the machine loses power: every process of it ends at once, nothing is written any more. */
    void cutOff() throws IOException, InterruptedException {
        var process = ProcessHandle.of(pid()).orElseThrow();
        signal("-QUIT");
        process.onExit().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
        // Nothing is left to stop; it lets go of the files, which stay.
        server.close();
    }

    /** A server that found no room for its log ends by itself. */
    void startIfEnded() throws IOException {
        if (!Files.exists(data.resolve("postmaster.pid"))) {
            server.close();
            start();
        }
    }

    /** Every process of it stands still, as on a machine that hangs. */
    void freeze() throws IOException, InterruptedException {
        everyProcess("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        everyProcess("-CONT");
    }

    private void everyProcess(String signal) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", signal, Long.toString(pid())));
        ProcessHandle.of(pid()).orElseThrow().descendants().forEach(child -> command.add(Long.toString(child.pid())));
        // One that ends meanwhile is no loss.
        new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
