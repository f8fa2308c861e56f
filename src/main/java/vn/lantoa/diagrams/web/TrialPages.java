package vn.lantoa.diagrams.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.diagrams.DraftId;
import vn.lantoa.diagrams.ProcessDrafts;
import vn.lantoa.diagrams.Replay;
import vn.lantoa.diagrams.Replay.Begun;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** "Chạy thử": a draft tried on past cases, and its tokens moved by hand; the same as JSON. */
@Controller
class TrialPages {

    private final ProcessDrafts drafts;
    private final Replay replay;
    private final TrialWords words;

    TrialPages(ProcessDrafts drafts, Replay replay, TrialWords words) {
        this.drafts = drafts;
        this.replay = replay;
        this.words = words;
    }

    @GetMapping("/process-drafts/{id}/trial")
    @Requires(value = Right.RELEASE_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    String page(@PathVariable long id, Actor actor, Locale locale, Model model) {
        var draft = drafts.find(actor, new DraftId(id));
        var trial = replay.of(actor, draft.id());
        model.addAttribute("draft", draft);
        model.addAttribute("trial", trial.orElse(null));
        model.addAttribute("said", trial.map(one -> words.of(one, locale)).orElse(null));
        model.addAttribute("zone", VietnamTime.ZONE);
        return "diagrams/trial";
    }

    @PostMapping("/process-drafts/{id}/trial")
    @Requires(value = Right.RELEASE_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    String begin(@PathVariable long id, Actor actor, Locale locale, RedirectAttributes flash) {
        var begun = replay.begin(actor, new DraftId(id));
        words.refusal(begun, locale).ifPresent(why -> flash.addFlashAttribute("refused", why));
        return "redirect:/process-drafts/" + id + "/trial";
    }

    /** The drawing whose tokens are moved by hand. */
    @GetMapping("/process-drafts/{id}/drawing")
    @Requires(value = Right.RELEASE_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    @ResponseBody
    Map<String, String> drawing(@PathVariable long id, Actor actor) {
        var diagram = drafts.files(actor, new DraftId(id)).get(0);
        return Map.of("xml", new String(diagram.content(), java.nio.charset.StandardCharsets.UTF_8));
    }

    @GetMapping("/api/v1/process-drafts/{id}/trial")
    @Requires(value = Right.RELEASE_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    @ResponseBody
    Map<String, Object> read(@PathVariable long id, Actor actor, Locale locale) {
        return replay.of(actor, new DraftId(id))
                .map(trial -> words.json(trial, locale))
                .orElse(Map.of("state", "NONE"));
    }

    @PostMapping("/api/v1/process-drafts/{id}/trial")
    @Requires(value = Right.RELEASE_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    @ResponseBody
    ResponseEntity<Map<String, Object>> start(@PathVariable long id, Actor actor, Locale locale) {
        var begun = replay.begin(actor, new DraftId(id));
        if (begun instanceof Begun.Running) {
            return ResponseEntity.accepted().body(read(id, actor, locale));
        }
        var why = words.refusal(begun, locale).orElse("");
        if (begun instanceof Begun.Unsafe unsafe) {
            return ResponseEntity.unprocessableEntity().body(Map.of("message", why, "findings", unsafe.errors()));
        }
        return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("message", why, "findings", List.of()));
    }
}
