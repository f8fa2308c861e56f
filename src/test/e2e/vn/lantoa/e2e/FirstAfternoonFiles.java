package vn.lantoa.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The two files of the first afternoon: the one with which everything begins, and the table that is filled in at home. */
final class FirstAfternoonFiles {

    private FirstAfternoonFiles() {}

    /** A province, a commune with so many grassroots units below it, and three people, as one sheet. */
    static Path unitsAndPeople(Path folder, String commune, int units) throws IOException {
        var file = folder.resolve("don-vi.xlsx");
        try (var book = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("Đơn vị");
            row(sheet.createRow(0), "Mã đơn vị", "Tên đơn vị", "Loại", "Mã cấp trên", "Họ và tên", "Chức danh");
            row(sheet.createRow(1), "LDLD-99", "LĐLĐ tỉnh Thử Nghiệm", "", "", "Phạm Thị Hoa", "Cán bộ");
            row(sheet.createRow(2), "HB", commune, "", "LDLD-99", "Nguyễn Thị Bình", "Lãnh đạo");
            row(sheet.createRow(3), "HB", commune, "", "LDLD-99", "Trần Văn An", "Cán bộ");
            for (var i = 1; i <= units; i++) {
                row(
                        sheet.createRow(3 + i),
                        "HB-%02d".formatted(i),
                        "CĐCS Công ty số %02d".formatted(i),
                        "",
                        "HB",
                        "",
                        "");
            }
            book.write(out);
        }
        return file;
    }

    /** So many grassroots units below a unit that is there already. */
    static Path units(Path folder, String above, int units) throws IOException {
        var file = folder.resolve("don-vi-moi.xlsx");
        try (var book = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("Đơn vị");
            row(sheet.createRow(0), "Mã đơn vị", "Tên đơn vị", "Loại", "Mã cấp trên");
            for (var i = 1; i <= units; i++) {
                row(sheet.createRow(i), "MOI-%03d".formatted(i), "CĐCS Công ty số %03d".formatted(i), "", above);
            }
            book.write(out);
        }
        return file;
    }

    private static void row(Row row, String... cells) {
        for (var i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    /** Three figures for each unit, as an officer would type them into the downloaded table. */
    static void fill(Path file) throws IOException {
        try (var book = new XSSFWorkbook(Files.newInputStream(file))) {
            var sheet = book.getSheetAt(0);
            var head = header(sheet.iterator());
            for (var at = head.getRowNum() + 1; at <= sheet.getLastRowNum(); at++) {
                for (var cell : head) {
                    if (cell.getStringCellValue().matches("(O3|B1|D3) .*")) {
                        sheet.getRow(at).createCell(cell.getColumnIndex()).setCellValue(10 + at);
                    }
                }
            }
            try (var out = Files.newOutputStream(file)) {
                book.write(out);
            }
        }
    }

    private static Row header(Iterator<Row> rows) {
        while (rows.hasNext()) {
            var row = rows.next();
            for (var cell : row) {
                if (cell.toString().startsWith("D3 ")) {
                    return row;
                }
            }
        }
        throw new AssertionError("no header in the downloaded table");
    }
}
