package vn.lantoa.tasklist;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.dossier.DossierChanged;
import vn.lantoa.dossier.Dossiers;
import vn.lantoa.engine.HumanTasks;
import vn.lantoa.engine.TaskClosed;
import vn.lantoa.engine.TaskOpened;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.Units;

/** Keeps the task table true: in the engine's transaction, from what the engine and the features publish. */
@Component
class TaskProjection {

    private static final Logger log = LoggerFactory.getLogger(TaskProjection.class);

    private final TaskRows rows;
    private final ClosedTasks closed;
    private final Desks desks;
    private final OpenPages pages;
    private final TaskNotices notices;
    private final Dossiers dossiers;
    private final Senders senders;
    private final Units units;
    private final HumanTasks engine;
    private final StepDays days;

    TaskProjection(
            TaskRows rows,
            ClosedTasks closed,
            Desks desks,
            OpenPages pages,
            TaskNotices notices,
            Dossiers dossiers,
            Senders senders,
            Units units,
            HumanTasks engine,
            StepDays days) {
        this.rows = rows;
        this.closed = closed;
        this.desks = desks;
        this.pages = pages;
        this.notices = notices;
        this.dossiers = dossiers;
        this.senders = senders;
        this.units = units;
        this.engine = engine;
        this.days = days;
    }

    @EventListener
    void on(TaskOpened opened) {
        var task = placed(OpenTask.of(opened, senders.lastOf(opened.dossier())));
        rows.put(task, wordsOf(task));
        pages.changed(task);
        notices.opened(task);
    }

    @EventListener
    void on(TaskClosed event) {
        rows.lock(event.taskId()).ifPresent(task -> {
            closed.addUnlessKnown(task, event.at());
            rows.delete(task.id());
            pages.changed(task);
            notices.closed(task);
            if (!event.completed()) {
                notices.cancelled(task);
            }
        });
    }

    @EventListener
    void on(DossierChanged changed) {
        for (var task : rows.of(changed.dossier())) {
            pages.changed(task);
            var now = placed(task);
            rows.put(now, wordsOf(now));
            pages.changed(now);
        }
    }

    /** Writes the table anew from the engine; what only we know (claims, senders) is kept. */
    @Transactional
    public void rebuild() {
        Set<String> gone = new HashSet<>(rows.ids());
        for (var opened : engine.open()) {
            var task = placed(OpenTask.of(opened, null));
            rows.put(task, wordsOf(task));
            gone.remove(task.id());
        }
        gone.forEach(rows::delete);
    }

    /** The row with what its dossier says today. A dossier that no feature knows is on nobody's desk. */
    private OpenTask placed(OpenTask task) {
        var found = dossiers.find(task.dossier());
        if (found.isEmpty()) {
            log.warn("Task {} belongs to {}, which no feature knows: nobody will see it.", task.id(), task.dossier());
            return task;
        }
        return placed(task, found.get());
    }

    private OpenTask placed(OpenTask task, Dossier dossier) {
        var type = dossiers.typeOf(task.dossier());
        var unit = type.unitFor(dossier, task.unitRole());
        return task.placed(
                dossier,
                unit,
                desks.deskOf(task.post(), unit),
                days.due(task, type.due(dossier, task.step()).orElse(null)));
    }

    private Set<String> wordsOf(OpenTask task) {
        var unit = Optional.ofNullable(task.subject()).flatMap(units::find).map(Unit::name);
        return task.words(unit.orElse(""));
    }
}
