package vn.lantoa.diagrams.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.diagrams.DraftId;
import vn.lantoa.diagrams.DraftImports;
import vn.lantoa.diagrams.ProcessDraft;
import vn.lantoa.diagrams.ProcessDrafts;
import vn.lantoa.diagrams.ProcessOffers;
import vn.lantoa.diagrams.ProcessReleases;
import vn.lantoa.diagrams.ReleaseOutcome;
import vn.lantoa.engine.Finding;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** A draft on its way into service: offered, looked at by the second person, released or returned; in plain words, without XML. */
@Controller
class ProcessReleasePages {

    private final ProcessDrafts drafts;
    private final ProcessOffers offers;
    private final ProcessReleases releases;
    private final DraftImports imports;
    private final ProcessChangePages changes;
    private final ChangeWords words;
    private final FindingWords findingWords;
    private final Access access;

    ProcessReleasePages(
            ProcessDrafts drafts,
            ProcessOffers offers,
            ProcessReleases releases,
            DraftImports imports,
            ProcessChangePages changes,
            ChangeWords words,
            FindingWords findingWords,
            Access access) {
        this.drafts = drafts;
        this.offers = offers;
        this.releases = releases;
        this.imports = imports;
        this.changes = changes;
        this.words = words;
        this.findingWords = findingWords;
        this.access = access;
    }

    @GetMapping("/process-drafts/{id}/release")
    @Requires(value = Right.RELEASE_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    ModelAndView page(@PathVariable long id, Actor actor, Locale locale) {
        return page(new DraftId(id), null, actor, locale);
    }

    @PostMapping("/process-drafts/{id}/offer")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    ModelAndView offer(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        return answer(offers.offer(actor, new DraftId(id), reason), "offered", new DraftId(id), actor, locale, flash);
    }

    @PostMapping("/process-drafts/{id}/release")
    @Requires(value = Right.RELEASE_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    ModelAndView release(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long version,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        return answer(
                releases.release(actor, new DraftId(id), version), "released", new DraftId(id), actor, locale, flash);
    }

    @PostMapping("/process-drafts/{id}/return")
    @Requires(value = Right.RELEASE_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    ModelAndView giveBack(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        return answer(
                offers.giveBack(actor, new DraftId(id), reason), "returned", new DraftId(id), actor, locale, flash);
    }

    @PostMapping("/process-drafts/{id}/rebase")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    ModelAndView rebase(@PathVariable long id, Actor actor, Locale locale, RedirectAttributes flash) {
        return answer(offers.rebase(actor, new DraftId(id)), "rebased", new DraftId(id), actor, locale, flash);
    }

    @PostMapping("/process-drafts/{id}/import")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    ModelAndView importFiles(
            @PathVariable long id,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(defaultValue = "0") long version,
            Actor actor,
            Locale locale,
            RedirectAttributes flash)
            throws IOException {
        var sent = new ArrayList<DraftImports.Sent>();
        for (var one : file == null ? List.<MultipartFile>of() : file) {
            if (!one.isEmpty()) {
                sent.add(new DraftImports.Sent(
                        Optional.ofNullable(one.getOriginalFilename()).orElse(""), one.getBytes()));
            }
        }
        var outcome = imports.take(actor, new DraftId(id), sent, version);
        if (outcome instanceof DraftImports.Imported.Kept kept) {
            flash.addFlashAttribute("toast", words.say("process.import.done", locale, kept.files()));
            return new ModelAndView("redirect:/process-drafts/" + id + "/changes");
        }
        var refused = (DraftImports.Imported.Refused) outcome;
        return page(new DraftId(id), words.say(refused.key(), locale, refused.file()), actor, locale);
    }

    private ModelAndView answer(
            ReleaseOutcome outcome, String done, DraftId id, Actor actor, Locale locale, RedirectAttributes flash) {
        if (outcome instanceof ReleaseOutcome.Refused refused) {
            var page = page(id, refusal(refused, locale), actor, locale);
            page.setStatus(status(refused));
            return page;
        }
        flash.addFlashAttribute("toast", words.say("process.release.done." + done, locale));
        return new ModelAndView("redirect:/process-drafts/" + id + "/release");
    }

    static HttpStatusCode status(ReleaseOutcome.Refused refused) {
        return refused.conflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
    }

    String refusal(ReleaseOutcome.Refused refused, Locale locale) {
        var between = refused.between().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return words.say(refused.key(), locale, between);
    }

    List<String> said(List<Finding> findings, Locale locale) {
        return findings.stream()
                .map(finding -> findingWords.of(finding, locale))
                .toList();
    }

    private ModelAndView page(DraftId id, String refusal, Actor actor, Locale locale) {
        var draft = drafts.find(actor, id);
        var model = new ExtendedModelMap();
        model.addAttribute("draft", draft);
        model.addAttribute("refusal", refusal);
        if (draft.state() == ProcessDraft.State.OPEN || draft.state() == ProcessDraft.State.OFFERED) {
            changes.addTo(model, draft, actor, locale);
            model.addAttribute("blocking", said(offers.blocking(draft), locale));
            model.addAttribute("between", offers.between(draft));
            model.addAttribute("mayDraw", access.may(actor, Right.DRAW_PROCESS, draft.unit()));
            model.addAttribute("mayRelease", releases.mayRelease(actor, draft));
        }
        var page = new ModelAndView("diagrams/release", model);
        if (refusal != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page;
    }
}
