package vn.lantoa.models.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.testing.IntegrationTest;

/** A list of outside decisions as a spreadsheet. */
@IntegrationTest
class SafetyListFileTest extends SafetyListDesk {

    @Autowired
    SafetyListFile files;

    @Test
    void a_spreadsheet_is_read_by_its_headings_and_the_empty_one_can_be_filled_in() throws IOException {
        var out = new ByteArrayOutputStream();
        files.template(SafetyDecision.Kind.RATING, out);
        var path = Files.createTempFile("phan-loai", ".xlsx");
        try (var book = new XSSFWorkbook(new java.io.ByteArrayInputStream(out.toByteArray()))) {
            var filled = book.getSheetAt(0).createRow(1);
            filled.createCell(0).setCellValue("DN");
            filled.createCell(1).setCellValue(code("a11"));
            filled.createCell(3).setCellValue("Khá");
            write(book, path);
        }
        assertThat(files.read(path, "phan-loai.xlsx").rows()).containsExactly(row(2, "DN", code("a11"), null, "Khá"));
        try (var book = new XSSFWorkbook()) {
            book.createSheet().createRow(0).createCell(0).setCellValue("Họ và tên");
            write(book, path);
        }
        assertThat(files.read(path, "danh-sach.xlsx").refusal()).isEqualTo("safety.list.no-heading");
        Files.writeString(path, "không phải bảng tính");
        assertThat(files.read(path, "danh-sach.xlsx").refusal()).startsWith("document.refused.");
        Files.delete(path);
    }

    private static void write(XSSFWorkbook book, Path path) throws IOException {
        try (var out = Files.newOutputStream(path)) {
            book.write(out);
        }
    }
}
