package vn.lantoa.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A copy of the head outside the database: who cuts the tail and puts an older head back is found out by it. */
@Component
class HeadFile {

    private static final Logger log = LoggerFactory.getLogger(HeadFile.class);

    private final Path file;
    private volatile boolean failing;

    HeadFile(@Value("${lantoa.audit.head-file:./data/audit-head}") Path file) {
        this.file = file.toAbsolutePath();
    }

    /** What was last written here; empty before the first seal of this installation, or when it cannot be read. */
    Optional<Head> read() {
        try {
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            var parts = Files.readString(file).strip().split(" ");
            return parts.length == 3
                    ? Optional.of(new Head(Long.parseLong(parts[0]), parts[1], parts[2]))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            log.warn("Cannot read the head of the audit chain in {}", file, e);
            return Optional.empty();
        }
    }

    void write(Head head) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(fresh, head.seq() + " " + head.hash() + " " + head.mac());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                log.warn("Cannot write the head of the audit chain to {}: {}", file, e.toString());
                failing = true;
            }
        }
    }
}
