package vn.lantoa.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.document.Attachments;
import vn.lantoa.document.UploadRoute;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** Attaching, reading and removing the files of a dossier; after each act its page shows what became of it. */
@Controller
class AttachmentController {

    private final Attachments attachments;
    private final MessageSource messages;

    AttachmentController(Attachments attachments, MessageSource messages) {
        this.attachments = attachments;
        this.messages = messages;
    }

    @Bean
    static UploadRoute attachmentUpload() {
        return new UploadRoute("/dossiers/*/*/attachments");
    }

    @PostMapping("/dossiers/{type}/{id}/attachments")
    @Requires(value = Right.DO_TASK, sight = Right.SEE_REPORT, of = "dossier")
    String add(
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(name = "file", required = false) MultipartFile file,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var key = key(type, id);
        if (UploadedFile.missing(file)) {
            nothingGiven(actor, key);
            flash.addFlashAttribute("toast", messages.getMessage("attachment.refused.nothing", null, locale));
        } else {
            var outcome =
                    UploadedFile.with(file, path -> attachments.add(actor, key, path, file.getOriginalFilename()));
            flash.addFlashAttribute("toast", words(outcome, locale));
        }
        return "redirect:/dossiers/" + type + "/" + id + "#attachments";
    }

    @PostMapping("/dossiers/{type}/{id}/attachments/{attachment}/removal")
    @Requires(value = Right.DO_TASK, sight = Right.SEE_REPORT, of = "attachment")
    String remove(
            @PathVariable String type,
            @PathVariable String id,
            @PathVariable String attachment,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        attachments.remove(actor, key(type, id), attachment);
        flash.addFlashAttribute("toast", messages.getMessage("attachment.toast.removed", null, locale));
        return "redirect:/dossiers/" + type + "/" + id + "#attachments";
    }

    @GetMapping("/dossiers/{type}/{id}/attachments/{attachment}")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "attachment")
    void read(
            @PathVariable String type,
            @PathVariable String id,
            @PathVariable String attachment,
            Actor actor,
            HttpServletResponse response) {
        var file = attachments.open(actor, key(type, id), attachment);
        Downloads.send(response, file.name(), file.mediaType(), file.size(), out -> attachments.copy(file, out));
    }

    /** Rights are asked first, so that an empty form tells strangers nothing. */
    private void nothingGiven(Actor actor, DossierKey key) {
        attachments.of(actor, key);
        if (!attachments.mayAdd(actor, key)) {
            throw new NotAllowed("no open step of " + key);
        }
    }

    private String words(Attachments.Outcome outcome, Locale locale) {
        if (outcome instanceof Attachments.Outcome.Added added) {
            return messages.getMessage("attachment.toast.added", new Object[] {added.name()}, locale);
        }
        var refused = (Attachments.Outcome.Refused) outcome;
        return messages.getMessage(refused.key(), new Object[] {refused.where()}, locale);
    }

    private static DossierKey key(String type, String id) {
        try {
            return new DossierKey(type, id);
        } catch (IllegalArgumentException notADossier) {
            throw new NotVisible(type + ":" + id);
        }
    }
}
