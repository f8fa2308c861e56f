package vn.lantoa.reporting.letter.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.letter.ReportLetter;

/** "Tải DOCX" and "Tải PDF" on a report's page. */
@Controller
class ReportLetterController {

    private static final MediaType DOCX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final ReportLetter letter;

    ReportLetterController(ReportLetter letter) {
        this.letter = letter;
    }

    @GetMapping("/reports/{id}/letter.docx")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "report")
    ResponseEntity<byte[]> docx(@PathVariable String id, Actor actor) {
        return file(letter.docx(actor, report(id)), DOCX);
    }

    @GetMapping("/reports/{id}/letter.pdf")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "report")
    ResponseEntity<byte[]> pdf(@PathVariable String id, Actor actor) {
        return file(letter.pdf(actor, report(id)), MediaType.APPLICATION_PDF);
    }

    private static ResponseEntity<byte[]> file(ReportLetter.File file, MediaType type) {
        var disposition = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(file.content());
    }

    private static ReportId report(String id) {
        return ReportId.inAddress(id);
    }
}
