package vn.lantoa.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** F7: the disk of the database is full while four hands write, then there is room again. */
final class FullDiskUnderDatabase implements Fault {

    private static final int HANDS = 4;
    private static final String SIZE = "size=400m";
    private static final byte[] CHUNK = new byte[64 * 1024];
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Override
    public String code() {
        return "F7";
    }

    @Override
    public String done() {
        return "the disk under PostgreSQL filled to the last block for 15 s while four hands write, then freed";
    }

    @Override
    public int runs(boolean full) {
        return full ? 5 : 1;
    }

    @Override
    public Outcome run(int runs, Ground ground) throws Exception {
        var disk = ground.folder("disk");
        if (!command("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", disk.toString())) {
            return Outcome.notRun("no disk of its own can be had here (mount refused)");
        }
        try {
            return onDisk(runs, disk, ground);
        } finally {
            command("umount", "-l", disk.toString());
        }
    }

    private static Outcome onDisk(int runs, Path disk, Ground ground) throws Exception {
        // As the owner of the files that PostgreSQL makes, whoever that is.
        Files.setPosixFilePermissions(disk, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (var server = new Server(disk);
                var node = new Node(ground.folder("node"), server.settings())) {
            node.start();
            var desk = new Desk();
            var unit = desk.unit(node.address());
            var load = new Load(List.of(node.address()), unit);
            load.begin(HANDS);
            var slowest = Duration.ZERO;
            for (var run = 0; run < runs; run++) {
                TimeUnit.SECONDS.sleep(3);
                var filler = disk.resolve("filler");
                fill(filler);
                TimeUnit.SECONDS.sleep(15);
                Files.delete(filler);
                var freed = Instant.now();
                while (desk.status(node.address(), Duration.ofSeconds(10)) != 200
                        && Instant.now().isBefore(freed.plus(PATIENCE))) {
                    server.startIfEnded();
                    TimeUnit.MILLISECONDS.sleep(200);
                }
                var needed = Duration.between(freed, Instant.now());
                slowest = needed.compareTo(slowest) > 0 ? needed : slowest;
            }
            TimeUnit.SECONDS.sleep(3);
            load.end(60);
            var check = new Check();
            check.writes(load.acknowledged(), desk.numbers(node.address(), unit));
            check.chain(node);
            check.engine(server.client());
            return check.outcome(
                    runs,
                    load,
                    "works again %.1f s after there was room; %s".formatted(slowest.toMillis() / 1000.0, load.said()));
        }
    }

    /** Until not one block more can be had. */
    private static void fill(Path filler) throws IOException {
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(CHUNK);
            }
        } catch (IOException full) {
            return;
        }
    }

    private static boolean command(String... words) throws InterruptedException {
        try {
            return new ProcessBuilder(words).start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
