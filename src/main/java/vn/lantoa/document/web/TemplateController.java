package vn.lantoa.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.document.LetterTemplates;
import vn.lantoa.document.LetterTemplates.Outcome;
import vn.lantoa.document.UploadRoute;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** The page "Mẫu văn bản": the templates of letters, taken away, edited in Word, put back, restored. */
@Controller
class TemplateController {

    private static final String VIEW = "document/templates";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final LetterTemplates templates;
    private final MessageSource messages;

    TemplateController(LetterTemplates templates, MessageSource messages) {
        this.templates = templates;
        this.messages = messages;
    }

    @Bean
    static UploadRoute templateUpload() {
        return new UploadRoute("/templates");
    }

    /** One kind of letter with its versions. */
    record Kind(String code, List<LetterTemplates.Version> versions, List<String> fields) {}

    @GetMapping("/templates")
    @Requires(Right.MANAGE_TEMPLATES)
    String list(Actor actor, Model model) {
        return page(actor, model, List.of());
    }

    @GetMapping("/templates/file")
    @Requires(Right.MANAGE_TEMPLATES)
    void download(
            @RequestParam(required = false) String kind,
            @RequestParam(defaultValue = "0") int version,
            Actor actor,
            HttpServletResponse response) {
        var code = code(kind);
        var file = templates.download(actor, code, version);
        Downloads.send(response, code + "-" + version + ".docx", DOCX, file.length, out -> {
            try {
                out.write(file);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    @PostMapping("/templates")
    @Requires(Right.MANAGE_TEMPLATES)
    String replace(
            @RequestParam(required = false) String kind,
            @RequestParam(name = "file", required = false) MultipartFile file,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (UploadedFile.missing(file)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(actor, model, List.of(messages.getMessage("attachment.refused.nothing", null, locale)));
        }
        var outcome =
                UploadedFile.with(file, path -> templates.replace(actor, code(kind), path, file.getOriginalFilename()));
        return after(outcome, actor, locale, model, response, flash);
    }

    @PostMapping("/templates/restoration")
    @Requires(Right.MANAGE_TEMPLATES)
    String restore(
            @RequestParam(required = false) String kind,
            @RequestParam(defaultValue = "0") int version,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return after(templates.restore(actor, code(kind), version), actor, locale, model, response, flash);
    }

    private String after(
            Outcome outcome,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (outcome instanceof Outcome.Replaced replaced) {
            flash.addFlashAttribute(
                    "toast", messages.getMessage("document.template.toast", new Object[] {replaced.version()}, locale));
            return "redirect:/templates";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(actor, model, refusals(outcome, locale));
    }

    private List<String> refusals(Outcome outcome, Locale locale) {
        if (outcome instanceof Outcome.NoTemplate refused) {
            return List.of(messages.getMessage(
                    refused.why().key(), new Object[] {refused.why().where()}, locale));
        }
        return ((Outcome.BadFields) outcome)
                .why().stream()
                        .map(reason -> messages.getMessage(
                                "document.template.refused." + reason.code(), new Object[] {reason.field()}, locale))
                        .toList();
    }

    private String page(Actor actor, Model model, List<String> refusals) {
        model.addAttribute(
                "kinds",
                templates.kinds().stream()
                        .map(code -> new Kind(code, templates.versions(actor, code), templates.fields(code)))
                        .toList());
        model.addAttribute("refusals", refusals);
        model.addAttribute("zone", VietnamTime.ZONE);
        return VIEW;
    }

    private String code(String kind) {
        return kind == null ? templates.kinds().get(0) : kind;
    }
}
