package vn.lantoa.diagrams.web;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.diagrams.DraftFindings;
import vn.lantoa.diagrams.DraftId;
import vn.lantoa.diagrams.ProcessDraft;
import vn.lantoa.diagrams.ProcessDrafts;
import vn.lantoa.engine.ModelFile;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** "Kiểm tra": what the check found in a draft, errors first, and the reasons for which warnings may stand. */
@Controller
class DraftFindingPages {

    private final ProcessDrafts drafts;
    private final DraftFindings findings;
    private final FindingWords words;
    private final Access access;

    DraftFindingPages(ProcessDrafts drafts, DraftFindings findings, FindingWords words, Access access) {
        this.drafts = drafts;
        this.findings = findings;
        this.words = words;
        this.access = access;
    }

    /** A finding as the page shows it; public accessors for the template. */
    record Line(DraftFindings.Told told, String element, String words) {}

    @GetMapping("/process-drafts/{id}/findings")
    @Requires(value = Right.RELEASE_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    String all(@PathVariable long id, Actor actor, Locale locale, Model model) {
        var draft = drafts.find(actor, new DraftId(id));
        var lines = findings.of(actor, draft.id()).stream()
                .map(told -> new Line(told, FindingWords.element(told.finding()), words.of(told.finding(), locale)))
                .toList();
        model.addAttribute("draft", draft);
        model.addAttribute(
                "errors", lines.stream().filter(line -> line.told().error()).toList());
        model.addAttribute(
                "warnings", lines.stream().filter(line -> !line.told().error()).toList());
        model.addAttribute(
                "open", lines.stream().filter(line -> line.told().blocks()).count());
        model.addAttribute(
                "editable",
                drafts.files(actor, draft.id()).stream().map(ModelFile::name).collect(Collectors.toSet()));
        model.addAttribute(
                "writes",
                draft.state() == ProcessDraft.State.OPEN && access.may(actor, Right.DRAW_PROCESS, draft.unit()));
        return "diagrams/findings";
    }

    /** The same for the page on which one draws: the API knows no session. */
    @GetMapping("/process-drafts/{id}/findings.json")
    @Requires(value = Right.RELEASE_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    @ResponseBody
    Map<String, Object> told(@PathVariable long id, Actor actor, Locale locale) {
        return words.json(findings.of(actor, new DraftId(id)), locale);
    }

    @PostMapping("/process-drafts/{id}/findings/reasons")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    String reason(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String finding,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes flash) {
        var reasoned = findings.reason(actor, new DraftId(id), finding, reason);
        if (reasoned instanceof DraftFindings.Reasoned.Refused refused) {
            flash.addFlashAttribute("refused", "process.findings.refused." + refused.why());
            flash.addFlashAttribute("typed", reason);
            flash.addFlashAttribute("refusedAt", finding);
        }
        return "redirect:/process-drafts/" + id + "/findings";
    }
}
