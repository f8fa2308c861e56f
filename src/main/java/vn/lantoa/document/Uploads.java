package vn.lantoa.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Looks at uploaded files: what they are, by their first bytes, by their name and by what is inside (SECURITY §4). */
final class Uploads {

    static final long LARGEST = OfficeFiles.LARGEST;

    private static final MimeTypes SNIFFER = MimeTypes.getDefaultMimeTypes();

    private Uploads() {}

    /** The answer. */
    sealed interface Verdict {

        record Accepted(UploadKind kind, String name) implements Verdict {}

        /** @param key of the sentence, whose argument {@code 0} is {@code where} */
        record Refused(String key, String where) implements Verdict {}
    }

    static Verdict look(Path file, String givenName) {
        var name = FileNames.clean(givenName, "tep");
        try {
            var size = Files.size(file);
            if (size == 0) {
                return new Verdict.Refused("attachment.refused.empty", name);
            }
            if (size > LARGEST) {
                return new Verdict.Refused("attachment.refused.too-large", name);
            }
            var kind = UploadKind.ofExtension(FileNames.extension(name));
            if (kind.isEmpty()) {
                return new Verdict.Refused("attachment.refused.kind", name);
            }
            return look(file, kind.get(), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Verdict look(Path file, UploadKind kind, String name) throws IOException {
        if (kind == UploadKind.DOCX || kind == UploadKind.XLSX) {
            return office(file, kind, name);
        }
        if (!sniffed(file).equals(kind.mediaType())) {
            return new Verdict.Refused("attachment.refused.content", name);
        }
        if (kind == UploadKind.PDF && !PdfFile.sound(file)) {
            return new Verdict.Refused("attachment.refused.pdf", name);
        }
        if (kind.picture() && !Pictures.readable(file)) {
            return new Verdict.Refused("attachment.refused.picture", name);
        }
        return new Verdict.Accepted(kind, name);
    }

    private static Verdict office(Path file, UploadKind kind, String name) {
        var verdict = OfficeFiles.check(file);
        if (verdict instanceof OfficeFiles.Verdict.Refused refused) {
            return new Verdict.Refused(
                    refused.refusal().key(), refused.refusal().where());
        }
        var found = ((OfficeFiles.Verdict.Sound) verdict).kind();
        return found.name().equals(kind.name())
                ? new Verdict.Accepted(kind, name)
                : new Verdict.Refused("attachment.refused.content", name);
    }

    private static String sniffed(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return SNIFFER.detect(in, new Metadata()).toString();
        }
    }
}
