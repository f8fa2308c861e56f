package vn.lantoa.tasklist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.engine.TaskGone;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.People;

/** Who works on a task of a post with several holders. The buttons read "Nhận xử lý", "Trả lại hàng chờ", "Chuyển người xử lý". */
@Component
class Claims {

    private final TaskRows rows;
    private final ClosedTasks closed;
    private final Reach reach;
    private final People people;
    private final Senders senders;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final OpenPages pages;
    private final TaskNotices notices;

    Claims(
            TaskRows rows,
            ClosedTasks closed,
            Reach reach,
            People people,
            Senders senders,
            Timeline timeline,
            AuditTrail audit,
            OpenPages pages,
            TaskNotices notices) {
        this.rows = rows;
        this.closed = closed;
        this.reach = reach;
        this.people = people;
        this.senders = senders;
        this.timeline = timeline;
        this.audit = audit;
        this.pages = pages;
        this.notices = notices;
    }

    /** Those on whose desk it lies: holders of the post in its unit, or in the nearest superior with any, then who stands in for them. */
    List<Actor> holders(OpenTask task) {
        if (task.unit() == null || task.knownPost() == null) {
            return List.of();
        }
        var holders = new ArrayList<>(people.holdersOf(task.knownPost(), task.desk()));
        holders.addAll(people.deputiesFor(task.knownPost(), task.desk(), task.process()));
        return holders;
    }

    /**
     * The name of the other person who works on it. A claim ends with the post of who made it, or with the time of the stand-in; it does not
     * stop who stands in for the one who made it.
     */
    Optional<String> other(Actor actor, OpenTask task) {
        var claim = task.claim();
        if (claim == null || claim.person().equals(actor.id())) {
            return Optional.empty();
        }
        var standing = reach.standing(actor, task);
        if (standing.filter(one -> one.represented().contains(claim.person())).isPresent()) {
            return Optional.empty();
        }
        return holders(task).stream()
                .filter(holder -> holder.id().equals(claim.person()))
                .findFirst()
                .map(Actor::name);
    }

    /** Gives it to somebody, or with null back to all holders. */
    @Transactional
    public Assignment assign(Actor actor, String taskId, String username) {
        var task = rows.lock(taskId).orElseThrow(() -> gone(actor, taskId));
        reach.require(actor, task);
        if (username == null) {
            return release(actor, task);
        }
        if (username.equals(actor.username())) {
            return claim(actor, task);
        }
        return handOver(actor, task, username);
    }

    private Assignment release(Actor actor, OpenTask task) {
        put(task, null);
        record("task.released", actor, task, Map.of());
        return new Assignment.Assigned();
    }

    private Assignment claim(Actor actor, OpenTask task) {
        reach.requireFourEyes(actor, task);
        var other = other(actor, task);
        if (other.isPresent()) {
            return new Assignment.ClaimedBy(other.get());
        }
        put(task, actor);
        record("task.claimed", actor, task, Map.of());
        return new Assignment.Assigned();
    }

    private Assignment handOver(Actor actor, OpenTask task, String username) {
        var to = holders(task).stream()
                .filter(holder -> holder.username().equals(username))
                .findFirst();
        if (to.isEmpty()) {
            return new Assignment.NotAHolder(username);
        }
        if (reach.barred(to.get(), task).isPresent()) {
            return new Assignment.FourEyes(to.get().name());
        }
        put(task, to.get());
        var as = senders.as(
                actor,
                task.knownPost(),
                task.desk(),
                reach.standing(actor, task).orElse(null));
        timeline.tell(
                task.dossier(),
                "timeline.handed-over",
                actor,
                as,
                task.desk(),
                null,
                task.name(),
                to.get().name());
        notices.handedOver(task, actor, to.get());
        record("task.handed-over", actor, task, Map.of("to", to.get().id().value()));
        return new Assignment.Assigned();
    }

    private void put(OpenTask task, Actor holder) {
        rows.claim(
                task.id(), holder == null ? null : new OpenTask.Claim(holder.id(), holder.username(), holder.name()));
        pages.changed(task);
    }

    private void record(String action, Actor actor, OpenTask task, Map<String, ?> more) {
        var facts = new LinkedHashMap<String, Object>(more);
        facts.put("task", task.id());
        reach.standing(actor, task)
                .ifPresent(standing -> facts.put("for", standing.person().value()));
        facts.put("step", task.step());
        audit.record(action, actor, task.dossier().toString(), task.desk(), facts, Map.of());
    }

    private RuntimeException gone(Actor actor, String taskId) {
        var done = closed.find(taskId);
        if (done.isEmpty()) {
            return new NotVisible("task " + taskId);
        }
        reach.require(actor, done.get());
        return new TaskGone(taskId, null);
    }
}
