package vn.lantoa.diagrams;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import vn.lantoa.engine.ModelFile;

/** One number for a whole set of files: SHA-256 over each name, length and content, in the order in which people read them. */
final class FilesDigest {

    private FilesDigest() {}

    static String of(List<ModelFile> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.stream().sorted(ModelFile.DIAGRAM_FIRST).forEach(file -> {
                digest.update(file.name().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(ByteBuffer.allocate(Integer.BYTES)
                        .putInt(file.content().length)
                        .array());
                digest.update(file.content());
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
