package vn.lantoa.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.document.FileRefusal.Reason;
import vn.lantoa.document.Spreadsheet.Opening;
import vn.lantoa.document.Workbook.Column;
import vn.lantoa.document.Workbook.Value;

/** What people bring, read; what we write, read again. */
class SpreadsheetTest {

    @TempDir
    Path folder;

    @Test
    void what_we_write_we_read_and_nothing_typed_becomes_a_formula() throws IOException {
        var texts = List.of("=1+1", "+84 24", "-5", "@SUM(A1)", "\tx", "0079", "Hòa Bình", "'=1");
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook()) {
            var sheet = book.sheet(
                    "Số liệu: [thử]",
                    List.of("Ghi chú"),
                    List.of(new Column("Mã", 12), new Column("Loại", 20, List.of("a", "b"))));
            texts.forEach(text -> sheet.row(List.of(Value.of(text))));
            sheet.row(List.of(Value.of(new BigDecimal("1234.5")), Value.of(LocalDate.of(2026, 6, 14)), Value.of(7)));
            book.write(bytes);
        }
        var rows = rows(opened("a.xlsx", bytes.toByteArray()));
        assertThat(rows.get(0).text(0)).isEqualTo("Ghi chú");
        assertThat(rows.get(1).text(1)).isEqualTo("Loại");
        for (var i = 0; i < texts.size(); i++) {
            var cell = rows.get(i + 2).cells().get(0);
            assertThat(cell.text()).isEqualTo(texts.get(i).strip());
            assertThat(cell.formula()).isNull();
            assertThat(cell.number()).isNull();
        }
        var last = rows.get(rows.size() - 1);
        assertThat(last.cells().get(0).number()).isEqualByComparingTo("1234.5");
        assertThat(last.cells().get(1).date()).isEqualTo(LocalDate.of(2026, 6, 14));
        assertThat(last.text(1)).isEqualTo("14/06/2026");
        assertThat(last.cells().get(2).number()).isEqualByComparingTo("7");
    }

    @Test
    void csv_goes_out_guarded_and_comes_back_as_it_was() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var csv = new CsvWriter(bytes)) {
            csv.row(List.of("=1+1", "a;\"b\"", "Đỗ\nThị", "-5"));
        }
        assertThat(bytes.toString(UTF_8)).isEqualTo("\uFEFF\"'=1+1\";\"a;\"\"b\"\"\";\"Đỗ\nThị\";\"'-5\"\r\n");
        assertThat(texts(rows(opened("a.csv", bytes.toByteArray())).get(0)))
                .containsExactly("=1+1", "a;\"b\"", "Đỗ\nThị", "-5");
    }

    @Test
    void csv_is_read_in_each_of_its_dialects() throws IOException {
        for (var delimiter : new String[] {";", ",", "\t"}) {
            var text = "Mã" + delimiter + "Tên\r\n\r\n" + "X1" + delimiter + "\"Hòa" + delimiter + "Bình\"\r\n";
            for (var bytes : List.of(
                    text.getBytes(UTF_8),
                    ("\uFEFF" + text).getBytes(UTF_8),
                    ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))) {
                var rows = rows(opened("a.csv", bytes));
                assertThat(texts(rows.get(0))).containsExactly("Mã", "Tên");
                assertThat(texts(rows.get(1))).containsExactly("X1", "Hòa" + delimiter + "Bình");
                assertThat(rows.get(1).number()).isEqualTo(3);
            }
        }
    }

    @Test
    void what_is_no_spreadsheet_is_refused_by_what_it_is() throws IOException {
        assertThat(reason("a.csv", new byte[0])).isEqualTo(Reason.EMPTY);
        assertThat(reason("a.csv", "%PDF-1.7".getBytes(UTF_8))).isEqualTo(Reason.NOT_A_SPREADSHEET);
        assertThat(reason("a.xlsx", "Mã;Tên".getBytes(UTF_8))).isEqualTo(Reason.NOT_A_SPREADSHEET);
        assertThat(reason("a.xls", "<html><table>".getBytes(UTF_8))).isEqualTo(Reason.NOT_A_SPREADSHEET);
        assertThat(reason("a.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0}))
                .isEqualTo(Reason.NOT_A_SPREADSHEET);
        assertThat(reason("a.csv", "Mã;Đơn vị".getBytes(Charset.forName("windows-1258"))))
                .isEqualTo(Reason.NOT_UTF8);
        assertThat(reason("a.csv", "Mã;\"Tên".getBytes(UTF_8))).isEqualTo(Reason.BROKEN);
        assertThat(reason("a.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}))
                .isEqualTo(Reason.OLD_FORMAT);
        assertThat(reason("a.xlsm", xlsx(new XSSFWorkbook()))).isEqualTo(Reason.MACROS);
        assertThat(reason("a.csv", xlsx(new XSSFWorkbook()))).isEqualTo(Reason.NAME_AND_CONTENT_DIFFER);
        assertThat(reason("a.csv", new byte[50 * 1024 * 1024])).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void formulas_merged_cells_two_sheets_and_dates_are_told() throws IOException {
        var book = new XSSFWorkbook();
        var first = book.createSheet("Một");
        first.createRow(0).createCell(0).setCellValue("gộp");
        first.addMergedRegion(new CellRangeAddress(0, 2, 0, 1));
        var row = first.createRow(4);
        row.createCell(1).setCellFormula("1+2");
        row.createCell(2).setCellValue(LocalDate.of(2026, 6, 14));
        var style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
        row.getCell(2).setCellStyle(style);
        row.createCell(3).setCellValue("14/06/2026");
        row.createCell(27).setCellValue(1000);
        book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        book.createSheet("Trống");
        book.createSheet("Hai").createRow(0).createCell(0).setCellValue("x");
        var sheet = opened("a.xlsx", xlsx(book));

        assertThat(sheet.sheets()).extracting(Spreadsheet.Sheet::name).containsExactly("Một", "Hai");
        var rows = rows(sheet);
        assertThat(rows.get(0).cells().get(0).merged()).isEqualTo("A1:B3");
        assertThat(rows.get(1).number()).isEqualTo(5);
        var cells = rows.get(1).cells();
        assertThat(cells.get(0).formula()).isEqualTo("1+2");
        assertThat(cells.get(0).number()).isEqualByComparingTo("3");
        assertThat(cells.get(1).date()).isEqualTo(LocalDate.of(2026, 6, 14));
        assertThat(cells.get(2).text()).isEqualTo("14/06/2026");
        assertThat(cells.get(2).date()).isNull();
        assertThat(cells.get(3).letters()).isEqualTo("AB");
        assertThat(cells.get(3).number()).isEqualByComparingTo("1000");
    }

    private Spreadsheet opened(String name, byte[] bytes) throws IOException {
        var opening = Spreadsheet.open(Files.write(folder.resolve(name), bytes), name);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened) opening).sheet();
    }

    private Reason reason(String name, byte[] bytes) throws IOException {
        var opening = Spreadsheet.open(Files.write(folder.resolve(name), bytes), name);
        assertThat(opening).as(name).isInstanceOf(Opening.Refused.class);
        return ((Opening.Refused) opening).refusal().reason();
    }

    private static List<SheetRow> rows(Spreadsheet sheet) {
        var rows = new ArrayList<SheetRow>();
        sheet.read(sheet.sheets().get(0), rows::add);
        return rows;
    }

    private static List<String> texts(SheetRow row) {
        return row.cells().stream().map(SheetCell::text).toList();
    }

    private static byte[] xlsx(XSSFWorkbook book) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (book) {
            if (book.getNumberOfSheets() == 0) {
                book.createSheet("a");
            }
            book.write(bytes);
        }
        return bytes.toByteArray();
    }
}
