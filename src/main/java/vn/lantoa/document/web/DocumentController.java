package vn.lantoa.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.document.DocumentNumber;
import vn.lantoa.document.Letterhead;
import vn.lantoa.document.Letterheads;
import vn.lantoa.document.OutgoingDocuments;
import vn.lantoa.document.OutgoingDocuments.Outcome;
import vn.lantoa.document.OutgoingList;
import vn.lantoa.document.SignedDocuments;
import vn.lantoa.document.UploadRoute;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** The page "Văn bản đi". */
@Controller
class DocumentController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final OutgoingDocuments documents;
    private final OutgoingList list;
    private final SignedDocuments signed;
    private final Letterheads letterheads;
    private final DocumentPage page;
    private final MessageSource messages;

    DocumentController(
            OutgoingDocuments documents,
            OutgoingList list,
            SignedDocuments signed,
            Letterheads letterheads,
            DocumentPage page,
            MessageSource messages) {
        this.documents = documents;
        this.list = list;
        this.signed = signed;
        this.letterheads = letterheads;
        this.page = page;
        this.messages = messages;
    }

    @Bean
    static UploadRoute signedUpload() {
        return new UploadRoute("/documents/*/signed");
    }

    @GetMapping("/documents")
    @Requires(Right.SEE_DOCUMENTS)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) String after,
            Actor actor,
            Model model) {
        page.fill(model, actor, q, after);
        return DocumentPage.VIEW;
    }

    @GetMapping("/documents.xlsx")
    @Requires(Right.SEE_DOCUMENTS)
    void workbook(@RequestParam(defaultValue = "") String q, Actor actor, Locale locale, HttpServletResponse response) {
        list.numbered(actor, q, null);
        Downloads.send(response, "van-ban-di.xlsx", XLSX, -1, out -> list.write(actor, q, out, locale));
    }

    @PostMapping("/documents/{id}/number")
    @Requires(value = Right.NUMBER_DOCUMENT, sight = Right.SEE_DOCUMENTS, of = "document")
    String number(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String symbol,
            @RequestParam(defaultValue = "") String date,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var given = new DocumentNumber(null, whole(number), symbol, day(date));
        var outcome = documents.number(actor, document(id), given);
        if (outcome instanceof Outcome.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            page.refuse(model, actor, document(id), refused, List.of(number, symbol, date), locale);
            return DocumentPage.VIEW;
        }
        var done = ((Outcome.Done) outcome).document();
        flash.addFlashAttribute(
                "toast", messages.getMessage("document.toast.numbered", new Object[] {done.inWords()}, locale));
        return "redirect:/documents";
    }

    @PostMapping("/documents/{id}/signed")
    @Requires(value = Right.NUMBER_DOCUMENT, sight = Right.SEE_DOCUMENTS, of = "document")
    String attach(
            @PathVariable String id,
            @RequestParam(name = "file", required = false) MultipartFile file,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var outcome = file == null
                ? documents.noFile(actor, document(id))
                : UploadedFile.with(file, path -> signed.attach(actor, document(id), path, file.getOriginalFilename()));
        if (outcome instanceof Outcome.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            page.refuse(model, actor, document(id), refused, List.of(), locale);
            return DocumentPage.VIEW;
        }
        var done = ((Outcome.Done) outcome).document();
        flash.addFlashAttribute(
                "toast",
                messages.getMessage(
                        "document.toast.signed." + OutgoingList.signed(done), new Object[] {done.inWords()}, locale));
        return "redirect:/documents";
    }

    @GetMapping("/documents/{id}/signed.pdf")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "document")
    void signed(@PathVariable String id, Actor actor, HttpServletResponse response) {
        var file = signed.find(actor, document(id));
        Downloads.send(response, file.name(), file.mediaType(), file.size(), out -> signed.copy(file, out));
    }

    @PostMapping("/units/{id}/letterhead")
    @Requires(value = Right.SET_LETTERHEAD, sight = Right.SEE_DOCUMENTS, of = "unit")
    String letterhead(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String superiorLine,
            @RequestParam(defaultValue = "") String issuerLine,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String abbreviation,
            @RequestParam(defaultValue = "false") boolean numberFirst,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var said = new Letterhead(superiorLine, issuerLine, place, abbreviation, numberFirst);
        var wrong = letterheads.keep(actor, UnitId.of(whole(id, "unit")), said);
        flash.addFlashAttribute("toast", messages.getMessage(wrong.orElse("document.letterhead.kept"), null, locale));
        return "redirect:/documents#letterhead-" + id;
    }

    private static long document(String id) {
        return whole(id, "document");
    }

    private static long whole(String id, String what) {
        return AddressId.of(what, id);
    }

    /** 0 for what is no number; the use case says so. */
    private static int whole(String text) {
        return text.strip().matches("\\d{1,6}") ? Integer.parseInt(text.strip()) : 0;
    }

    /** Null for what is no day; the use case says so. */
    private static LocalDate day(String text) {
        return WrittenDay.posted(text).orElse(null);
    }
}
