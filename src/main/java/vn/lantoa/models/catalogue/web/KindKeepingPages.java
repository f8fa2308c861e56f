package vn.lantoa.models.catalogue.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.document.UploadRoute;
import vn.lantoa.models.KindId;
import vn.lantoa.models.ModelKind;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.catalogue.KindKeeping;
import vn.lantoa.models.catalogue.KindOutcome;
import vn.lantoa.models.catalogue.KindPictures;
import vn.lantoa.models.catalogue.KindText;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** Keeping the entries of the catalogue: entering, editing, withdrawing, merging, and their pictures. */
@Controller
class KindKeepingPages {

    private final KindKeeping keeping;
    private final KindPictures pictures;
    private final ModelKinds kinds;
    private final Access access;
    private final CatalogueWords words;

    KindKeepingPages(
            KindKeeping keeping, KindPictures pictures, ModelKinds kinds, Access access, CatalogueWords words) {
        this.keeping = keeping;
        this.pictures = pictures;
        this.kinds = kinds;
        this.access = access;
        this.words = words;
    }

    @Bean
    static UploadRoute kindPictureUpload() {
        return new UploadRoute("/models/kinds/*/picture");
    }

    /** What the form posts, as it was typed; {@code another}: the person has seen those called alike, null when its box was not ticked. */
    record Form(
            String name,
            String purpose,
            String rules,
            String conditions,
            String costs,
            String lessons,
            Boolean another) {

        KindText text() {
            return new KindText(name, purpose, rules, conditions, costs, lessons);
        }

        boolean seen() {
            return Boolean.TRUE.equals(another);
        }
    }

    @GetMapping("/models/kinds/new")
    @Requires(Right.SPREAD_MODEL)
    ModelAndView enterForm(Actor actor) {
        access.require(actor, Right.SPREAD_MODEL);
        return form(null, new Form("", "", "", "", "", "", false), Map.of());
    }

    @PostMapping("/models/kinds")
    @Requires(Right.SPREAD_MODEL)
    ModelAndView enter(@ModelAttribute Form form, Actor actor, Locale locale, RedirectAttributes flash) {
        var outcome = keeping.enter(actor, form.text(), form.seen());
        return answer(outcome, null, form, "models.kind.toast.entered", locale, flash);
    }

    @GetMapping("/models/kinds/{id}/edit")
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "model-kind")
    ModelAndView editForm(@PathVariable String id, Actor actor) {
        var kind = kind(id);
        access.require(actor, Right.SEE_MODEL, Right.SPREAD_MODEL, kind.keeper());
        return form(
                kind,
                new Form(
                        kind.name(),
                        kind.purpose(),
                        kind.rules(),
                        kind.conditions(),
                        kind.costs(),
                        kind.lessons(),
                        false),
                Map.of());
    }

    @PostMapping("/models/kinds/{id}")
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "model-kind")
    ModelAndView edit(
            @PathVariable String id, @ModelAttribute Form form, Actor actor, Locale locale, RedirectAttributes flash) {
        var outcome = keeping.edit(actor, KindId.inAddress(id), form.text(), form.seen());
        return answer(outcome, kind(id), form, "models.kind.toast.edited", locale, flash);
    }

    @PostMapping("/models/kinds/{id}/offer")
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "model-kind")
    ModelAndView offer(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean offered,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var outcome = keeping.offer(actor, KindId.inAddress(id), offered);
        return back(outcome, id, offered ? "models.kind.toast.offered" : "models.kind.toast.withdrawn", locale, flash);
    }

    @PostMapping("/models/kinds/{id}/merger")
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "model-kind")
    ModelAndView merge(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") String into,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var target = KindId.of(AddressId.is(into) ? Long.parseLong(into) : 0);
        var outcome = keeping.merge(actor, KindId.inAddress(id), target);
        return back(outcome, id, "models.kind.toast.merged", locale, flash);
    }

    @PostMapping("/models/kinds/{id}/picture")
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "model-kind")
    ModelAndView picture(
            @PathVariable String id,
            @RequestParam(name = "file", required = false) MultipartFile file,
            @RequestParam(defaultValue = "") String caption,
            Actor actor,
            Locale locale,
            RedirectAttributes flash)
            throws IOException {
        var kind = kind(id);
        access.require(actor, Right.SEE_MODEL, Right.SPREAD_MODEL, kind.keeper());
        var upload = Files.createTempFile("lantoa-picture", null);
        try {
            if (file != null && !file.isEmpty()) {
                try (var in = file.getInputStream()) {
                    Files.copy(in, upload, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            var outcome =
                    pictures.show(actor, kind.id(), upload, file == null ? "" : file.getOriginalFilename(), caption);
            flash.addFlashAttribute(
                    outcome.taken() ? "toast" : "refusal", words.word(outcome.message(), locale, outcome.argument()));
        } finally {
            Files.deleteIfExists(upload);
        }
        return new ModelAndView("redirect:/models/kinds/" + id);
    }

    private ModelAndView answer(
            KindOutcome outcome, ModelKind kind, Form form, String toast, Locale locale, RedirectAttributes flash) {
        if (outcome instanceof KindOutcome.Done done) {
            flash.addFlashAttribute("toast", words.word(toast, locale));
            return new ModelAndView("redirect:/models/kinds/" + done.id());
        }
        var errors = new HashMap<String, String>();
        if (outcome instanceof KindOutcome.Refused refused) {
            refused.errors().forEach((field, message) -> errors.put(field, words.word(message, locale)));
        }
        var page = form(kind, form, errors);
        if (outcome instanceof KindOutcome.Known known) {
            page.addObject("same", known.same()).addObject("near", known.near());
        }
        if (outcome instanceof KindOutcome.Conflict conflict) {
            page.addObject("refusal", words.word(conflict.message(), locale));
        }
        page.setStatus(outcome instanceof KindOutcome.Conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private ModelAndView back(KindOutcome outcome, String id, String toast, Locale locale, RedirectAttributes flash) {
        if (outcome instanceof KindOutcome.Done) {
            flash.addFlashAttribute("toast", words.word(toast, locale));
        } else if (outcome instanceof KindOutcome.Refused refused) {
            flash.addFlashAttribute(
                    "refusal", words.word(refused.errors().values().iterator().next(), locale));
        } else if (outcome instanceof KindOutcome.Conflict conflict) {
            flash.addFlashAttribute("refusal", words.word(conflict.message(), locale));
        }
        return new ModelAndView("redirect:/models/kinds/" + id);
    }

    private static ModelAndView form(ModelKind kind, Form form, Map<String, String> errors) {
        return new ModelAndView("models/kind-form")
                .addObject("kind", kind)
                .addObject("form", form)
                .addObject("errors", errors);
    }

    private ModelKind kind(String id) {
        return kinds.find(KindId.inAddress(id)).orElseThrow(() -> new NotVisible("model kind " + id));
    }
}
