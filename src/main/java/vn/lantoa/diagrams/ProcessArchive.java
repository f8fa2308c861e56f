package vn.lantoa.diagrams;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.lantoa.document.SmallArchive;
import vn.lantoa.engine.ModelFile;

/** The files of a process as a ZIP with the very paths of the repository. */
final class ProcessArchive {

    /** More files than may travel with a process, so that folders find room; none larger than a file of a process may be. */
    private static final SmallArchive.Limits LIMITS = new SmallArchive.Limits(60, 1 << 20, 60 << 20);

    private ProcessArchive() {}

    static List<ModelFile> read(byte[] file) throws SmallArchive.Unreadable {
        return SmallArchive.read(file, LIMITS).entrySet().stream()
                .map(one -> new ModelFile(one.getKey(), one.getValue()))
                .toList();
    }

    /** The same files give the same bytes, whenever it is written. */
    static byte[] write(List<ModelFile> files) {
        try (var bytes = new ByteArrayOutputStream()) {
            try (var zip = new ZipOutputStream(bytes)) {
                for (var file : files) {
                    var entry = new ZipEntry(file.name());
                    entry.setLastModifiedTime(FileTime.fromMillis(0));
                    zip.putNextEntry(entry);
                    zip.write(file.content());
                    zip.closeEntry();
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
