package vn.lantoa.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * An XLSX file that goes out, written row by row: what somebody typed stays text for ever and is never a formula. Close it, or its
 * temporary files stay.
 */
public final class Workbook implements AutoCloseable {

    /**
     * A column.
     *
     * @param width in characters, 1 to 120
     * @param choices what Excel offers in the cells; empty for free input
     */
    public record Column(String title, int width, List<String> choices) {

        public Column(String title, int width) {
            this(title, width, List.of());
        }
    }

    /** A value of a cell. */
    public sealed interface Value {

        /** Text, whatever it begins with. */
        record Text(String text) implements Value {}

        /** A number with its own digits. */
        record Number(BigDecimal number) implements Value {}

        /** A day, shown as dd/MM/yyyy. */
        record Day(LocalDate day) implements Value {}

        /** Nothing. */
        record Blank() implements Value {}

        /** Text; nothing for null. */
        static Value of(String text) {
            return text == null ? new Blank() : new Text(text);
        }

        /** A number; nothing for null. */
        static Value of(BigDecimal number) {
            return number == null ? new Blank() : new Number(number);
        }

        /** A whole number. */
        static Value of(long number) {
            return new Number(BigDecimal.valueOf(number));
        }

        /** A day; nothing for null. */
        static Value of(LocalDate day) {
            return day == null ? new Blank() : new Day(day);
        }
    }

    private static final int ROWS_IN_MEMORY = 100;

    private final SXSSFWorkbook book = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true);
    private final WorkbookStyles styles = new WorkbookStyles(book);

    /**
     * Adds a sheet.
     *
     * @param name what Excel forbids in it becomes a blank; at most 31 characters stay
     * @param notes sentences above the header
     * @param columns the header, which stays in sight; empty for a sheet of sentences only
     */
    public WorkbookSheet sheet(String name, List<String> notes, List<Column> columns) {
        return new WorkbookSheet(book.createSheet(WorkbookUtil.createSafeSheetName(name, ' ')), styles, notes, columns);
    }

    /** Adds a sheet without notes. */
    public WorkbookSheet sheet(String name, List<Column> columns) {
        return sheet(name, List.of(), columns);
    }

    /** Writes the file; the stream is left open. */
    public void write(OutputStream out) {
        try {
            book.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            // What nobody wrote out is put away first: closed, it would complain at length of each sheet it cannot put
            // away any more.
            for (var sheet : book) {
                ((SXSSFSheet) sheet).flushRows();
            }
            book.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
