package vn.lantoa.tasklist;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.form.Form;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.People;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** One task opened: its form, its draft, and why it lies here. */
@Component
class OpenedTasks {

    private final TaskRows rows;
    private final ClosedTasks closed;
    private final Reach reach;
    private final Claims claims;
    private final StepForms forms;
    private final Drafts drafts;
    private final People people;
    private final TaskViews views;
    private final Senders senders;
    private final Units units;
    private final MessageSource messages;

    OpenedTasks(
            TaskRows rows,
            ClosedTasks closed,
            Reach reach,
            Claims claims,
            StepForms forms,
            Drafts drafts,
            People people,
            TaskViews views,
            Senders senders,
            Units units,
            MessageSource messages) {
        this.rows = rows;
        this.closed = closed;
        this.reach = reach;
        this.claims = claims;
        this.forms = forms;
        this.drafts = drafts;
        this.people = people;
        this.views = views;
        this.senders = senders;
        this.units = units;
        this.messages = messages;
    }

    /** The dossier of a task, open or done, for those who may read the dossier or work on it. */
    DossierKey dossierOf(Actor actor, String taskId) {
        var open = rows.find(taskId);
        var key = open.map(OpenTask::dossier)
                .or(() -> closed.find(taskId).map(ClosedTasks.ClosedTask::dossier))
                .orElseThrow(() -> new NotVisible("task " + taskId));
        var works = open.filter(task -> reach.sits(actor, task)).isPresent();
        if (!works && !reach.sees(actor, key)) {
            throw new NotVisible("task " + taskId);
        }
        return key;
    }

    /**
     * The task with its form.
     *
     * @param olderDraft whether a draft from before this task (of a step done again since) shall cover what others wrote after it
     */
    TaskForm open(Actor actor, OpenTask task, boolean olderDraft) {
        var definition = forms.definition(task);
        var asked = forms.open(task, definition, actor);
        var draft = drafts.find(task.dossier(), task.step(), actor.id()).orElse(null);
        var shown = draft != null && (olderDraft || current(draft, task));
        var barred = reach.barred(actor, task);
        var begun = draft == null && barred.isEmpty() ? begun(actor, task) : Optional.<TaskForm.Begun>empty();
        Map<String, Object> data = new LinkedHashMap<>(asked.data());
        if (shown) {
            data.putAll(draft.answers());
        }
        begun.ifPresent(start -> data.putAll(start.draft().answers()));
        return new TaskForm(
                views.of(actor, task),
                asked.schema(),
                data,
                draft,
                shown,
                begun.orElse(null),
                forms.outcomes(definition),
                claims.holders(task),
                claims.other(actor, task).orElse(null),
                barred.orElse(null));
    }

    /** What the absent person had typed, or a deputy between who is absent too: a stand-in begins with it. */
    private Optional<TaskForm.Begun> begun(Actor actor, OpenTask task) {
        return reach.standing(actor, task).flatMap(standing -> standing.nearestFirst().stream()
                .flatMap(person -> begunBy(person, task).stream())
                .findFirst());
    }

    private Optional<TaskForm.Begun> begunBy(PersonId person, OpenTask task) {
        return drafts.find(task.dossier(), task.step(), person)
                .filter(draft -> current(draft, task))
                .flatMap(draft -> people.find(person).map(found -> new TaskForm.Begun(found.name(), draft)));
    }

    private static boolean current(Draft draft, OpenTask task) {
        return !draft.updatedAt().isBefore(task.createdAt());
    }

    /** Keeps what the form asks of these answers; a task that is gone keeps them all, nothing typed is lost. */
    Draft.Saving save(Actor actor, String taskId, Map<String, Object> answers, long version) {
        var open = rows.find(taskId);
        if (open.isEmpty()) {
            var done = closed.find(taskId).orElseThrow(() -> new NotVisible("task " + taskId));
            reach.require(actor, done);
            return drafts.save(
                    new Drafts.Place(done.dossier(), done.step(), done.name(), actor.id()), answers, version);
        }
        var task = open.get();
        reach.require(actor, task);
        var asked = forms.open(task, forms.definition(task), actor);
        return drafts.save(
                new Drafts.Place(task.dossier(), task.step(), task.name(), actor.id()),
                forms.draft(task, askedFor(Form.of(asked.schema()), answers)),
                version);
    }

    private static Map<String, Object> askedFor(Form form, Map<String, Object> answers) {
        try {
            return form.draft(answers);
        } catch (IllegalArgumentException tooLarge) {
            throw new AnswersTooLong(tooLarge.getMessage());
        }
    }

    TaskReason why(Actor actor, OpenTask task, Locale locale) {
        var standIn = task.desk() == null || task.desk().equals(task.unit()) ? null : unitName(task.desk());
        return new TaskReason(
                task.id(),
                senders.postName(task.post(), locale),
                unitName(task.unit()),
                task.unitRole(),
                standIn,
                reach.standing(actor, task)
                        .map(standing -> senders.instead(standing, locale))
                        .orElse(null),
                task.processName(),
                task.name(),
                task.due(),
                deadlineKey(task),
                fourEyesName(task),
                task.fourEyes() != null && reach.waived(task),
                claims.holders(task).stream().map(Actor::name).toList());
    }

    /** A process may say in words of its own what its deadline does. */
    private String deadlineKey(OpenTask task) {
        var own = "tasklist.why.deadline." + task.process() + "." + task.step();
        return messages.getMessage(own, null, null, Locale.ROOT) == null ? "tasklist.why.deadline" : own;
    }

    private String fourEyesName(OpenTask task) {
        if (task.fourEyes() == null) {
            return null;
        }
        return closed.nameOf(task.instance(), task.fourEyes()).orElse(task.fourEyes());
    }

    private String unitName(UnitId unit) {
        return Optional.ofNullable(unit).flatMap(units::find).map(Unit::name).orElse("–");
    }
}
