package vn.lantoa.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of the house, in the database and in parts, so that no heap ever holds a whole one (ADR 33). */
@Component
class StoredFiles {

    private static final int PART = 256 * 1024;

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps what the stream gives; part of the caller's transaction. */
    @Transactional
    public StoredFile keep(InputStream content, String name, String mediaType) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into stored_file (name, media_type, size_bytes, sha256, stored_at) values (?, ?, 0, '', ?)")
                .params(name, mediaType, Timestamp.from(clock.instant()))
                .update(key, "id");
        var id = key.getKeyAs(Number.class).longValue();
        var digest = sha256();
        var size = parts(id, content, digest);
        jdbc.sql("update stored_file set size_bytes = ?, sha256 = ? where id = ?")
                .params(size, HexFormat.of().formatHex(digest.digest()), id)
                .update();
        return find(id).orElseThrow();
    }

    Optional<StoredFile> find(long id) {
        return jdbc.sql("select * from stored_file where id = ?")
                .param(id)
                .query((row, n) -> new StoredFile(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size_bytes"),
                        row.getString("sha256"),
                        row.getTimestamp("stored_at").toInstant()))
                .optional();
    }

    /** Writes the content, one part in memory at a time. */
    void copy(long id, OutputStream out) {
        try {
            for (var part = 0; ; part++) {
                var content = jdbc.sql("select content from stored_file_part where file_id = ? and part = ?")
                        .params(id, part)
                        .query((row, n) -> row.getBytes(1))
                        .optional();
                if (content.isEmpty()) {
                    return;
                }
                out.write(content.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] read(long id) {
        var out = new java.io.ByteArrayOutputStream();
        copy(id, out);
        return out.toByteArray();
    }

    /** Forgets the content; that there was such a file stays known. */
    void forget(long id) {
        jdbc.sql("delete from stored_file_part where file_id = ?").param(id).update();
    }

    private long parts(long id, InputStream content, MessageDigest digest) {
        try {
            var size = 0L;
            for (var part = 0; ; part++) {
                var bytes = content.readNBytes(PART);
                if (bytes.length == 0) {
                    return size;
                }
                digest.update(bytes);
                size += bytes.length;
                jdbc.sql("insert into stored_file_part (file_id, part, content) values (?, ?, ?)")
                        .params(id, part, bytes)
                        .update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
