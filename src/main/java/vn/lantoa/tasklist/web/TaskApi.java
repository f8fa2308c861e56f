package vn.lantoa.tasklist.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.form.Acceptance.FieldError;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.tasklist.Assignment;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.tasklist.web.TaskController.DraftBody;

/** Tasks as JSON: the same use cases as the pages. */
@RestController
@RequestMapping("/api/v1/tasks")
class TaskApi {

    /** {@code username: null} gives it back to all holders. */
    record AssigneeBody(String username) {}

    record CompletionBody(String outcome, Map<String, Object> answers) {}

    private final Tasklist tasklist;
    private final DossierPage words;

    TaskApi(Tasklist tasklist, DossierPage words) {
        this.tasklist = tasklist;
        this.words = words;
    }

    @OpenToSignedIn
    @GetMapping
    Page<TaskJson> list(Actor actor, ListAddress address) {
        var page = tasklist.openFor(actor, address.toFilter());
        return new Page<>(page.items().stream().map(TaskJson::of).toList(), page.next());
    }

    @Requires(value = Right.DO_TASK, sight = Right.SEE_REPORT, of = "task")
    @GetMapping("/{id}")
    TaskJson.Opened open(@PathVariable String id, Actor actor) {
        return TaskJson.Opened.of(tasklist.view(actor, id));
    }

    @Requires(value = Right.DO_TASK, sight = Right.SEE_REPORT, of = "task")
    @PutMapping("/{id}/assignee")
    ResponseEntity<Void> assign(@PathVariable String id, @RequestBody AssigneeBody body, Actor actor, Locale locale) {
        var assigned = tasklist.assign(actor, id, body.username());
        if (assigned instanceof Assignment.Assigned) {
            return ResponseEntity.noContent().build();
        }
        var text = words.assignmentText(assigned, locale);
        throw assigned instanceof Assignment.ClaimedBy
                ? problem(HttpStatus.CONFLICT, text, Map.of())
                : refused(List.of(new FieldError("username", text)));
    }

    @Requires(value = Right.DO_TASK, sight = Right.SEE_REPORT, of = "task")
    @PutMapping("/{id}/draft")
    ResponseEntity<Map<String, Object>> draft(@PathVariable String id, @RequestBody DraftBody body, Actor actor) {
        return DraftBody.answer(tasklist.saveDraft(actor, id, body.known(), body.version()));
    }

    @Requires(value = Right.DO_TASK, sight = Right.SEE_REPORT, of = "task")
    @PostMapping("/{id}/completion")
    ResponseEntity<Void> complete(
            @PathVariable String id, @RequestBody CompletionBody body, Actor actor, Locale locale) {
        var answers = body.answers() == null ? Map.<String, Object>of() : body.answers();
        var completion = tasklist.complete(actor, id, body.outcome(), answers, locale);
        if (completion instanceof Completion.Refused refused) {
            throw refused(refused.errors());
        }
        if (completion instanceof Completion.NoLongerOpen gone) {
            throw tooLate(gone, locale);
        }
        return ResponseEntity.noContent().build();
    }

    private ErrorResponseException tooLate(Completion.NoLongerOpen gone, Locale locale) {
        return problem(
                HttpStatus.CONFLICT,
                words.goneText(gone, locale),
                Map.of(
                        "why",
                        gone.why(),
                        "by",
                        gone.by() == null ? "" : gone.by(),
                        "at",
                        Times.iso(gone.at()),
                        "draftKept",
                        true));
    }

    private static ErrorResponseException refused(List<FieldError> errors) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, null, Map.of("errors", errors));
    }

    private static ErrorResponseException problem(HttpStatus status, String detail, Map<String, Object> properties) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        properties.forEach(problem::setProperty);
        return new ErrorResponseException(status, problem, null);
    }
}
