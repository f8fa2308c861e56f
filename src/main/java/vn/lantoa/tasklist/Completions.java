package vn.lantoa.tasklist;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.engine.HumanTasks;
import vn.lantoa.engine.TaskGone;
import vn.lantoa.form.Acceptance;
import vn.lantoa.form.Acceptance.FieldError;
import vn.lantoa.form.Form;
import vn.lantoa.form.Steps;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.tasklist.Completion.Completed;
import vn.lantoa.tasklist.Completion.NoLongerOpen;
import vn.lantoa.tasklist.Completion.Refused;
import vn.lantoa.tasklist.Completion.Why;

/** The way of a click on an outcome's button (ARCHITECTURE §3): one transaction, and a refuge for the answers when it is lost. */
@Component
class Completions {

    private final TaskRows rows;
    private final ClosedTasks closed;
    private final Reach reach;
    private final Claims claims;
    private final StepForms forms;
    private final HumanTasks engine;
    private final Drafts drafts;
    private final CompletionRecords records;
    private final MessageSource messages;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Completions(
            TaskRows rows,
            ClosedTasks closed,
            Reach reach,
            Claims claims,
            StepForms forms,
            HumanTasks engine,
            Drafts drafts,
            CompletionRecords records,
            MessageSource messages,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.closed = closed;
        this.reach = reach;
        this.claims = claims;
        this.forms = forms;
        this.engine = engine;
        this.drafts = drafts;
        this.records = records;
        this.messages = messages;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    Completion complete(Actor actor, String taskId, String outcome, Map<String, Object> answers, Locale locale) {
        try {
            var outcomeOf = transaction.execute(status -> attempt(actor, taskId, outcome, answers, locale, status));
            if (outcomeOf instanceof NoLongerOpen gone) {
                keep(actor, taskId, gone, answers);
            }
            return outcomeOf;
        } catch (TaskGone | ConcurrencyFailureException lost) {
            var gone = gone(actor, taskId);
            keep(actor, taskId, gone, answers);
            return gone;
        }
    }

    private Completion attempt(
            Actor actor,
            String taskId,
            String outcome,
            Map<String, Object> answers,
            Locale locale,
            TransactionStatus status) {
        var found = rows.lock(taskId);
        if (found.isEmpty()) {
            return gone(actor, taskId);
        }
        var task = found.get();
        reach.require(actor, task);
        reach.requireFourEyes(actor, task);
        var claimer = claims.other(actor, task);
        if (claimer.isPresent()) {
            return new NoLongerOpen(task.dossier(), task.name(), Why.CLAIMED, claimer.get(), clock.instant());
        }
        return take(actor, task, outcome, answers, locale, status);
    }

    private Completion take(
            Actor actor,
            OpenTask task,
            String outcome,
            Map<String, Object> answers,
            Locale locale,
            TransactionStatus status) {
        var definition = forms.definition(task);
        if (outcome == null || !forms.outcomes(definition).containsKey(outcome)) {
            return new Refused(task.dossier(), List.of(unknownOutcome(locale)));
        }
        var asked = forms.open(task, definition, actor);
        var acceptance = Form.of(asked.schema()).accept(answers, asked.data(), outcome, locale);
        if (acceptance instanceof Acceptance.Refused refused) {
            if (refused.unknownKeys()) {
                records.refused(task, actor, refused.errors());
            }
            return new Refused(task.dossier(), refused.errors());
        }
        var accepted = ((Acceptance.Accepted) acceptance).answers();
        var verdict = forms.complete(task, outcome, accepted, actor);
        if (verdict instanceof Steps.Verdict.Refused refused) {
            status.setRollbackOnly();
            return new Refused(task.dossier(), refused.errors());
        }
        var taken = (Steps.Verdict.Taken) verdict;
        var outcomeName = forms.outcomes(definition).get(outcome);
        records.completed(task, actor, outcome, outcomeName, accepted, taken);
        drafts.delete(task.dossier(), task.step(), actor.id());
        engine.complete(task.id(), outcome, taken.variables());
        return new Completed(task.dossier(), task.name(), outcomeName);
    }

    /** Who was quicker; or, for somebody who could never see the task, that there is none. */
    private NoLongerOpen gone(Actor actor, String taskId) {
        var done = closed.find(taskId);
        if (done.isPresent()) {
            var task = done.get();
            reach.require(actor, task);
            var why = task.person() == null ? Why.CANCELLED : Why.COMPLETED;
            return new NoLongerOpen(task.dossier(), task.name(), why, task.person(), task.at());
        }
        var open = rows.find(taskId).orElseThrow(() -> new NotVisible("task " + taskId));
        reach.require(actor, open);
        return new NoLongerOpen(open.dossier(), open.name(), Why.COLLIDED, null, clock.instant());
    }

    private void keep(Actor actor, String taskId, NoLongerOpen gone, Map<String, Object> answers) {
        var step = closed.find(taskId)
                .map(ClosedTasks.ClosedTask::step)
                .or(() -> rows.find(taskId).map(OpenTask::step))
                .orElse(gone.step());
        drafts.keep(new Drafts.Place(gone.dossier(), step, gone.step(), actor.id()), answers);
    }

    private FieldError unknownOutcome(Locale locale) {
        return new FieldError("outcome", messages.getMessage("tasklist.outcome.unknown", null, locale));
    }
}
