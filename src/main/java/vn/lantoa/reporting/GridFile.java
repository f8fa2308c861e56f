package vn.lantoa.reporting;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.document.Spreadsheet;
import vn.lantoa.document.Workbook;

/** The table as an XLSX file, out and back in. A second sheet keeps what stood in the cells when the file was made. */
@Component
public class GridFile {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    static final String BASE = "Số gốc (không sửa)";

    private final MessageSource messages;

    GridFile(MessageSource messages) {
        this.messages = messages;
    }

    /** A cell of the file that could not be taken, with its place ({@code C7}). */
    public record Trouble(String place, String message) {}

    /**
     * A cell that would change something.
     *
     * @param server what stands there now
     * @param conflict whether that was changed since the file was made
     */
    public record Change(
            ReportId report,
            String unit,
            String key,
            String title,
            String base,
            String server,
            String file,
            boolean conflict) {}

    /** What a file says against what stands there now. */
    public record Preview(List<Change> changes, List<Trouble> troubles) {}

    /** The table as a file. */
    public byte[] write(GridTable table) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook()) {
            fill(book, table, "Nhập số liệu", notes(table), false);
            fill(book, table, BASE, List.of(messages.getMessage("report.grid.file.base", null, VIETNAMESE)), true);
            book.write(out);
        }
        return out.toByteArray();
    }

    private List<String> notes(GridTable table) {
        return Stream.of("report.grid.file.title", "report.grid.file.how")
                .map(key -> messages.getMessage(
                        key,
                        new Object[] {table.superior().name(), table.period().title()},
                        VIETNAMESE))
                .toList();
    }

    /** What is kept to compare with is all text; what people fill in has numbers where numbers stand. */
    private static void fill(Workbook book, GridTable table, String name, List<String> notes, boolean base) {
        var columns = new ArrayList<Workbook.Column>();
        columns.add(new Workbook.Column("Mã đơn vị", 18));
        columns.add(new Workbook.Column("Tên đơn vị", 40));
        table.columns().forEach(column -> columns.add(new Workbook.Column(column.title(), 16)));
        var sheet = book.sheet(name, notes, columns);
        for (var row : table.rows()) {
            var cells = new ArrayList<Workbook.Value>();
            cells.add(Workbook.Value.of(row.code()));
            cells.add(Workbook.Value.of(row.name()));
            for (var column : table.columns()) {
                cells.add(value(row.cells().getOrDefault(column.key(), ""), base));
            }
            sheet.row(cells);
        }
    }

    private static Workbook.Value value(String text, boolean base) {
        if (text.isEmpty()) {
            return new Workbook.Value.Blank();
        }
        var answer = FigureText.read(text, VIETNAMESE).answer();
        var plain = !base && answer != null && "exact".equals(answer.get("qualifier"));
        return plain ? Workbook.Value.of((BigDecimal) answer.get("value")) : Workbook.Value.of(text);
    }

    /** Reads a file against the table as it stands now; nothing is stored. */
    public Preview read(Path file, String name, GridTable table, Locale locale) {
        var opening = Spreadsheet.open(file, name);
        if (opening instanceof Spreadsheet.Opening.Refused refused) {
            var reason = messages.getMessage(
                    refused.refusal().key(), new Object[] {refused.refusal().where()}, locale);
            return new Preview(List.of(), List.of(new Trouble("", reason)));
        }
        return new GridReader(((Spreadsheet.Opening.Opened) opening).sheet(), messages, table, locale).preview();
    }
}
