package vn.lantoa.tasklist;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.dossier.Dossiers;
import vn.lantoa.engine.StepDefinition;
import vn.lantoa.engine.TaskOpened;
import vn.lantoa.engine.TasksOpened;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** What {@link TaskProjection} does for one task, for many new ones at once: a handful of statements however many there are. */
@Component
class ManyTasks {

    private record Step(StepDefinition step, String dossierType) {}

    private final TaskRows rows;
    private final Desks desks;
    private final OpenPages pages;
    private final TaskNotices notices;
    private final Dossiers dossiers;
    private final Senders senders;
    private final Units units;
    private final StepDays days;

    ManyTasks(
            TaskRows rows,
            Desks desks,
            OpenPages pages,
            TaskNotices notices,
            Dossiers dossiers,
            Senders senders,
            Units units,
            StepDays days) {
        this.rows = rows;
        this.desks = desks;
        this.pages = pages;
        this.notices = notices;
        this.dossiers = dossiers;
        this.senders = senders;
        this.units = units;
        this.days = days;
    }

    @EventListener
    void on(TasksOpened opened) {
        opened.tasks().stream()
                .collect(Collectors.groupingBy(
                        task -> new Step(task.step(), task.dossier().type())))
                .forEach(this::put);
    }

    private void put(Step step, List<TaskOpened> opened) {
        var type = dossiers.typeOf(opened.get(0).dossier());
        var found = type.findAll(opened.stream().map(one -> one.dossier().id()).toList());
        var tasks = placed(step.step(), type, opened, found);
        var names = units.namesOf(
                found.values().stream().map(Dossier::unit).distinct().toList());
        var words = new LinkedHashMap<OpenTask, Set<String>>();
        tasks.forEach(task -> words.put(task, task.words(names.getOrDefault(task.subject(), ""))));
        rows.insertAll(words);
        tasks.forEach(pages::changed);
        notices.opened(tasks);
    }

    private List<OpenTask> placed(
            StepDefinition step, Dossier.Type type, List<TaskOpened> opened, Map<String, Dossier> found) {
        var sent = senders.lastOf(type.type(), found.keySet());
        var dues = type.dues(found.values(), step.step());
        var at = found.values().stream()
                .collect(Collectors.toMap(one -> one.key().id(), one -> type.unitFor(one, step.unitRole())));
        var seats = desksOf(step.post(), at.values());
        return opened.stream()
                .filter(one -> found.containsKey(one.dossier().id()))
                .map(one -> {
                    var id = one.dossier().id();
                    var unit = at.get(id);
                    var task = OpenTask.of(one, sent.get(id));
                    return task.placed(
                            found.get(id), unit, seats.getOrDefault(unit, unit), days.due(task, dues.get(id)));
                })
                .toList();
    }

    private Map<UnitId, UnitId> desksOf(String post, Collection<UnitId> at) {
        return Post.ofCode(post).map(known -> desks.desksOf(known, at)).orElse(Map.of());
    }
}
