package vn.lantoa.models.safety;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lantoa.document.SheetRow;
import vn.lantoa.document.Spreadsheet;
import vn.lantoa.document.Workbook;
import vn.lantoa.document.Workbook.Column;
import vn.lantoa.models.safety.SafetyLists.Row;
import vn.lantoa.organization.VietnameseText;

/** A list of an outside decision as a spreadsheet: an empty one to fill in, and one read back. Columns are found by their headings, in any order. */
@Component
public class SafetyListFile {

    private static final int HEADING_WITHIN = 20;

    private enum Field {
        OBJECT("Đối tượng", 18, "doi tuong", "loai"),
        CODE("Mã đơn vị", 24, "ma don vi", "ma"),
        NAME("Tên đơn vị, địa bàn", 50, "ten"),
        RESULT("Kết quả", 18, "ket qua", "xep loai", "phan loai");

        private final String heading;
        private final int width;
        private final List<String> beginnings;

        Field(String heading, int width, String... beginnings) {
            this.heading = heading;
            this.width = width;
            this.beginnings = List.of(beginnings);
        }

        static Optional<Field> of(String heading) {
            var folded = VietnameseText.fold(heading);
            return Stream.of(values())
                    .filter(field -> field.beginnings.stream().anyMatch(folded::startsWith))
                    .findFirst();
        }
    }

    /** What was read; {@code refusal} is a message about {@code where} when nothing could be. */
    public record Content(List<Row> rows, String refusal, String where) {}

    /** An empty list for this kind of decision. */
    public void template(SafetyDecision.Kind kind, OutputStream out) {
        var results = kind == SafetyDecision.Kind.RECOGNITION
                ? List.of("Đạt", "Chưa đạt")
                : List.of("Xuất sắc", "Khá", "Trung bình", "Yếu");
        var objects = kind == SafetyDecision.Kind.RECOGNITION
                ? List.of("CQ", "DN", "CSGD", "KDC", "Xã")
                : List.of("CQ", "DN", "CSGD");
        var columns = Stream.of(Field.values())
                .map(field -> switch (field) {
                    case OBJECT -> new Column(field.heading, field.width, objects);
                    case RESULT -> new Column(field.heading, field.width, results);
                    default -> new Column(field.heading, field.width);
                })
                .toList();
        try (var book = new Workbook()) {
            book.sheet("Danh sách", columns);
            book.write(out);
        }
    }

    /** Reads the first sheet that is shown; nothing is stored. */
    public Content read(Path file, String name) {
        var opening = Spreadsheet.open(file, name);
        if (opening instanceof Spreadsheet.Opening.Refused refused) {
            return new Content(
                    List.of(), refused.refusal().key(), refused.refusal().where());
        }
        var sheet = ((Spreadsheet.Opening.Opened) opening).sheet();
        var reading = new Reading();
        sheet.sheets().stream()
                .filter(one -> !one.hidden())
                .findFirst()
                .ifPresent(shown -> sheet.read(shown, reading::row));
        return reading.columns == null
                ? new Content(List.of(), "safety.list.no-heading", "")
                : new Content(reading.rows, null, "");
    }

    private static class Reading {

        private Map<Field, Integer> columns;
        private final List<Row> rows = new ArrayList<>();

        boolean row(SheetRow row) {
            if (columns == null) {
                heading(row);
                return columns != null || row.number() < HEADING_WITHIN;
            }
            rows.add(new Row(
                    row.number(),
                    text(row, Field.OBJECT),
                    text(row, Field.CODE),
                    text(row, Field.NAME),
                    text(row, Field.RESULT)));
            return rows.size() <= SafetyLists.MOST_ROWS;
        }

        private void heading(SheetRow row) {
            var found = new EnumMap<Field, Integer>(Field.class);
            row.cells()
                    .forEach(cell -> Field.of(cell.text()).ifPresent(field -> found.putIfAbsent(field, cell.column())));
            if (found.containsKey(Field.OBJECT)
                    && found.containsKey(Field.RESULT)
                    && (found.containsKey(Field.CODE) || found.containsKey(Field.NAME))) {
                columns = found;
            }
        }

        private String text(SheetRow row, Field field) {
            var column = columns.get(field);
            var text = column == null ? "" : row.text(column);
            return text.isBlank() ? null : text.strip();
        }
    }
}
