package vn.lantoa.tasklist;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.engine.TaskGone;
import vn.lantoa.form.Form;
import vn.lantoa.form.StepDesk;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;

/** The task list's door for pages of features: they name the dossier and the step, never a task. */
@Component
class StepDoor implements StepDesk {

    private final TaskRows rows;
    private final Tasklist tasklist;
    private final Reach reach;
    private final Claims claims;

    StepDoor(TaskRows rows, Tasklist tasklist, Reach reach, Claims claims) {
        this.rows = rows;
        this.tasklist = tasklist;
        this.reach = reach;
        this.claims = claims;
    }

    @Override
    public Optional<Opened> open(Actor actor, DossierKey dossier, String step) {
        return form(actor, dossier, step)
                .filter(form -> form.claimedBy() == null && form.barred() == null)
                .map(form -> new Opened(form.schema(), Form.of(form.schema()).draft(form.data())));
    }

    @Override
    public boolean waits(Actor actor, DossierKey dossier, String step) {
        return task(actor, dossier, step)
                .filter(task -> claims.other(actor, task).isEmpty()
                        && reach.barred(actor, task).isEmpty())
                .isPresent();
    }

    @Override
    public void keep(Actor actor, DossierKey dossier, String step, Map<String, Object> answers) {
        form(actor, dossier, step)
                .ifPresent(form -> tasklist.saveDraft(actor, form.task().id(), answers, form.version()));
    }

    @Override
    public Outcome complete(
            Actor actor, DossierKey dossier, String step, String outcome, Map<String, Object> answers, Locale locale) {
        var task = task(actor, dossier, step);
        if (task.isEmpty()) {
            return new Outcome.Gone();
        }
        var completion = tasklist.complete(actor, task.get().id(), outcome, answers, locale);
        if (completion instanceof Completion.Refused refused) {
            return new Outcome.Refused(refused.errors());
        }
        return completion instanceof Completion.Completed ? new Outcome.Done() : new Outcome.Gone();
    }

    private Optional<TaskForm> form(Actor actor, DossierKey dossier, String step) {
        return task(actor, dossier, step).flatMap(task -> view(actor, task.id()));
    }

    /** The open task of the step, for who has the post or stands in for who has. */
    private Optional<OpenTask> task(Actor actor, DossierKey dossier, String step) {
        return rows.of(dossier).stream()
                .filter(task -> task.step().equals(step))
                .findFirst()
                .filter(task -> reach.sits(actor, task));
    }

    private Optional<TaskForm> view(Actor actor, String task) {
        try {
            return Optional.of(tasklist.view(actor, task));
        } catch (TaskGone | NotVisible | NotAllowed notTheirs) {
            return Optional.empty();
        }
    }
}
