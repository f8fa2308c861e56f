package vn.lantoa.tasklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Standing;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Rows made readable: units by name, due dates in working days. */
@Component
class TaskViews {

    private final Units units;
    private final Claims claims;
    private final Reach reach;
    private final WorkingDays workingDays;
    private final Clock clock;

    TaskViews(Units units, Claims claims, Reach reach, WorkingDays workingDays, Clock clock) {
        this.units = units;
        this.claims = claims;
        this.reach = reach;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    TaskView of(Actor reader, OpenTask task) {
        return of(reader, List.of(task)).get(0);
    }

    /** A page at once: its units are read together, and each desk is looked up once. */
    List<TaskView> of(Actor reader, List<OpenTask> tasks) {
        var today = LocalDate.now(clock);
        var names = units.findAll(tasks.stream()
                .flatMap(task -> Stream.of(task.subject(), task.unit()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var shared = new HashMap<String, Boolean>();
        return tasks.stream()
                .map(task -> of(reader, task, today, names, shared))
                .toList();
    }

    private TaskView of(
            Actor reader, OpenTask task, LocalDate today, Map<UnitId, Unit> names, Map<String, Boolean> shared) {
        var claim = task.claim();
        return new TaskView(
                task.id(),
                task.name(),
                task.process(),
                task.processName(),
                task.step(),
                task.dossier(),
                task.title(),
                task.post(),
                task.subject() == null ? null : names.get(task.subject()),
                task.unit() == null ? null : names.get(task.unit()),
                task.due(),
                DueStatus.of(task.due(), today),
                task.due() == null ? null : workingDays.between(today, task.due()),
                claim == null ? null : new TaskView.Assignee(claim.username(), claim.name()),
                task.createdAt(),
                task.sentBy(),
                reach.standing(reader, task).map(Standing::name).orElse(null),
                shared.computeIfAbsent(
                        task.post() + "@" + task.desk() + "/" + task.process(),
                        desk -> claims.holders(task).size() > 1));
    }
}
