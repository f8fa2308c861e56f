package vn.lantoa.tasklist;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Standing;
import vn.lantoa.organization.UnitId;

/** What is done: asked by four eyes, and by whoever comes too late. */
@Component
class ClosedTasks {

    /**
     * @param unit null when the dossier was unknown
     * @param person who completed it, null when it was cancelled
     */
    record ClosedTask(
            String id,
            String process,
            String step,
            String name,
            DossierKey dossier,
            String post,
            UnitId unit,
            UnitId desk,
            String person,
            Instant at) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final StepDays days;

    ClosedTasks(JdbcClient jdbc, Clock clock, StepDays days) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.days = days;
    }

    /** @param standing in whose place it was done, null when in one's own */
    void addCompleted(OpenTask task, Actor actor, Standing standing, String as, String outcome) {
        add(task, actor, standing, as, outcome, clock.instant());
    }

    /** The engine closed it: cancelled, unless its completion stands here already. */
    void addUnlessKnown(OpenTask task, Instant at) {
        if (find(task.id()).isEmpty()) {
            add(task, null, null, null, null, at == null ? clock.instant() : at);
        }
    }

    Optional<ClosedTask> find(String id) {
        return jdbc.sql("select * from closed_task where id = ?")
                .params(id)
                .query((row, n) -> new ClosedTask(
                        row.getString("id"),
                        row.getString("process"),
                        row.getString("step"),
                        row.getString("name"),
                        new DossierKey(row.getString("dossier_type"), row.getString("dossier_id")),
                        row.getString("post"),
                        unit(row.getObject("unit_id", Long.class)),
                        unit(row.getObject("desk_unit_id", Long.class)),
                        row.getString("person_name"),
                        row.getTimestamp("closed_at").toInstant()))
                .optional();
    }

    /**
     * Whether one of these persons did the step in this run of the process, or somebody did it in the place of one; opening a dossier again
     * starts a new run.
     */
    boolean did(Collection<PersonId> persons, String step, String instance) {
        return jdbc.sql("select count(*) from closed_task where instance = :instance and step = :step"
                                + " and (person_id in (:persons) or for_person_id in (:persons))")
                        .param("instance", instance)
                        .param("step", step)
                        .param("persons", persons.stream().map(PersonId::value).toList())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The outcome of what was done last in this run; empty when nothing was. */
    Optional<String> lastOutcome(String instance) {
        return jdbc.sql(
                        """
                        select outcome from closed_task where instance = ? and outcome is not null
                        order by closed_at desc limit 1""")
                .params(instance)
                .query(String.class)
                .optional();
    }

    /** The name a step had when it was done in this run. */
    Optional<String> nameOf(String instance, String step) {
        return jdbc.sql("select max(name) from closed_task where instance = ? and step = ?")
                .params(instance, step)
                .query(String.class)
                .optional();
    }

    private void add(OpenTask task, Actor actor, Standing standing, String as, String outcome, Instant at) {
        jdbc.sql(
                        """
                        insert into closed_task (id, process, instance, step, name, dossier_type, dossier_id, post, unit_id,
                            desk_unit_id, person_id, person_name, for_person_id, substitution_id, acted_as, outcome, closed_at,
                            definition, opened_at, working_days)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(task.id(), task.process(), task.instance(), task.step(), task.name())
                .params(task.dossier().type(), task.dossier().id(), task.post())
                .params(number(task.unit()), number(task.desk()))
                .params(actor == null ? null : actor.id().value(), actor == null ? null : actor.name())
                .params(
                        standing == null ? null : standing.person().value(),
                        standing == null ? null : standing.substitution())
                .params(as, outcome, Timestamp.from(at))
                .params(task.definition(), Timestamp.from(task.createdAt()), days.taken(task, at))
                .update();
    }

    private static UnitId unit(Long id) {
        return id == null ? null : UnitId.of(id);
    }

    private static Long number(UnitId unit) {
        return unit == null ? null : unit.value();
    }
}
