package vn.lantoa.tasklist;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.dossier.Dossiers;
import vn.lantoa.dossier.DuesChanged;

/** New due days for the open tasks of many dossiers: a handful of statements for each thousand of them. */
@Component
class ChangedDues {

    private static final int HANDFUL = 1_000;

    private final Dossiers dossiers;
    private final OpenPages pages;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final StepDays days;

    ChangedDues(Dossiers dossiers, OpenPages pages, JdbcClient jdbc, JdbcTemplate batches, StepDays days) {
        this.dossiers = dossiers;
        this.pages = pages;
        this.jdbc = jdbc;
        this.batches = batches;
        this.days = days;
    }

    @EventListener
    void on(DuesChanged changed) {
        changed.dossiers().stream()
                .collect(Collectors.groupingBy(
                        key -> key.type(), Collectors.mapping(key -> key.id(), Collectors.toList())))
                .forEach((type, ids) -> {
                    for (var start = 0; start < ids.size(); start += HANDFUL) {
                        change(type, ids.subList(start, Math.min(start + HANDFUL, ids.size())));
                    }
                });
    }

    private void change(String type, Collection<String> ids) {
        var tasks = jdbc.sql("select * from task where dossier_type = :type and dossier_id in (:ids)")
                .param("type", type)
                .param("ids", ids)
                .query(OpenTask::read)
                .list();
        if (!tasks.isEmpty()) {
            var feature = dossiers.typeOf(tasks.get(0).dossier());
            var found = feature.findAll(ids);
            tasks.stream()
                    .collect(Collectors.groupingBy(OpenTask::step))
                    .forEach((step, some) -> change(some, found, feature, step));
        }
    }

    private void change(List<OpenTask> tasks, Map<String, Dossier> found, Dossier.Type feature, String step) {
        var dues = feature.dues(
                tasks.stream()
                        .map(task -> found.get(task.dossier().id()))
                        .filter(one -> one != null)
                        .toList(),
                step);
        batches.batchUpdate(
                "update task set due = ?, due_key = ? where id = ?",
                tasks.stream()
                        .map(task -> {
                            var due = days.due(task, dues.get(task.dossier().id()));
                            return new Object[] {due, due == null ? DueStatus.NEVER : due, task.id()};
                        })
                        .toList());
        tasks.forEach(pages::changed);
    }
}
