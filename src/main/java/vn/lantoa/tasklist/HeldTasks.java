package vn.lantoa.tasklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Duties;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;

/** What a holder of a post has claimed or begun to write: handed over when the post changes hands. */
@Component
class HeldTasks implements Duties {

    private static final String AT_POST = " post = ? and (unit_id = ? or desk_unit_id = ?) ";

    private final JdbcClient jdbc;
    private final TaskRows rows;
    private final Reach reach;
    private final OpenPages pages;

    HeldTasks(JdbcClient jdbc, TaskRows rows, Reach reach, OpenPages pages) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.reach = reach;
        this.pages = pages;
    }

    @Override
    public List<Duty> of(PersonId person, Post post, UnitId unit) {
        var duties = new ArrayList<Duty>();
        claimed(person, post, unit).forEach(task -> duties.add(duty("claimed", task)));
        drafted(person, post, unit).stream()
                .filter(task -> task.claim() == null || !task.claim().person().equals(person))
                .forEach(task -> duties.add(duty("draft", task)));
        return duties;
    }

    @Override
    @Transactional
    public void handOver(PersonId person, Actor successor, Post post, UnitId unit, boolean claimsToo) {
        drafted(person, post, unit).forEach(task -> passDraft(person, successor, task));
        for (var task : claimed(person, post, unit)) {
            var may = claimsToo
                    && reach.sits(successor, task)
                    && reach.barred(successor, task).isEmpty();
            rows.claim(
                    task.id(), may ? new OpenTask.Claim(successor.id(), successor.username(), successor.name()) : null);
            pages.changed(task);
        }
    }

    /** A draft of the successor's own stands: two drafts of one step cannot both be shown, and the older hand's is kept where it was. */
    private void passDraft(PersonId person, Actor successor, OpenTask task) {
        jdbc.sql(
                        """
                        insert into task_draft (dossier_type, dossier_id, step, person_id, step_name, answers, version, updated_at)
                        select dossier_type, dossier_id, step, cast(? as bigint), step_name, answers, 1, updated_at from task_draft
                        where dossier_type = ? and dossier_id = ? and step = ? and person_id = ?
                            and not exists (select 1 from task_draft d where d.dossier_type = ? and d.dossier_id = ?
                                and d.step = ? and d.person_id = ?)""")
                .params(successor.id().value())
                .params(task.dossier().type(), task.dossier().id(), task.step(), person.value())
                .params(
                        task.dossier().type(),
                        task.dossier().id(),
                        task.step(),
                        successor.id().value())
                .update();
    }

    private List<OpenTask> claimed(PersonId person, Post post, UnitId unit) {
        return jdbc.sql("select * from task where assignee_id = ? and" + AT_POST + "order by due_key, id")
                .params(person.value(), post.code(), unit.value(), unit.value())
                .query(OpenTask::read)
                .list();
    }

    private List<OpenTask> drafted(PersonId person, Post post, UnitId unit) {
        return jdbc.sql("select t.* from task t where exists (select 1 from task_draft d where d.person_id = ?"
                        + " and d.dossier_type = t.dossier_type and d.dossier_id = t.dossier_id and d.step = t.step) and"
                        + AT_POST + "order by due_key, id")
                .params(person.value(), post.code(), unit.value(), unit.value())
                .query(OpenTask::read)
                .list();
    }

    private static Duty duty(String kind, OpenTask task) {
        LocalDate due = task.due();
        return new Duty(kind, task.name() + ": " + task.title(), due, "/tasks/" + task.id());
    }
}
