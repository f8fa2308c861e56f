package vn.lantoa.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key of the chain. It never lies in the database: from the setting, else from a file made once, readable by its owner alone. */
@Component
class AuditKey {

    private static final Logger log = LoggerFactory.getLogger(AuditKey.class);
    private static final int SHORTEST = 32;

    private final byte[] bytes;

    /** @throws IllegalStateException when the key given is too short, or the file cannot be read or made */
    AuditKey(
            @Value("${lantoa.audit.key:}") String given,
            @Value("${lantoa.audit.key-file:./data/audit-key}") Path file) {
        var key = given.isBlank() ? fromFile(file) : given.strip();
        if (key.length() < SHORTEST) {
            throw new IllegalStateException("The key of the audit chain (lantoa.audit.key, LANTOA_AUDIT_KEY, or " + file
                    + ") has " + key.length() + " characters; it needs at least " + SHORTEST + ".");
        }
        this.bytes = key.getBytes(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static String fromFile(Path file) {
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot read or make the key of the audit chain in " + file + ": set LANTOA_AUDIT_KEY.", e);
        }
    }

    private static void make(Path file) throws IOException {
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        var whole = file.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        var posix = Files.getFileStore(whole.getParent()).supportsFileAttributeView("posix");
        var mine = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(whole, mine);
        Files.writeString(whole, HexFormat.of().formatHex(secret));
        log.warn(
                "No lantoa.audit.key given: made one in {}. Keep a copy apart from the database; several nodes need the same.",
                whole);
    }
}
