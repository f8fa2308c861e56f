package vn.lantoa.diagrams.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.lantoa.diagrams.DraftChanges;
import vn.lantoa.diagrams.DraftId;
import vn.lantoa.diagrams.ProcessDraft;
import vn.lantoa.diagrams.ProcessDrafts;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** What a draft, or a version, changes: sentences, drawing, and whom it touches. */
@Controller
class ProcessChangePages {

    private final ProcessDrafts drafts;
    private final DraftChanges changes;
    private final ChangeWords words;

    ProcessChangePages(ProcessDrafts drafts, DraftChanges changes, ChangeWords words) {
        this.drafts = drafts;
        this.changes = changes;
        this.words = words;
    }

    /** Where cases stand; public accessors for the template. */
    record PlaceView(String names, int cases, boolean touched, List<String> obstacles) {}

    @GetMapping("/process-drafts/{id}/changes")
    @Requires(value = Right.RELEASE_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    String ofDraft(@PathVariable long id, Actor actor, Locale locale, Model model) {
        var draft = drafts.find(actor, new DraftId(id));
        model.addAttribute("draft", draft);
        addTo(model, draft, actor, locale);
        return "diagrams/changes";
    }

    @GetMapping("/process-drafts/{id}/drawing.json")
    @Requires(value = Right.RELEASE_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    @ResponseBody
    DraftChanges.Drawing drawing(@PathVariable long id, Actor actor) {
        return changes.drawing(actor, new DraftId(id));
    }

    @GetMapping("/processes/{process}/changes")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    String ofVersions(
            @PathVariable String process,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to,
            Actor actor,
            Locale locale,
            Model model) {
        model.addAttribute("files", words.of(changes.between(actor, process, from, to), locale));
        model.addAttribute("process", changes.version(process, to));
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        return "diagrams/version-changes";
    }

    @GetMapping("/processes/{process}/drawing.json")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    @ResponseBody
    DraftChanges.Drawing drawing(
            @PathVariable String process,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to,
            Actor actor) {
        return changes.drawing(actor, process, from, to);
    }

    /** What both this page and the one of the release say. */
    void addTo(Model model, ProcessDraft draft, Actor actor, Locale locale) {
        model.addAttribute("changes", words.of(changes.of(actor, draft.id()), locale));
        var waits = draft.state() == ProcessDraft.State.OPEN || draft.state() == ProcessDraft.State.OFFERED;
        if (waits) {
            var touched = changes.touched(actor, draft.id());
            model.addAttribute("touched", touched);
            model.addAttribute(
                    "places",
                    touched.places().stream()
                            .map(place -> new PlaceView(
                                    String.join(", ", place.names()),
                                    place.cases(),
                                    place.touched(),
                                    place.obstacles().stream()
                                            .map(reason -> words.obstacle(reason, locale))
                                            .distinct()
                                            .toList()))
                            .toList());
        }
    }
}
