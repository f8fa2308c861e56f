package vn.lantoa.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a PDF says of itself, read from its plain bytes: nothing in it is ever unpacked, so that none can be a bomb. A digital signature
 * always stands in plain bytes, for it covers the file by their places.
 */
final class PdfFile {

    private static final int TAIL = 2048;
    private static final Pattern START = Pattern.compile("startxref\\s+(\\d{1,10})\\s+%%EOF");
    private static final Pattern RANGE =
            Pattern.compile("/ByteRange\\s*\\[\\s*0\\s+(\\d{1,10})\\s+(\\d{1,10})\\s+(\\d{1,10})\\s*\\]");

    private PdfFile() {}

    /** Whether it begins and ends as a PDF does and its table of contents is where it says. */
    static boolean sound(Path file) {
        var text = text(file);
        if (!text.startsWith("%PDF-")) {
            return false;
        }
        var start = START.matcher(text.substring(Math.max(0, text.length() - TAIL)));
        var at = -1L;
        while (start.find()) {
            at = Long.parseLong(start.group(1));
        }
        if (at < 0 || at >= text.length()) {
            return false;
        }
        var there =
                text.substring((int) at, (int) Math.min(text.length(), at + 30)).stripLeading();
        return there.startsWith("xref") || there.matches("(?s)\\d+\\s+\\d+\\s+obj.*");
    }

    /** Whether it carries a digital signature over itself; whose it is, and whether it holds, is not said here. */
    static boolean signed(Path file) {
        var text = text(file);
        var ranges = RANGE.matcher(text);
        while (ranges.find()) {
            var gap = Long.parseLong(ranges.group(1));
            var rest = Long.parseLong(ranges.group(2));
            var length = Long.parseLong(ranges.group(3));
            if (gap > 0 && gap < rest && rest + length <= text.length() && der(text.substring((int) gap, (int) rest))) {
                return true;
            }
        }
        return false;
    }

    /** The hole in the signed bytes holds the signature: {@code <30…>}, a DER sequence in hexadecimal. */
    private static boolean der(String hole) {
        var hex = hole.strip();
        return hex.length() > 100 && hex.startsWith("<30") && hex.endsWith(">");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
