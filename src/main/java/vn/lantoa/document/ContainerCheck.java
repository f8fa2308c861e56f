package vn.lantoa.document;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.lantoa.document.FileRefusal.Reason;
import vn.lantoa.document.OfficeFiles.Kind;
import vn.lantoa.document.OfficeFiles.Verdict;

/** One container of docx or xlsx, walked through once (SECURITY §4, file upload). */
final class ContainerCheck {

    /** Ends the walk; never leaves this class. */
    private static final class Stop extends IOException {

        private final transient FileRefusal refusal;

        Stop(Reason reason, String part) {
            this.refusal = FileRefusal.of(reason, part);
        }
    }

    static final int MOST_ENTRIES = 1_000;
    static final int LARGEST_RATIO = 100;
    static final long LARGEST_INSIDE = 100L * 1024 * 1024;

    /** Below this a part compresses as well as it likes. */
    private static final long SMALL = 256 * 1024;

    private static final String TYPES = "[Content_Types].xml";

    /** The JDK's own parser, whatever else lies on the class path; it opens nothing and expands nothing. */
    private static final XMLInputFactory XML = hardened();

    private final Path file;
    private final long size;
    private long inside;
    private Kind kind;

    ContainerCheck(Path file, long size) {
        this.file = file;
        this.size = size;
    }

    Verdict verdict() throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            names(zip);
            for (var entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    part(zip, entry);
                }
            }
        } catch (Stop stop) {
            return new Verdict.Refused(stop.refusal);
        } catch (ZipException | EOFException | CharConversionException | IllegalArgumentException e) {
            return new Verdict.Refused(FileRefusal.of(Reason.BROKEN));
        }
        return kind == null ? new Verdict.Refused(FileRefusal.of(Reason.NOT_AN_OFFICE_FILE)) : new Verdict.Sound(kind);
    }

    private static void names(ZipFile zip) throws Stop {
        if (zip.size() > MOST_ENTRIES) {
            throw new Stop(Reason.TOO_MANY_PARTS, "");
        }
        Set<String> seen = new HashSet<>();
        for (var entry : Collections.list(zip.entries())) {
            var name = entry.getName();
            if (name.startsWith("/")
                    || name.contains("\\")
                    || name.contains(":")
                    || ("/" + name + "/").contains("/../")
                    || !seen.add(name.toLowerCase(Locale.ROOT))) {
                throw new Stop(Reason.UNSAFE_NAME, name);
            }
            if (name.toLowerCase(Locale.ROOT).contains("vbaproject")) {
                throw new Stop(Reason.MACROS, name);
            }
        }
    }

    private void part(ZipFile zip, ZipEntry entry) throws IOException {
        var name = entry.getName();
        try (var stream = zip.getInputStream(entry);
                var counted = new Measured(stream, entry)) {
            if (name.equals(TYPES)) {
                types(counted);
            } else if (name.endsWith(".rels")) {
                relations(counted, name);
            } else if (name.endsWith(".xml") || name.endsWith(".vml")) {
                prolog(counted, name);
            }
            counted.drain();
        } catch (XMLStreamException e) {
            throw unwrapped(e).orElseGet(() -> new Stop(Reason.BROKEN, name));
        }
    }

    private void types(InputStream in) throws XMLStreamException, Stop {
        var xml = XML.createXMLStreamReader(in);
        while (next(xml, TYPES)) {
            var type = xml.isStartElement() ? xml.getAttributeValue(null, "ContentType") : null;
            if (type == null) {
                continue;
            }
            if (type.contains("macroEnabled") || type.contains("vbaProject")) {
                throw new Stop(Reason.MACROS, "");
            }
            if (type.endsWith("spreadsheetml.sheet.main+xml")) {
                kind = Kind.XLSX;
            } else if (type.endsWith("wordprocessingml.document.main+xml")) {
                kind = Kind.DOCX;
            }
        }
    }

    private static void relations(InputStream in, String name) throws XMLStreamException, Stop {
        var xml = XML.createXMLStreamReader(in);
        while (next(xml, name)) {
            if (xml.isStartElement() && "External".equalsIgnoreCase(xml.getAttributeValue(null, "TargetMode"))) {
                var type = xml.getAttributeValue(null, "Type");
                if (type == null || !type.endsWith("/hyperlink")) {
                    throw new Stop(Reason.OUTSIDE_LINK, name);
                }
            }
        }
    }

    private static void prolog(InputStream in, String name) throws XMLStreamException, Stop {
        var xml = XML.createXMLStreamReader(in);
        while (next(xml, name)) {
            if (xml.isStartElement()) {
                return;
            }
        }
    }

    private static boolean next(XMLStreamReader xml, String part) throws XMLStreamException, Stop {
        if (!xml.hasNext()) {
            return false;
        }
        if (xml.next() == XMLStreamConstants.DTD) {
            throw new Stop(Reason.UNSAFE_XML, part);
        }
        return true;
    }

    private static Optional<Stop> unwrapped(XMLStreamException e) {
        return e.getNestedException() instanceof Stop stop ? Optional.of(stop) : Optional.empty();
    }

    private static XMLInputFactory hardened() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setXMLReporter((message, type, related, location) -> {});
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Counts what really comes out of one part, and looks at its beginning. */
    private final class Measured extends InputStream {

        /** No cell holds more; a longer run without a tag would stand whole in memory. */
        private static final int LONGEST_TEXT = 1024 * 1024;

        private final InputStream in;
        private final ZipEntry entry;
        private final boolean sheets;
        private long out;
        private long run;
        private int head;

        Measured(InputStream in, ZipEntry entry) {
            this.in = in;
            this.entry = entry;
            this.sheets = entry.getName().startsWith("xl/") && entry.getName().endsWith(".xml");
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var n = in.read(bytes, from, length);
            for (var i = from; i < from + n; i++) {
                look(bytes[i]);
            }
            if (n > 0) {
                inside += n;
                limits();
            }
            return n;
        }

        void drain() throws IOException {
            var buffer = new byte[64 * 1024];
            while (read(buffer, 0, buffer.length) >= 0) {
                continue;
            }
        }

        private void look(byte b) throws Stop {
            if (out < 4) {
                head = head << 8 | b & 0xff;
            }
            out++;
            if (out == 4 && (head == 0x504B0304 || head == 0x504B0506)) {
                throw new Stop(Reason.ARCHIVE_INSIDE, entry.getName());
            }
            run = b == '<' ? 0 : run + 1;
            if (sheets && run > LONGEST_TEXT) {
                throw new Stop(Reason.TOO_MUCH_INSIDE, entry.getName());
            }
        }

        private void limits() throws Stop {
            var squeezed = Math.max(1, entry.getCompressedSize());
            if (inside > LARGEST_INSIDE
                    || out > SMALL && out > LARGEST_RATIO * squeezed
                    || inside > SMALL && inside > LARGEST_RATIO * size) {
                throw new Stop(Reason.TOO_MUCH_INSIDE, entry.getName());
            }
        }
    }
}
