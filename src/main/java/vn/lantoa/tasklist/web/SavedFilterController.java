package vn.lantoa.tasklist.web;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.tasklist.SavedFilters;

/** One's own views of the task list: "Lưu bộ lọc này", "Đổi tên", "Xóa". */
@Controller
class SavedFilterController {

    private final SavedFilters filters;
    private final MessageSource messages;

    SavedFilterController(SavedFilters filters, MessageSource messages) {
        this.filters = filters;
        this.messages = messages;
    }

    @OpenToSignedIn
    @PostMapping("/tasks/filters")
    String save(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String address,
            Locale locale,
            RedirectAttributes flash) {
        var canonical = ListAddress.of(address);
        canonical.toFilter();
        return told(filters.save(actor, name, canonical.first()), "tasklist.saved.kept", canonical, locale, flash);
    }

    @OpenToSignedIn
    @PostMapping("/tasks/filters/{id}")
    String rename(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String address,
            Locale locale,
            RedirectAttributes flash) {
        return told(filters.rename(actor, id, name), "tasklist.saved.renamed", ListAddress.of(address), locale, flash);
    }

    @OpenToSignedIn
    @PostMapping("/tasks/filters/{id}/removal")
    String remove(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String address,
            Locale locale,
            RedirectAttributes flash) {
        filters.remove(actor, id);
        return told(Optional.empty(), "tasklist.saved.removed", ListAddress.of(address), locale, flash);
    }

    private String told(
            Optional<String> wrong, String done, ListAddress shown, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", messages.getMessage(wrong.orElse(done), null, locale));
        return "redirect:" + shown.first();
    }
}
