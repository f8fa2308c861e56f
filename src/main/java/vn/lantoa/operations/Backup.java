package vn.lantoa.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When the last backup succeeded: the backup touches a file then. */
@Component
class Backup {

    private final Path mark;

    Backup(@Value("${lantoa.backup.mark}") Path mark) {
        this.mark = mark;
    }

    /** Empty when there never was one. The disk's times are real ones, so the machine's clock judges them. */
    Optional<Instant> last() {
        try {
            return Optional.of(Files.getLastModifiedTime(mark).toInstant());
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long ago that was; a file dated in the future is of now. */
    static Duration since(Instant at) {
        var now = Instant.now();
        return at.isAfter(now) ? Duration.ZERO : Duration.between(at, now);
    }
}
