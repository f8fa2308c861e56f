package vn.lantoa.tasklist.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.lantoa.document.Attachments;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.form.Acceptance.FieldError;
import vn.lantoa.organization.Actor;
import vn.lantoa.tasklist.Assignment;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.DossierView;
import vn.lantoa.tasklist.Draft;
import vn.lantoa.tasklist.TaskForm;
import vn.lantoa.tasklist.Tasklist;

/** The page of a dossier in all its answers: read, refused (422), too late (409). */
@Component
class DossierPage {

    private final Tasklist tasklist;
    private final Attachments attachments;
    private final PostedAnswers json;
    private final MessageSource messages;

    DossierPage(Tasklist tasklist, Attachments attachments, PostedAnswers json, MessageSource messages) {
        this.tasklist = tasklist;
        this.attachments = attachments;
        this.json = json;
        this.messages = messages;
    }

    static String address(DossierKey key) {
        return "/dossiers/" + key.type() + "/" + key.id();
    }

    ModelAndView show(Actor actor, DossierKey key, Locale locale) {
        return page(actor, tasklist.dossier(actor, key, locale), Map.of(), List.of(), locale);
    }

    ModelAndView showWithOlderDraft(Actor actor, DossierKey key, Locale locale) {
        return page(actor, tasklist.dossierWithOlderDraft(actor, key, locale), Map.of(), List.of(), locale);
    }

    /** The same page with what was typed and what is wrong with it. */
    ModelAndView refusedAnswers(Actor actor, Completion.Refused refused, Map<String, Object> typed, Locale locale) {
        var view = tasklist.dossier(actor, refused.dossier(), locale);
        var page = page(actor, view, typed, refused.errors(), locale);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    ModelAndView refusedAssignment(Actor actor, DossierKey key, Assignment refused, Locale locale) {
        var page = show(actor, key, locale);
        page.addObject("refusal", assignmentText(refused, locale));
        page.setStatus(refused instanceof Assignment.ClaimedBy ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    ModelAndView refusedNote(Actor actor, DossierKey key, String text, Locale locale) {
        var page = show(actor, key, locale);
        page.addObject("note", text);
        page.addObject("noteError", messages.getMessage("tasklist.note.size", null, locale));
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    /** Says who did it, and that nothing typed is lost. */
    ModelAndView tooLate(Completion.NoLongerOpen gone, Locale locale) {
        var page = new ModelAndView("tasklist/gone", HttpStatus.CONFLICT);
        page.addObject("step", gone.step());
        page.addObject("text", goneText(gone, locale));
        page.addObject("dossier", address(gone.dossier()));
        return page;
    }

    String goneText(Completion.NoLongerOpen gone, Locale locale) {
        return messages.getMessage(
                "tasklist.gone." + gone.why(), new Object[] {gone.by(), Times.readable(gone.at())}, locale);
    }

    String assignmentText(Assignment refused, Locale locale) {
        if (refused instanceof Assignment.ClaimedBy claimed) {
            return messages.getMessage("tasklist.claimed-by", new Object[] {claimed.name()}, locale);
        }
        if (refused instanceof Assignment.FourEyes barred) {
            return messages.getMessage("tasklist.four-eyes.other", new Object[] {barred.name()}, locale);
        }
        return messages.getMessage("tasklist.not-a-holder", null, locale);
    }

    private ModelAndView page(
            Actor actor, DossierView view, Map<String, Object> typed, List<FieldError> errors, Locale locale) {
        var page = new ModelAndView("tasklist/dossier");
        page.addObject("view", view);
        page.addObject("actor", actor);
        page.addObject("address", address(view.dossier().key()));
        page.addObject("errors", errors);
        page.addObject("typed", json.write(typed));
        page.addObject("times", new Times());
        page.addObject("attachments", attachments.of(actor, view.dossier().key()));
        page.addObject("mayAttach", attachments.mayAdd(actor, view.dossier().key()));
        page.addObject("stateWord", word(view, locale));
        if (view.mine() != null) {
            island(page, view.mine(), typed, errors);
        } else if (view.reading() != null) {
            page.addObject("schema", json.write(view.reading().schema()));
            page.addObject("answers", json.write(view.reading().data()));
        }
        page.addObject("kept", view.kept().stream().map(this::kept).toList());
        return page;
    }

    private void island(ModelAndView page, TaskForm task, Map<String, Object> typed, List<FieldError> errors) {
        Map<String, Object> answers = new LinkedHashMap<>(task.data());
        answers.putAll(typed);
        page.addObject("schema", json.write(task.schema()));
        page.addObject("answers", json.write(answers));
        page.addObject("errorsJson", json.write(errors));
        page.addObject("outcomesJson", json.write(outcomes(task)));
        if (task.draft() != null && !task.draftShown()) {
            page.addObject("olderDraft", Times.readable(task.draft().updatedAt()));
        }
        if (task.begun() != null) {
            page.addObject("begunAt", Times.readable(task.begun().draft().updatedAt()));
        }
        page.addObject("asks", task.schema().path("components").size() > 0);
    }

    private static List<Map<String, String>> outcomes(TaskForm task) {
        return task.outcomes().entrySet().stream()
                .map(outcome -> Map.of("code", outcome.getKey(), "name", outcome.getValue()))
                .toList();
    }

    private Map<String, String> kept(Draft draft) {
        return Map.of(
                "step", draft.stepName(),
                "at", Times.readable(draft.updatedAt()),
                "answers", json.write(draft.answers()));
    }

    private String word(DossierView view, Locale locale) {
        var dossier = view.dossier();
        var key = dossier.key().type() + ".state." + dossier.state();
        return messages.getMessage(key, null, dossier.state(), locale);
    }
}
