package vn.lantoa.tasklist;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.UnitId;

/** The rows of the task table, one at a time. */
@Component
class TaskRows {

    private static final String INSERT =
            """
            insert into task (id, process, process_name, definition, instance, step, name, form, four_eyes,
                unit_role, dossier_type, dossier_id, dossier_title, dossier_unit_id, post, unit_id,
                desk_unit_id, due, due_key, working_days, sent_by, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    TaskRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Writes the row; one that is there already keeps who claimed it, who sent it and when it opened. */
    void put(OpenTask task, Collection<String> words) {
        if (update(task) == 0) {
            insert(task);
        }
        jdbc.sql("delete from task_word where task_id = ?").params(task.id()).update();
        batches.batchUpdate(
                "insert into task_word (task_id, word) values (?, ?)",
                cut(words).map(word -> new Object[] {task.id(), word}).toList());
    }

    /** Writes many rows that are new, in batches. */
    void insertAll(Map<OpenTask, ? extends Collection<String>> tasks) {
        batches.batchUpdate(
                INSERT, tasks.keySet().stream().map(TaskRows::values).toList());
        batches.batchUpdate(
                "insert into task_word (task_id, word) values (?, ?)",
                tasks.entrySet().stream()
                        .flatMap(task -> cut(task.getValue())
                                .map(word -> new Object[] {task.getKey().id(), word}))
                        .toList());
    }

    Optional<OpenTask> find(String id) {
        return jdbc.sql("select * from task where id = ?")
                .params(id)
                .query(OpenTask::read)
                .optional();
    }

    /** Finds it and holds it until the transaction ends: whoever comes second waits here and then finds nothing. */
    Optional<OpenTask> lock(String id) {
        return jdbc.sql("select * from task where id = ? for update")
                .params(id)
                .query(OpenTask::read)
                .optional();
    }

    List<OpenTask> of(DossierKey dossier) {
        return jdbc.sql("select * from task where dossier_type = ? and dossier_id = ? order by created_at, id")
                .params(dossier.type(), dossier.id())
                .query(OpenTask::read)
                .list();
    }

    List<String> ids() {
        return jdbc.sql("select id from task").query(String.class).list();
    }

    void delete(String id) {
        jdbc.sql("delete from task where id = ?").params(id).update();
    }

    void claim(String id, OpenTask.Claim claim) {
        jdbc.sql("update task set assignee_id = ?, assignee_username = ?, assignee_name = ? where id = ?")
                .params(
                        claim == null ? null : claim.person().value(),
                        claim == null ? null : claim.username(),
                        claim == null ? null : claim.name(),
                        id)
                .update();
    }

    private int update(OpenTask task) {
        return jdbc.sql(
                        """
                        update task set process = ?, process_name = ?, definition = ?, instance = ?, step = ?, name = ?,
                            form = ?, four_eyes = ?, unit_role = ?, dossier_title = ?, dossier_unit_id = ?, post = ?,
                            unit_id = ?, desk_unit_id = ?, due = ?, due_key = ?,
                            working_days = ?
                        where id = ?""")
                .params(task.process(), task.processName(), task.definition(), task.instance(), task.step())
                .params(task.name(), task.form(), task.fourEyes(), task.unitRole(), task.title())
                .params(number(task.subject()), task.post(), number(task.unit()), number(task.desk()))
                .params(task.due(), task.due() == null ? DueStatus.NEVER : task.due())
                .params(task.workingDays(), task.id())
                .update();
    }

    private void insert(OpenTask task) {
        batches.update(INSERT, values(task));
    }

    private static Object[] values(OpenTask task) {
        return new Object[] {
            task.id(),
            task.process(),
            task.processName(),
            task.definition(),
            task.instance(),
            task.step(),
            task.name(),
            task.form(),
            task.fourEyes(),
            task.unitRole(),
            task.dossier().type(),
            task.dossier().id(),
            task.title(),
            number(task.subject()),
            task.post(),
            number(task.unit()),
            number(task.desk()),
            task.due(),
            task.due() == null ? DueStatus.NEVER : task.due(),
            task.workingDays(),
            task.sentBy(),
            Timestamp.from(task.createdAt())
        };
    }

    private static Stream<String> cut(Collection<String> words) {
        return words.stream()
                .map(word -> word.length() > 100 ? word.substring(0, 100) : word)
                .distinct();
    }

    private static Long number(UnitId unit) {
        return unit == null ? null : unit.value();
    }
}
