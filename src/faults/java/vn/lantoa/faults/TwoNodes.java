package vn.lantoa.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Two nodes of the demo on one PostgreSQL, both taking work. They carry no mail: the demo's never leaves it. */
final class TwoNodes implements AutoCloseable {

    final Server server;
    final Node one;
    final Node other;

    TwoNodes(Path folder, int units) throws IOException, InterruptedException {
        this(folder, units, Node.PACKAGED);
    }

    /** @param release the jar they run */
    TwoNodes(Path folder, int units, Path release) throws IOException, InterruptedException {
        server = new Server(folder);
        var settings = Stream.concat(
                        Stream.of(server.settings()),
                        Stream.of("--lantoa.demo.units=" + units, "--lantoa.node.drain=2s", "--lantoa.mail.every=1h"))
                .toArray(String[]::new);
        one = new Node(folder.resolve("one"), settings);
        other = new Node(folder.resolve("other"), settings);
        one.use(release);
        other.use(release);
        ensureReady();
    }

    void ensureReady() throws IOException, InterruptedException {
        one.ensureReady();
        other.ensureReady();
    }

    List<Node> both() {
        return List.of(one, other);
    }

    List<URI> addresses() {
        return List.of(one.address(), other.address());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        one.close();
        other.close();
        server.close();
    }
}
