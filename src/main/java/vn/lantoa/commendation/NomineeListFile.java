package vn.lantoa.commendation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.NomineeLists.Row;
import vn.lantoa.commendation.NomineeLists.Trouble;
import vn.lantoa.document.SheetCell;
import vn.lantoa.document.SheetRow;
import vn.lantoa.document.Spreadsheet;
import vn.lantoa.document.Workbook;
import vn.lantoa.document.Workbook.Column;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.VietnameseText;

/** A list of nominees as a spreadsheet: an empty one to fill in, and one read back. Columns are found by their headings, in any order. */
@Component
public class NomineeListFile {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy");

    /** The columns, by the beginnings of their folded headings. */
    private enum Field {
        KIND("Cá nhân/Tập thể", "ca nhan tap the", "loai"),
        NAME("Họ và tên, tên tập thể", "ho va ten", "ho ten", "ten"),
        SEX("Giới tính", "gioi tinh"),
        BORN("Năm sinh", "nam sinh"),
        POST("Chức vụ, công việc", "chuc vu", "cong viec"),
        DIRECT("Lao động trực tiếp", "lao dong truc tiep", "truc tiep"),
        HEADCOUNT("Số người", "so nguoi"),
        WOMEN("Trong đó nữ", "trong do nu", "so nu"),
        TITLE("Hình thức khen", "hinh thuc khen", "hinh thuc"),
        FROM("Thành tích từ ngày", "thanh tich tu", "tu ngay"),
        TO("Thành tích đến ngày", "thanh tich den", "den ngay"),
        ACHIEVEMENT("Tóm tắt thành tích", "tom tat", "thanh tich");

        private final String heading;
        private final List<String> beginnings;

        Field(String heading, String... beginnings) {
            this.heading = heading;
            this.beginnings = List.of(beginnings);
        }

        static Optional<Field> of(String heading) {
            var folded = VietnameseText.fold(heading);
            return Stream.of(values())
                    .filter(field -> field.beginnings.stream().anyMatch(folded::startsWith))
                    .findFirst();
        }
    }

    /** What was read: rows that can be begun, and what cannot, by line; {@code refusal} is a message when nothing could be read. */
    public record Preview(List<Row> rows, List<Trouble> troubles, String refusal, String where) {}

    private final NomineeLists lists;

    NomineeListFile(NomineeLists lists) {
        this.lists = lists;
    }

    /** An empty list with the titles of this unit to choose from. */
    public void template(Unit unit, OutputStream out) throws IOException {
        var titles = lists.titles(unit).stream().map(AwardTitle::name).toList();
        var columns = Stream.of(Field.values())
                .map(field -> switch (field) {
                    case KIND -> new Column(field.heading, 16, List.of("Cá nhân", "Tập thể"));
                    case SEX -> new Column(field.heading, 10, List.of("Nữ", "Nam"));
                    case DIRECT -> new Column(field.heading, 12, List.of("Có", "Không"));
                    case TITLE -> new Column(field.heading, 60, titles);
                    case NAME, POST -> new Column(field.heading, 30);
                    case ACHIEVEMENT -> new Column(field.heading, 60);
                    default -> new Column(field.heading, 14);
                })
                .toList();
        try (var book = new Workbook()) {
            book.sheet("Trích ngang", columns);
            book.write(out);
        }
    }

    /** Reads a list; nothing is stored. */
    public Preview read(Unit unit, Path file, String name) {
        var opening = Spreadsheet.open(file, name);
        if (opening instanceof Spreadsheet.Opening.Refused refused) {
            return new Preview(
                    List.of(),
                    List.of(),
                    refused.refusal().key(),
                    refused.refusal().where());
        }
        var sheet = ((Spreadsheet.Opening.Opened) opening).sheet();
        var shown = sheet.sheets().stream().filter(one -> !one.hidden()).findFirst();
        if (shown.isEmpty()) {
            return new Preview(List.of(), List.of(), "nomination.list.no-heading", "");
        }
        var reading = new Reading(unit);
        sheet.read(shown.get(), reading::row);
        return reading.columns == null
                ? new Preview(List.of(), List.of(), "nomination.list.no-heading", "")
                : new Preview(reading.rows, reading.troubles, null, "");
    }

    private class Reading {

        private final Unit unit;
        private final List<AwardTitle> titles;
        private final Map<String, String> codes = new HashMap<>();
        private Map<Field, Integer> columns;
        private final List<Row> rows = new ArrayList<>();
        private final List<Trouble> troubles = new ArrayList<>();

        Reading(Unit unit) {
            this.unit = unit;
            this.titles = lists.titles(unit);
            titles.forEach(title -> {
                codes.put(VietnameseText.fold(title.name()), title.code());
                codes.put(VietnameseText.fold(title.code()), title.code());
            });
        }

        boolean row(SheetRow row) {
            if (columns == null) {
                heading(row);
                return columns != null || row.number() < 20;
            }
            if (rows.size() + troubles.size() >= NomineeLists.MOST_ROWS) {
                troubles.add(new Trouble(row.number(), "nomination.list.too-many", List.of(NomineeLists.MOST_ROWS)));
                return false;
            }
            var read = understood(row);
            var against = lists.check(unit, titles, read);
            if (against.isEmpty()) {
                rows.add(read);
            } else {
                troubles.addAll(against);
            }
            return true;
        }

        private void heading(SheetRow row) {
            var found = new EnumMap<Field, Integer>(Field.class);
            row.cells()
                    .forEach(cell -> Field.of(cell.text()).ifPresent(field -> found.putIfAbsent(field, cell.column())));
            if (found.containsKey(Field.NAME) && found.containsKey(Field.TITLE)) {
                columns = found;
            }
        }

        private Row understood(SheetRow row) {
            var title = text(row, Field.TITLE);
            var collective = "tap the".equals(folded(row, Field.KIND));
            return new Row(
                    row.number(),
                    collective,
                    NomineeRows.clean(text(row, Field.NAME)),
                    switch (String.valueOf(folded(row, Field.SEX))) {
                        case "nu" -> Sex.FEMALE;
                        case "nam" -> Sex.MALE;
                        default -> null;
                    },
                    number(row, Field.BORN),
                    NomineeRows.clean(text(row, Field.POST)),
                    List.of("co", "x", "true").contains(String.valueOf(folded(row, Field.DIRECT))),
                    number(row, Field.HEADCOUNT),
                    number(row, Field.WOMEN),
                    title == null ? null : codes.get(VietnameseText.fold(title)),
                    day(row, Field.FROM),
                    day(row, Field.TO),
                    NomineeRows.clean(text(row, Field.ACHIEVEMENT)));
        }

        private Optional<SheetCell> cell(SheetRow row, Field field) {
            return Optional.ofNullable(columns.get(field)).flatMap(row::cell);
        }

        private String text(SheetRow row, Field field) {
            return cell(row, field)
                    .map(SheetCell::text)
                    .filter(text -> !text.isBlank())
                    .orElse(null);
        }

        private String folded(SheetRow row, Field field) {
            var text = text(row, field);
            return text == null ? null : VietnameseText.fold(text);
        }

        private Integer number(SheetRow row, Field field) {
            return cell(row, field)
                    .flatMap(cell -> Optional.ofNullable(cell.number())
                            .map(java.math.BigDecimal::intValue)
                            .or(() -> cell.date() == null
                                    ? Optional.empty()
                                    : Optional.of(cell.date().getYear()))
                            .or(() -> cell.text().matches("\\d{1,6}")
                                    ? Optional.of(Integer.valueOf(cell.text()))
                                    : Optional.empty()))
                    .orElse(null);
        }

        private LocalDate day(SheetRow row, Field field) {
            return cell(row, field)
                    .map(cell -> cell.date() == null ? written(cell.text()) : cell.date())
                    .orElse(null);
        }

        private static LocalDate written(String text) {
            try {
                return text.isBlank() ? null : LocalDate.parse(text.strip(), DAY);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
