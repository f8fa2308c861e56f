package vn.lantoa.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import vn.lantoa.document.FileRefusal.Reason;

/** A CSV file: UTF-8 with or without mark, or what Excel calls Unicode text; fields apart by semicolon, comma or tab. */
final class CsvReader implements Spreadsheet {

    /** Says why the walk ended; never leaves this class. */
    private static final class Stop extends RuntimeException {

        private final transient FileRefusal refusal;

        Stop(Reason reason, String where) {
            super(null, null, false, false);
            this.refusal = FileRefusal.of(reason, where);
        }
    }

    private static final int LONGEST_CELL = 32_767;

    private final Path file;
    private final Charset charset;
    private final char delimiter;
    private int rows;

    private CsvReader(Path file, Charset charset, char delimiter) {
        this.file = file;
        this.charset = charset;
        this.delimiter = delimiter;
    }

    static Opening open(Path file, boolean namedText) throws IOException {
        try {
            var charset = charset(file);
            var reader = new CsvReader(file, charset, delimiter(file, charset));
            reader.walk(row -> {
                reader.rows++;
                return true;
            });
            return namedText
                    ? new Opening.Opened(reader)
                    : new Opening.Refused(FileRefusal.of(Reason.NAME_AND_CONTENT_DIFFER));
        } catch (Stop stop) {
            return new Opening.Refused(stop.refusal);
        } catch (CharacterCodingException e) {
            return new Opening.Refused(FileRefusal.of(namedText ? Reason.NOT_UTF8 : Reason.NOT_A_SPREADSHEET));
        } catch (IOException | UncheckedIOException e) {
            var coding = e.getCause() instanceof CharacterCodingException;
            return new Opening.Refused(FileRefusal.of(coding ? Reason.NOT_UTF8 : Reason.BROKEN));
        }
    }

    @Override
    public List<Sheet> sheets() {
        return rows == 0 ? List.of() : List.of(new Sheet(0, "", false, rows));
    }

    @Override
    public void read(Sheet sheet, RowReader reader) {
        try {
            walk(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void walk(RowReader reader) throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        try (var in = text(file, charset);
                var parser = format.parse(in)) {
            var iterator = parser.iterator();
            for (var line = 1; iterator.hasNext(); line = (int) parser.getCurrentLineNumber() + 1) {
                var row = new SheetRow("", line, cells(iterator.next(), line));
                if (!row.cells().isEmpty() && !separatorLine(row) && !reader.row(row)) {
                    return;
                }
            }
        }
    }

    private static List<SheetCell> cells(CSVRecord record, int line) {
        if (record.size() > MOST_COLUMNS) {
            throw new Stop(Reason.TOO_MANY_COLUMNS, String.valueOf(line));
        }
        var cells = new ArrayList<SheetCell>(record.size());
        for (var column = 0; column < record.size(); column++) {
            var text = record.get(column).strip();
            if (text.length() > LONGEST_CELL) {
                throw new Stop(Reason.BROKEN, String.valueOf(line));
            }
            if (!text.isEmpty()) {
                cells.add(SheetCell.text(column, unguarded(text)));
            }
        }
        return cells;
    }

    /** Our own CSV puts an apostrophe before what a spreadsheet would compute ({@link CsvWriter}): coming back it is taken off. */
    private static String unguarded(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && CsvWriter.computable(text.substring(1))
                ? text.substring(1)
                : text;
    }

    /** Excel's own word for the delimiter. */
    private static boolean separatorLine(SheetRow row) {
        return row.number() == 1 && row.cells().get(0).text().matches("(?i)sep=.?");
    }

    private static char delimiter(Path file, Charset charset) throws IOException {
        var counts = new int[3];
        var quoted = false;
        try (var in = text(file, charset)) {
            for (int c = in.read(), lines = 0; c >= 0 && lines < 5; c = in.read()) {
                if (c < 32 && c != '\t' && c != '\r' && c != '\n') {
                    throw new Stop(Reason.NOT_A_SPREADSHEET, "");
                }
                if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted) {
                    var which = ";,\t".indexOf(c);
                    if (which >= 0) {
                        counts[which]++;
                    }
                    lines += c == '\n' ? 1 : 0;
                }
            }
        }
        if (counts[2] > 0 && counts[2] >= counts[0] && counts[2] >= counts[1]) {
            return '\t';
        }
        return counts[0] >= counts[1] && counts[0] > 0 ? ';' : ',';
    }

    private static Charset charset(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(512);
        }
        if (head.length > 1 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length > 1 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        var start = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
        if (start.indexOf(0) >= 0 || start.startsWith("<") || start.startsWith("%PDF") || start.startsWith("{\\rtf")) {
            throw new Stop(Reason.NOT_A_SPREADSHEET, "");
        }
        return StandardCharsets.UTF_8;
    }

    private static Reader text(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = new java.io.PushbackReader(
                new InputStreamReader(new BufferedInputStream(Files.newInputStream(file)), decoder));
        var first = in.read();
        if (first >= 0 && first != '\uFEFF') {
            in.unread(first);
        }
        return new java.io.BufferedReader(in);
    }
}
