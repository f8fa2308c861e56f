package vn.lantoa.bench.peers;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import vn.lantoa.bench.Timing;

/** Measures one engine in a process of its own: {@code engine, address of the database, file for the figures, sizes}. */
public final class PeerRun {

    private static final int ON_A_DESK = 50;
    private static final int PAGES = 100;
    private static final int COMPLETIONS = 200;

    private PeerRun() {}

    /** Writes a line a size: tasks, nanoseconds of a start, of a page, of a completion. */
    public static void main(String[] args) throws Exception {
        try (var database = new HikariDataSource()) {
            database.setJdbcUrl(args[1]);
            database.setUsername("postgres");
            database.setMaximumPoolSize(4);
            var lines = new ArrayList<String>();
            try (var peer = args[0].equals("camunda") ? new CamundaPeer(database) : new FlowablePeer(database)) {
                var open = 0;
                for (var size :
                        Arrays.stream(args[3].split(",")).map(Integer::valueOf).toList()) {
                    var before = open;
                    var opening = Timing.of(() -> open(peer, before, size)) / (size - before);
                    open = size;
                    try (var connection = database.getConnection();
                            var statement = connection.createStatement()) {
                        statement.execute("vacuum analyze");
                    }
                    var page = pages(peer, size);
                    var completion = completions(peer, size);
                    lines.add(String.format(Locale.ROOT, "%d %.0f %.0f %.0f", size, opening, page, completion));
                    Files.write(Path.of(args[2]), lines);
                }
            }
        }
    }

    private static void open(Peer peer, int from, int to) {
        for (var i = from; i < to; i++) {
            peer.start(i, desk(i));
        }
    }

    private static double pages(Peer peer, int size) {
        var desk = desk(size / 2);
        if (peer.page(desk).size() != 25) {
            throw new IllegalStateException("no 25 tasks on " + desk);
        }
        return Timing.medians(PAGES, () -> peer.page(desk))[0];
    }

    /** One task of many desks, so that none is emptied. */
    private static double completions(Peer peer, int size) {
        var tasks = new ArrayList<String>();
        var desks = size / ON_A_DESK;
        for (var i = 0; tasks.size() < COMPLETIONS; i++) {
            tasks.addAll(peer.page(desk((i % desks) * ON_A_DESK)).subList(0, Math.min(25, 1 + COMPLETIONS / desks)));
        }
        var distinct = List.copyOf(new HashSet<>(tasks));
        var times = distinct.stream()
                .mapToDouble(task -> Timing.of(() -> peer.complete(task)))
                .toArray();
        return Timing.percentile(times, 50);
    }

    private static String desk(int number) {
        return "canbo@" + number / ON_A_DESK;
    }
}
