package vn.lantoa.tasklist;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.form.Acceptance.FieldError;
import vn.lantoa.form.Steps;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Standing;
import vn.lantoa.organization.UnitId;

/** What is written down when a task is done: the sentence, who did it, what replay needs, the audit entry. */
@Component
class CompletionRecords {

    private final JdbcClient jdbc;
    private final ClosedTasks closed;
    private final Reach reach;
    private final Timeline timeline;
    private final Senders senders;
    private final AuditTrail audit;
    private final AnswerText text;
    private final MessageSource messages;
    private final Clock clock;

    CompletionRecords(
            JdbcClient jdbc,
            ClosedTasks closed,
            Reach reach,
            Timeline timeline,
            Senders senders,
            AuditTrail audit,
            AnswerText text,
            MessageSource messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.closed = closed;
        this.reach = reach;
        this.timeline = timeline;
        this.senders = senders;
        this.audit = audit;
        this.text = text;
        this.messages = messages;
        this.clock = clock;
    }

    /** Before the engine moves on: the next task asks who did this one. */
    void completed(
            OpenTask task,
            Actor actor,
            String outcome,
            String outcomeName,
            Map<String, Object> answers,
            Steps.Verdict.Taken taken) {
        var seat = seatOf(task, actor);
        var standing = reach.standing(actor, task).orElse(null);
        var as = senders.as(actor, task.knownPost(), seat, standing);
        closed.addCompleted(task, actor, standing, as, outcome);
        timeline.tell(task.dossier(), sentence(task, outcome), actor, as, seat, taken.note(), task.name(), outcomeName);
        keepFact(task, actor, outcome, answers, taken.variables());
        audit.record(
                "task.completed", actor, task.dossier().toString(), seat, facts(task, outcome, standing), Map.of());
    }

    private static Map<String, Object> facts(OpenTask task, String outcome, Standing standing) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("task", task.id());
        facts.put("process", task.process());
        facts.put("definition", task.definition());
        facts.put("step", task.step());
        facts.put("post", task.post());
        facts.put("outcome", outcome);
        if (standing != null) {
            facts.put("for", standing.person().value());
            facts.put("substitution", standing.substitution());
        }
        return facts;
    }

    /** Somebody slipped in what the form did not ask: nothing is stored but that it was tried. */
    void refused(OpenTask task, Actor actor, List<FieldError> errors) {
        audit.record(
                "task.refused",
                actor,
                task.dossier().toString(),
                seatOf(task, actor),
                Map.of("task", task.id(), "process", task.process(), "step", task.step()),
                Map.of("keys", errors.stream().map(FieldError::key).collect(Collectors.joining(", "))));
    }

    /** A process may have words of its own for an outcome: {@code timeline.unit-report.DraftReport.submit}. */
    private String sentence(OpenTask task, String outcome) {
        var own = "timeline." + task.process() + "." + task.step() + "." + outcome;
        return messages.getMessage(own, null, null, Locale.ROOT) == null ? "timeline.completed" : own;
    }

    private void keepFact(
            OpenTask task, Actor actor, String outcome, Map<String, Object> answers, Map<String, Object> variables) {
        jdbc.sql(
                        """
                        insert into decision_fact (task_id, process, definition, instance, step, dossier_type, dossier_id,
                            person_id, post, unit_id, outcome, answers, variables, decided_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(task.id(), task.process(), task.definition(), task.instance(), task.step())
                .params(task.dossier().type(), task.dossier().id(), actor.id().value(), task.post())
                .params(seatOf(task, actor).value(), outcome, text.write(answers), text.write(variables))
                .params(Timestamp.from(clock.instant()))
                .update();
    }

    private static UnitId seatOf(OpenTask task, Actor actor) {
        return actor.actsAs(task.knownPost(), task.unit(), task.process()) ? task.unit() : task.desk();
    }
}
