package vn.lantoa.tasklist.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.dossier.OpenSteps;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.tasklist.Assignment;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.Draft;
import vn.lantoa.tasklist.Tasklist;

/** One task: its dossier, who works on it, its draft, and the click that completes it. */
@Controller
class TaskController {

    private final Tasklist tasklist;
    private final DossierPage page;
    private final PostedAnswers posted;
    private final OpenSteps steps;
    private final MessageSource messages;

    TaskController(Tasklist tasklist, DossierPage page, PostedAnswers posted, OpenSteps steps, MessageSource messages) {
        this.tasklist = tasklist;
        this.page = page;
        this.posted = posted;
        this.steps = steps;
        this.messages = messages;
    }

    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "task")
    @GetMapping("/tasks/{id}")
    String open(@PathVariable String id, Actor actor) {
        return "redirect:" + DossierPage.address(tasklist.dossierOf(actor, id));
    }

    /** The buttons read "Nhận xử lý", "Trả lại hàng chờ", "Chuyển người xử lý"; no name gives it back to all. */
    @Requires(value = Right.DO_TASK, sight = Right.SEE_REPORT, of = "task")
    @PostMapping("/tasks/{id}/assignee")
    ModelAndView assign(
            @PathVariable String id,
            @RequestParam(required = false) String username,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var dossier = tasklist.dossierOf(actor, id);
        var assigned = tasklist.assign(actor, id, username == null || username.isBlank() ? null : username);
        if (assigned instanceof Assignment.Assigned) {
            flash.addFlashAttribute("toast", messages.getMessage("tasklist.assigned", null, locale));
            return new ModelAndView("redirect:" + DossierPage.address(dossier));
        }
        return page.refusedAssignment(actor, dossier, assigned, locale);
    }

    /** The same as a resource, for islands and scripts. */
    @Requires(value = Right.DO_TASK, sight = Right.SEE_REPORT, of = "task")
    @PutMapping("/tasks/{id}/assignee")
    ModelAndView reassign(
            @PathVariable String id,
            @RequestParam(required = false) String username,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        return assign(id, username, actor, locale, flash);
    }

    /** Saved while typing. */
    @Requires(value = Right.DO_TASK, sight = Right.SEE_REPORT, of = "task")
    @PutMapping("/tasks/{id}/draft")
    ResponseEntity<Map<String, Object>> draft(@PathVariable String id, @RequestBody DraftBody body, Actor actor) {
        return DraftBody.answer(tasklist.saveDraft(actor, id, body.known(), body.version()));
    }

    /** Leads to the list, or back to the dossier where its next step is this person's too. */
    @Requires(value = Right.DO_TASK, sight = Right.SEE_REPORT, of = "task")
    @PostMapping("/tasks/{id}/completion")
    ModelAndView complete(
            @PathVariable String id,
            @RequestParam(required = false) String outcome,
            @RequestParam(defaultValue = "{}") String answers,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var typed = posted.read(answers);
        var completion = tasklist.complete(actor, id, outcome, typed, locale);
        if (completion instanceof Completion.Refused refused) {
            return page.refusedAnswers(actor, refused, typed, locale);
        }
        if (completion instanceof Completion.NoLongerOpen gone) {
            return page.tooLate(gone, locale);
        }
        var done = (Completion.Completed) completion;
        flash.addFlashAttribute(
                "toast", messages.getMessage("tasklist.completed", new Object[] {done.step(), done.outcome()}, locale));
        return new ModelAndView(
                "redirect:" + (steps.waitFor(done.dossier(), actor) ? DossierPage.address(done.dossier()) : "/tasks"));
    }

    /** What an island or a script sends to be kept. */
    record DraftBody(Map<String, Object> answers, long version) {

        Map<String, Object> known() {
            return answers == null ? Map.of() : answers;
        }

        /** The new version, or with 409 what is stored. */
        static ResponseEntity<Map<String, Object>> answer(Draft.Saving saving) {
            if (saving instanceof Draft.Saved saved) {
                return ResponseEntity.ok(Map.of("version", saved.version()));
            }
            var stored = ((Draft.Stale) saving).stored();
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .body(Map.of(
                            "version", stored.version(),
                            "answers", stored.answers(),
                            "updatedAt", Times.iso(stored.updatedAt())));
        }
    }
}
