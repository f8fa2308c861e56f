package vn.lantoa.diagrams.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.diagrams.DraftId;
import vn.lantoa.diagrams.ProcessDrafts;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** One draft: what it is, its files, and the way to each of its further pages. */
@Controller
class ProcessDraftPages {

    private final ProcessDrafts drafts;

    ProcessDraftPages(ProcessDrafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping("/process-drafts/{id}")
    @Requires(value = Right.RELEASE_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    String one(@PathVariable long id, Actor actor, Model model) {
        model.addAttribute("draft", drafts.find(actor, new DraftId(id)));
        model.addAttribute("files", drafts.files(actor, new DraftId(id)));
        model.addAttribute("zone", VietnamTime.ZONE);
        return "diagrams/draft";
    }

    @PostMapping("/process-drafts/{id}/discarding")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    String discard(@PathVariable long id, Actor actor) {
        drafts.discard(actor, new DraftId(id));
        return "redirect:/process-drafts/" + id;
    }
}
