package vn.lantoa.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One case from the inside: where it stands, what came before, what it waits for and what it knows. */
@Component
public class CaseWatch {

    private final RuntimeService runtime;
    private final StepNames names;
    private final CaseMemory memory;
    private final JdbcClient jdbc;

    CaseWatch(RuntimeService runtime, StepNames names, CaseMemory memory, JdbcClient jdbc) {
        this.runtime = runtime;
        this.names = names;
        this.memory = memory;
        this.jdbc = jdbc;
    }

    /**
     * Where a token stands.
     *
     * @param token the engine's id of this stay on the step: gone as soon as the token is
     * @param begun false while the step's own job has not begun yet
     */
    public record Place(String token, String step, String name, String type, boolean begun) {}

    /**
     * A stay on a step.
     *
     * @param until empty while it lasts
     * @param cancelled left without being completed
     */
    public record Stay(
            String step, String name, String type, Instant from, Optional<Instant> until, boolean cancelled) {}

    /**
     * Something the engine will do by itself.
     *
     * @param due empty: as soon as it can
     * @param attempts that are left; 0 when it has given up
     * @param cause why it failed last; empty when it never did
     */
    public record Waiting(
            String job,
            String step,
            String name,
            boolean timer,
            Optional<Instant> due,
            int attempts,
            Optional<String> cause) {}

    /** Where the tokens of a running case stand; empty when it has ended. */
    public List<Place> places(String instance) {
        var tree = runtime.getActivityInstance(instance);
        var places = new ArrayList<Place>();
        if (tree != null) {
            gather(tree, tree.getProcessDefinitionId(), places::add);
        }
        return places;
    }

    private void gather(ActivityInstance one, String definition, Consumer<Place> found) {
        for (var waiting : one.getChildTransitionInstances()) {
            found.accept(place(waiting.getId(), waiting.getActivityId(), waiting.getActivityType(), definition, false));
        }
        if (one.getChildActivityInstances().length == 0 && one.getParentActivityInstanceId() != null) {
            if (one.getChildTransitionInstances().length == 0) {
                found.accept(place(one.getId(), one.getActivityId(), one.getActivityType(), definition, true));
            }
            return;
        }
        for (var child : one.getChildActivityInstances()) {
            gather(child, definition, found);
        }
    }

    private Place place(String token, String step, String type, String definition, boolean begun) {
        var drawn = step.replaceAll("#.*", "");
        return new Place(token, drawn, names.of(definition, drawn), type, begun);
    }

    /** The whole way of a case so far, the newest first. */
    public List<Stay> history(String instance) {
        var way = new ArrayList<>(memory.way(instance));
        Collections.reverse(way);
        return way;
    }

    /** The jobs of a case, those that come first in front. */
    public List<Waiting> jobs(String instance) {
        return jdbc
                .sql("select j.id_, j.type_, j.duedate_, j.retries_, j.exception_msg_, j.process_def_id_, d.act_id_"
                        + " from act_ru_job j left join act_ru_jobdef d on d.id_ = j.job_def_id_"
                        + " where j.process_instance_id_ = ?")
                .param(instance)
                .query((row, n) -> new Waiting(
                        row.getString("id_"),
                        row.getString("act_id_"),
                        names.of(row.getString("process_def_id_"), row.getString("act_id_")),
                        row.getString("type_").equals("timer"),
                        Optional.ofNullable(row.getTimestamp("duedate_")).map(java.sql.Timestamp::toInstant),
                        row.getInt("retries_"),
                        Optional.ofNullable(row.getString("exception_msg_"))))
                .list()
                .stream()
                .sorted(Comparator.comparing((Waiting one) -> one.due().orElse(Instant.MIN)))
                .toList();
    }

    /** What a case knows, by name; of an ended one what it knew last. Values that are not plain are not read. */
    public Map<String, Object> variables(String instance) {
        return memory.known(instance);
    }
}
