package vn.lantoa.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CSV that Excel opens by a double click and computes nothing of: UTF-8 with its mark, every field quoted, {@code = + - @} guarded. */
public final class CsvWriter implements AutoCloseable {

    private final Writer out;

    /** Writes to a stream that the caller closes. */
    public CsvWriter(OutputStream out) {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        write("\uFEFF");
    }

    /** Writes one row. */
    public void row(List<String> fields) {
        for (var i = 0; i < fields.size(); i++) {
            write(i == 0 ? "" : ";");
            write(field(fields.get(i)));
        }
        write("\r\n");
    }

    /** Hands on what is left. */
    @Override
    public void close() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a spreadsheet might take this text for a formula. */
    static boolean computable(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }

    private static String field(String text) {
        var known = text == null ? "" : text;
        return '"' + (computable(known) ? "'" : "") + known.replace("\"", "\"\"") + '"';
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
