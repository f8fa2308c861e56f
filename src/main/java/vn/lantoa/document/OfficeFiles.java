package vn.lantoa.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import vn.lantoa.document.FileRefusal.Reason;

/** Whether a file of Word or Excel may be opened at all: asked of every upload before any library reads it. */
public final class OfficeFiles {

    /** What a sound file is. */
    public enum Kind {
        DOCX,
        XLSX
    }

    /** The answer. */
    public sealed interface Verdict {

        /** The file may be opened. */
        record Sound(Kind kind) implements Verdict {}

        /** The file must not be opened. */
        record Refused(FileRefusal refusal) implements Verdict {}
    }

    /** The largest upload, in bytes. */
    public static final long LARGEST = 10L * 1024 * 1024;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private OfficeFiles() {}

    /**
     * Looks into a file of at most {@link #LARGEST} bytes, streaming: sizes are measured, never believed.
     *
     * @throws UncheckedIOException when the disk fails; a broken file is a refusal
     */
    public static Verdict check(Path file) {
        try {
            var size = Files.size(file);
            if (size == 0) {
                return refused(Reason.EMPTY);
            }
            if (size > LARGEST) {
                return refused(Reason.TOO_LARGE);
            }
            if (isZip(file)) {
                return new ContainerCheck(file, size).verdict();
            }
            return refused(isCompound(file) ? compound(file) : Reason.NOT_AN_OFFICE_FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isZip(Path file) throws IOException {
        return Arrays.equals(head(file), ZIP);
    }

    /** The container of Office before 2007, in which Office still puts files with a password. */
    static boolean isCompound(Path file) throws IOException {
        return Arrays.equals(head(file), COMPOUND);
    }

    static Reason compound(Path file) throws IOException {
        return contains(Files.readAllBytes(file), ENCRYPTED) ? Reason.PASSWORD : Reason.OLD_FORMAT;
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(4);
        }
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (var i = 0; i <= bytes.length - wanted.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    private static Verdict refused(Reason reason) {
        return new Verdict.Refused(FileRefusal.of(reason));
    }
}
