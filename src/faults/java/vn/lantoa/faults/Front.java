package vn.lantoa.faults;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The proxy before several nodes, as its defaults are: a connection of its own for each request, in turns to the nodes that say they take
 * work, and to the next one when a node does not even open the door. A request that was sent is never sent again.
 */
final class Front implements AutoCloseable {

    private static final int LOOK_EVERY_MILLIS = 500;

    private final AtomicInteger turn = new AtomicInteger();
    private final List<Node> nodes;
    private final Thread looking;
    private volatile List<Node> ready;

    Front(List<Node> nodes) {
        this.nodes = nodes;
        this.ready = nodes;
        looking = new Thread(this::look, "front");
        looking.setDaemon(true);
        looking.start();
    }

    /**
     * Sends a request to a node.
     *
     * @param request makes it for the address of a node
     * @throws IOException when it was sent and not answered, or nobody takes requests
     */
    HttpResponse<String> send(HttpClient client, Function<URI, HttpRequest> request)
            throws IOException, InterruptedException {
        var known = ready.isEmpty() ? nodes : ready;
        var first = turn.getAndIncrement();
        for (var attempt = 0; ; attempt++) {
            var node = known.get(Math.floorMod(first + attempt, known.size()));
            try {
                return client.send(request.apply(node.address()), HttpResponse.BodyHandlers.ofString());
            } catch (ConnectException shut) {
                if (attempt >= nodes.size()) {
                    throw shut;
                }
            }
        }
    }

    private void look() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var found = new ArrayList<Node>();
                for (var node : nodes) {
                    if (node.ready()) {
                        found.add(node);
                    }
                }
                ready = List.copyOf(found);
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}
