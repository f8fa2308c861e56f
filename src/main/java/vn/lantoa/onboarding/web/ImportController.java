package vn.lantoa.onboarding.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.document.UploadRoute;
import vn.lantoa.onboarding.Imports;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Intake;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** The pages "Nhập từ tệp": send, look, apply, take back. */
@Controller
class ImportController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Imports imports;
    private final Intake intake;
    private final ImportPages pages;
    private final ImportSheets sheets;
    private final MessageSource messages;

    ImportController(Imports imports, Intake intake, ImportPages pages, ImportSheets sheets, MessageSource messages) {
        this.imports = imports;
        this.intake = intake;
        this.pages = pages;
        this.sheets = sheets;
        this.messages = messages;
    }

    @Bean
    static UploadRoute importUpload() {
        return new UploadRoute("/units/*/imports");
    }

    @GetMapping("/units/{id}/imports")
    @Requires(value = Right.MANAGE_UNITS, of = "unit")
    String list(Actor actor, @PathVariable UnitId id, Model model) {
        return pages.list(actor, id, model);
    }

    @GetMapping("/units/{id}/imports/template.xlsx")
    @Requires(value = Right.MANAGE_UNITS, of = "unit")
    void template(Actor actor, @PathVariable UnitId id, Locale locale, HttpServletResponse response)
            throws IOException {
        var unit = intake.require(actor, id);
        attach(response, text("onboarding.template.file") + "-" + unit.code() + ".xlsx");
        sheets.template(unit, locale, response.getOutputStream());
    }

    @GetMapping("/units/{id}/imports/list.xlsx")
    @Requires(value = Right.MANAGE_UNITS, of = "unit")
    void listFile(Actor actor, @PathVariable UnitId id, Locale locale, HttpServletResponse response)
            throws IOException {
        sheets.list(pages.lines(actor, id), locale).send(response);
    }

    @PostMapping("/units/{id}/imports")
    @Requires(value = Right.MANAGE_UNITS, of = "unit")
    String receive(
            Actor actor,
            @PathVariable UnitId id,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(required = false) MultipartFile file,
            Model model)
            throws IOException {
        intake.require(actor, id);
        if (file == null || file.isEmpty() || !form.matches("[a-z0-9-]{8,60}")) {
            model.addAttribute("refusal", text("onboarding.refused.NO_FILE"));
            return pages.list(actor, id, model);
        }
        try (var in = file.getInputStream()) {
            return "redirect:/imports/" + imports.receive(actor, id, form, file.getOriginalFilename(), in);
        }
    }

    @GetMapping("/imports/{id}")
    @Requires(value = Right.MANAGE_UNITS, of = "import")
    String show(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int skip,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            HttpServletResponse response,
            Model model) {
        return pages.show(actor, id, Math.max(0, skip), htmx != null, response, model);
    }

    @GetMapping("/imports/{id}/faults.xlsx")
    @Requires(value = Right.MANAGE_UNITS, of = "import")
    void faults(Actor actor, @PathVariable long id, Locale locale, HttpServletResponse response) throws IOException {
        imports.find(actor, id);
        attach(response, text("onboarding.faults.file") + "-" + id + ".xlsx");
        sheets.faults(actor, id, locale, response.getOutputStream());
    }

    @PostMapping("/imports/{id}/application")
    @Requires(value = Right.MANAGE_UNITS, of = "import")
    String apply(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean keep,
            RedirectAttributes redirect) {
        var before = imports.find(actor, id);
        if (!imports.apply(actor, id, keep) && before.applicable()) {
            redirect.addFlashAttribute("toast", text("onboarding.keep.needed"));
        }
        return "redirect:/imports/" + id;
    }

    @PostMapping("/imports/{id}/undoing")
    @Requires(value = Right.MANAGE_UNITS, of = "import")
    String undo(Actor actor, @PathVariable long id) {
        imports.undo(actor, id);
        return "redirect:/imports/" + id;
    }

    @PostMapping("/imports/{id}/dropping")
    @Requires(value = Right.MANAGE_UNITS, of = "import")
    String drop(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
        var dropped = imports.find(actor, id);
        if (imports.drop(actor, id)) {
            redirect.addFlashAttribute("toast", text("onboarding.dropped"));
        }
        return "redirect:/units/" + dropped.unit() + "/imports";
    }

    private static void attach(HttpServletResponse response, String name) {
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
