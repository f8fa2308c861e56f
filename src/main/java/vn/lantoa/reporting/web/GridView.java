package vn.lantoa.reporting.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.lantoa.reporting.GridFile;
import vn.lantoa.reporting.GridTable;
import vn.lantoa.reporting.ReportResult;

/** What the pages of the table and of one report's sheet have in common: the file that goes out, and the preview of one that came in. */
@Component
class GridView {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final GridFile files;
    private final MessageSource messages;

    GridView(GridFile files, MessageSource messages) {
        this.files = files;
        this.messages = messages;
    }

    ResponseEntity<byte[]> file(GridTable table) {
        var name = "bieu-tong-hop-" + table.superior().code().toLowerCase(Locale.ROOT) + "-"
                + table.period().key() + ".xlsx";
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(files.write(table));
    }

    /**
     * What the file would change.
     *
     * @param action where the chosen cells are posted to
     * @param back the page it came from
     */
    ModelAndView preview(GridTable table, MultipartFile file, String action, String back, Locale locale) {
        var preview = read(table, file, locale);
        var page = new ModelAndView("reporting/grid-preview");
        page.addObject("table", table);
        page.addObject("changes", preview.changes());
        page.addObject(
                "conflicts",
                preview.changes().stream().filter(GridFile.Change::conflict).count());
        page.addObject("troubles", preview.troubles());
        page.addObject("action", action);
        page.addObject("back", back);
        page.setStatus(
                preview.changes().isEmpty() && !preview.troubles().isEmpty()
                        ? HttpStatus.UNPROCESSABLE_ENTITY
                        : HttpStatus.OK);
        return page;
    }

    private GridFile.Preview read(GridTable table, MultipartFile file, Locale locale) {
        if (file == null || file.isEmpty()) {
            var message = messages.getMessage("report.grid.file.none", null, locale);
            return new GridFile.Preview(List.of(), List.of(new GridFile.Trouble("", message)));
        }
        try {
            var kept = Files.createTempFile("lantoa-grid", ".upload");
            try {
                file.transferTo(kept);
                var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
                return files.read(kept, name, table, locale);
            } finally {
                Files.deleteIfExists(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Errors of cells by {@code <report>.<key>}, to stand at them. */
    static Map<String, String> errors(List<ReportResult> results) {
        var errors = new LinkedHashMap<String, String>();
        results.forEach(
                result -> result.errors().forEach((key, error) -> errors.put(result.report() + "." + key, error)));
        return errors;
    }
}
