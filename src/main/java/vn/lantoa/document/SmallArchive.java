package vn.lantoa.document;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A ZIP of few files, unpacked into memory: sizes are measured while it unpacks and never believed, and no name stands twice. Whoever keeps
 * the files asks whether their names are wanted; a container of Word or Excel is looked through by {@link OfficeFiles} without being kept.
 */
public final class SmallArchive {

    private SmallArchive() {}

    /**
     * What is taken at most.
     *
     * @param entries folders count too
     * @param each bytes of one file
     * @param whole bytes of all files
     */
    public record Limits(int entries, int each, int whole) {}

    /** Nothing of the archive is given out. */
    public static final class Unreadable extends Exception {

        private final String tooLarge;

        private Unreadable(String tooLarge, Exception cause) {
            super(tooLarge.isEmpty() ? "no archive to read" : tooLarge + " is too large", cause);
            this.tooLarge = tooLarge;
        }

        /** The file at which it became too large; empty when it is broken, has no file, too many, or one twice. */
        public String tooLarge() {
            return tooLarge;
        }
    }

    /** The files by their names, in the order of the archive. */
    public static Map<String, byte[]> read(byte[] file, Limits limits) throws Unreadable {
        var files = new LinkedHashMap<String, byte[]>();
        var names = new HashSet<String>();
        var room = limits.whole();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (names.size() == limits.entries() || !names.add(entry.getName())) {
                    throw new Unreadable("", null);
                }
                var most = Math.min(limits.each(), room);
                var content = zip.readNBytes(most + 1);
                if (content.length > most) {
                    throw new Unreadable(entry.getName(), null);
                }
                room -= content.length;
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), content);
                }
            }
            if (files.isEmpty()) {
                throw new Unreadable("", null);
            }
            return files;
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new Unreadable("", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
