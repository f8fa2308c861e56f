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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.Reports;
import vn.lantoa.reporting.consolidation.OverdueLetter;
import vn.lantoa.reporting.consolidation.OverdueLetters;

/** "Công văn đôn đốc" to the subordinates that are late for the period of a report. */
@Controller
class OverdueLetterController {

    private static final MediaType DOCX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final OverdueLetter letter;
    private final OverdueLetters letters;
    private final Reports reports;
    private final MessageSource messages;

    OverdueLetterController(OverdueLetter letter, OverdueLetters letters, Reports reports, MessageSource messages) {
        this.letter = letter;
        this.letters = letters;
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

    /** The letter goes to the records office for its number. */
    @PostMapping("/reports/{id}/overdue-letters")
    @Requires(value = Right.DO_TASK, sight = Right.SEE_REPORT, of = "report")
    String make(
            @PathVariable String id,
            @RequestParam(required = false) String until,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var made = letters.make(actor, report(id), date(until));
        var toast = made.isPresent() ? "report.overdue.made" : "report.overdue.none";
        flash.addFlashAttribute("toast", messages.getMessage(toast, null, locale));
        return made.map(dossier -> "redirect:/dossiers/" + dossier.type() + "/" + dossier.id())
                .orElse("redirect:/reports/" + report(id) + "/consolidation");
    }

    @GetMapping("/overdue-letters/{id}/letter.docx")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "overdue-letter")
    ResponseEntity<byte[]> madeDocx(@PathVariable String id, Actor actor, Locale locale) {
        return file(Optional.of(letters.docx(actor, id)), "docx", DOCX, locale);
    }

    @GetMapping("/overdue-letters/{id}/letter.pdf")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "overdue-letter")
    ResponseEntity<byte[]> madePdf(@PathVariable String id, Actor actor, Locale locale) {
        return file(Optional.of(letters.pdf(actor, id)), "pdf", MediaType.APPLICATION_PDF, locale);
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
