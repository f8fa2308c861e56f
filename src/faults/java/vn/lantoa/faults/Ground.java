package vn.lantoa.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** What faults are done to: one installation of two nodes, planted once, and folders for faults that want one of their own. */
final class Ground implements AutoCloseable {

    /** Counts written by one fault are not taken for another's. */
    static final AtomicInteger NUMBERS = new AtomicInteger(Desk.FIRST);

    private final int units;
    private final Path own;
    private TwoNodes nodes;
    private Office office;

    /** @param units how many invented units stand beside the demo's own, for faults that need many tasks */
    Ground(int units) throws IOException {
        this.units = units;
        this.own = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "faults");
    }

    Path folder(String name) throws IOException {
        return Files.createTempDirectory(own, name);
    }

    /** Two nodes that take work; what a fault left dead is started again. */
    TwoNodes nodes() throws IOException, InterruptedException {
        if (nodes == null) {
            nodes = new TwoNodes(folder("nodes"), units);
        }
        nodes.ensureReady();
        return nodes;
    }

    /** A third program on the same database that only we give work to. */
    Office office() throws IOException, InterruptedException {
        if (office == null) {
            office = new Office(nodes().server);
        }
        return office;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (office != null) {
            office.close();
        }
        if (nodes != null) {
            nodes.close();
        }
    }
}
