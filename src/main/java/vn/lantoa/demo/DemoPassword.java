package vn.lantoa.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Accounts;

/**
 * One password for all demo accounts: a published one while nobody but this machine can reach them. Opened to the local network on purpose
 * ({@code lantoa.demo.lan}), the installation has one of its own, kept in a file beside the database; opened by mistake, nothing starts.
 */
@Component
@Profile("demo")
class DemoPassword {

    static final String PUBLISHED = "lantoa-demo-2026";

    private static final String HASH = "password-hash";
    private static final String MADE = "password-made";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final DemoSettings settings;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final boolean loopback;
    private final boolean lan;
    private final Path file;
    private volatile String password;

    DemoPassword(
            DemoSettings settings,
            Accounts accounts,
            JdbcClient jdbc,
            @Value("${server.address:#{null}}") InetAddress address,
            @Value("${lantoa.demo.lan:false}") boolean lan,
            @Value("${lantoa.demo.password-file:./data/demo-password}") Path file) {
        this.settings = settings;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.lan = lan;
        this.file = file;
        this.loopback = address != null && address.isLoopbackAddress();
        if (!loopback && !lan) {
            throw new IllegalStateException("The demo listens on "
                    + (address == null ? "every address" : address.getHostAddress())
                    + ", but its password is published: use the profile \"demo-lan\" to open it to the local network with a"
                    + " password of its own, or leave server.address at 127.0.0.1.");
        }
    }

    boolean published() {
        return loopback && !lan;
    }

    /** The password of this run. */
    String now() {
        return password;
    }

    /**
     * Decides the password and gives it to every account that still has the shared one of the run before: a database made on
     * loopback must not carry the published password to an open port.
     *
     * @return the hash new accounts get
     */
    String decide() {
        var former = settings.find(HASH);
        password = published() ? PUBLISHED : ofThisInstallation();
        var known = settings.find(MADE).orElse("");
        if (former.isPresent() && known.equals(published() ? "" : digest(password))) {
            return former.get();
        }
        var hash = accounts.hash(password);
        former.ifPresent(old -> jdbc.sql("update account set password_hash = ? where password_hash = ?")
                .params(hash, old)
                .update());
        settings.put(HASH, hash);
        jdbc.sql("delete from demo_setting where name = ?").param(MADE).update();
        if (!published()) {
            settings.put(MADE, digest(password));
        }
        return hash;
    }

    /** Made at the first start on a network and kept for the next; whoever reads the file may sign in. */
    private String ofThisInstallation() {
        try {
            if (Files.exists(file)) {
                var kept = Files.readString(file).strip();
                if (kept.length() >= 12 && !kept.equals(PUBLISHED)) {
                    return kept;
                }
            }
            var made = random();
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            if (!Files.exists(file)
                    && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, made + "\n");
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String random() {
        var random = new SecureRandom();
        var text = new StringBuilder("thu");
        for (var i = 0; i < 15; i++) {
            text.append(i % 5 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
