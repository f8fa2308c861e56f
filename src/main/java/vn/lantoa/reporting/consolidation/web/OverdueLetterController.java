package vn.lantoa.reporting.consolidation.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.Reports;
import vn.lantoa.reporting.consolidation.OverdueLetter;

/** "Công văn đôn đốc" to the subordinates that are late for the period of a report. */
@Controller
class OverdueLetterController {

    private static final MediaType DOCX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final OverdueLetter letter;
    private final Reports reports;
    private final MessageSource messages;

    OverdueLetterController(OverdueLetter letter, Reports reports, MessageSource messages) {
        this.letter = letter;
        this.reports = reports;
        this.messages = messages;
    }

    @GetMapping("/reports/{id}/overdue-letter.docx")
    @Requires(value = Right.DO_TASK, sight = Right.SEE_REPORT, of = "report")
    ResponseEntity<byte[]> docx(
            @PathVariable String id, @RequestParam(required = false) String until, Actor actor, Locale locale) {
        var report = reports.find(actor, report(id)).report();
        return file(letter.docx(actor, report.unit(), report.period(), date(until)), "docx", DOCX, locale);
    }

    @GetMapping("/reports/{id}/overdue-letter.pdf")
    @Requires(value = Right.DO_TASK, sight = Right.SEE_REPORT, of = "report")
    ResponseEntity<byte[]> pdf(
            @PathVariable String id, @RequestParam(required = false) String until, Actor actor, Locale locale) {
        var report = reports.find(actor, report(id)).report();
        return file(
                letter.pdf(actor, report.unit(), report.period(), date(until)),
                "pdf",
                MediaType.APPLICATION_PDF,
                locale);
    }

    private ResponseEntity<byte[]> file(Optional<byte[]> content, String ending, MediaType type, Locale locale) {
        if (content.isEmpty()) {
            return ResponseEntity.ok()
                    .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                    .body(messages.getMessage("report.overdue.none", null, locale)
                            .getBytes(StandardCharsets.UTF_8));
        }
        var disposition = ContentDisposition.attachment()
                .filename("Công văn đôn đốc." + ending, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content.get());
    }

    private static LocalDate date(String text) {
        return WrittenDay.posted(text).orElse(null);
    }

    private static ReportId report(String id) {
        return ReportId.inAddress(id);
    }
}
