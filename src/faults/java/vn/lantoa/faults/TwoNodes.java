package vn.lantoa.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Two nodes of the demo on one PostgreSQL, both taking work. */
final class TwoNodes implements AutoCloseable {

    final Server server;
    final Node one;
    final Node other;

    TwoNodes(Path folder) throws IOException, InterruptedException {
        server = new Server(folder);
        one = new Node(folder.resolve("one"), server.settings());
        other = new Node(folder.resolve("other"), server.settings());
        one.start();
        other.start();
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
