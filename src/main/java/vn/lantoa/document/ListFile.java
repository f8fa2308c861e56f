package vn.lantoa.document;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import vn.lantoa.document.Workbook.Column;
import vn.lantoa.document.Workbook.Value;
import vn.lantoa.organization.Page;

/**
 * A list of a page as XLSX: the same rows, read page by page with the same filter and rights. The link reads "Tải XLSX".
 *
 * @param title of the sheet, and of the file without diacritics
 * @param cut the last line when there were more rows than {@link #MOST_ROWS}
 * @param pages gives the rows from a place on, from the start for null
 */
public record ListFile(
        String title, String name, List<Column> columns, String cut, Function<String, Page<List<Value>>> pages) {

    /** More is an export for the API, which pages. */
    public static final int MOST_ROWS = 10_000;

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** A list that is read at once. */
    public static ListFile of(String title, String name, List<Column> columns, String cut, List<List<Value>> rows) {
        return new ListFile(title, name, columns, cut, start -> new Page<>(rows, null));
    }

    /** Reads all rows, then answers: a refusal while reading is answered as on the page. */
    public void send(HttpServletResponse response) throws IOException {
        try (var book = new Workbook()) {
            fill(book.sheet(title, columns));
            response.setContentType(TYPE);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(name + ".xlsx", StandardCharsets.UTF_8)
                            .build()
                            .toString());
            book.write(response.getOutputStream());
        }
    }

    private void fill(WorkbookSheet sheet) {
        var rows = 0;
        String after = null;
        do {
            var page = pages.apply(after);
            for (var row : page.items()) {
                if (rows++ == MOST_ROWS) {
                    sheet.note(cut);
                    return;
                }
                sheet.row(row);
            }
            after = page.next();
        } while (after != null);
    }
}
