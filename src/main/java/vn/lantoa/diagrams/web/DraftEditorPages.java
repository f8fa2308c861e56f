package vn.lantoa.diagrams.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.lantoa.diagrams.DraftId;
import vn.lantoa.diagrams.ProcessDraft;
import vn.lantoa.diagrams.ProcessDrafts;
import vn.lantoa.diagrams.ProcessDrafts.Written;
import vn.lantoa.engine.ModelFile;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** The page on which one file of a draft is drawn, and what it keeps as one draws. */
@Controller
class DraftEditorPages {

    private final ProcessDrafts drafts;
    private final EditorChoices choices;

    DraftEditorPages(ProcessDrafts drafts, EditorChoices choices) {
        this.drafts = drafts;
        this.choices = choices;
    }

    /** What the island sends and gets: the file's text under the name that its saving line knows. */
    record Content(Map<String, String> answers, long version) {

        static Content of(ProcessDrafts.DraftFile file) {
            return new Content(
                    Map.of("content", new String(file.file().content(), StandardCharsets.UTF_8)), file.version());
        }
    }

    record Opened(String content, long version, EditorChoices.Choices choices) {}

    @GetMapping("/process-drafts/{id}/editor")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    String edit(@PathVariable long id, @RequestParam(required = false) String name, Actor actor, Model model) {
        var draft = drafts.findToDraw(actor, new DraftId(id));
        if (draft.state() != ProcessDraft.State.OPEN) {
            return "redirect:/process-drafts/" + id;
        }
        var files = drafts.files(actor, draft.id());
        var file = name == null ? files.get(0).name() : name;
        model.addAttribute("draft", draft);
        model.addAttribute("files", files);
        model.addAttribute("file", drafts.file(actor, draft.id(), file).file());
        return "diagrams/editor";
    }

    @GetMapping("/process-drafts/{id}/content")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    @ResponseBody
    Opened read(@PathVariable long id, @RequestParam(defaultValue = "") String name, Actor actor, Locale locale) {
        var draft = drafts.findToDraw(actor, new DraftId(id));
        var files = drafts.files(actor, draft.id());
        var file = drafts.file(actor, draft.id(), name.isEmpty() ? files.get(0).name() : name);
        return new Opened(
                new String(file.file().content(), StandardCharsets.UTF_8), file.version(), choices.of(files, locale));
    }

    @PutMapping("/process-drafts/{id}/content")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    @ResponseBody
    ResponseEntity<?> write(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestBody(required = false) Content content,
            Actor actor) {
        drafts.findToDraw(actor, new DraftId(id));
        if (content == null || content.answers() == null || content.answers().get("content") == null) {
            return ResponseEntity.unprocessableEntity().body(Map.of("version", 0));
        }
        var text = content.answers().get("content").getBytes(StandardCharsets.UTF_8);
        return answer(drafts.write(actor, new DraftId(id), new ModelFile(name, text), content.version()));
    }

    private static ResponseEntity<?> answer(Written written) {
        if (written instanceof Written.Kept kept) {
            return ResponseEntity.ok(Map.of("version", kept.version()));
        }
        if (written instanceof Written.Stale stale) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("stored", Content.of(stale.now())));
        }
        if (written instanceof Written.Refused refused) {
            return ResponseEntity.status(
                            refused.why() == ProcessDrafts.Why.TOO_LARGE
                                    ? HttpStatus.PAYLOAD_TOO_LARGE
                                    : HttpStatus.UNPROCESSABLE_ENTITY)
                    .body(Map.of("why", refused.why()));
        }
        return ResponseEntity.status(HttpStatus.NOT_FOUND).body(Map.of("why", "CLOSED"));
    }
}
