package vn.lantoa.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;

/**
 * Running cases go from one version of their process to another: each step to the step of the same id, timers keep the moment they were set
 * to. One case is one act of the engine: it goes whole or not at all.
 */
@Component
public class CaseMoves {

    private final Migrations migrations;
    private final JdbcClient jdbc;

    CaseMoves(Migrations migrations, JdbcClient jdbc) {
        this.migrations = migrations;
        this.jdbc = jdbc;
    }

    /** A running case of one version. */
    public record Case(String instance, DossierKey dossier) {}

    /** Why a case cannot go. */
    public enum Obstacle {
        /** The step it stands on is not in the new version. */
        STEP_GONE,
        /** A step of this id is there, but is another kind of step, or lies elsewhere. */
        STEP_OTHER,
        /** Something else; the engine's own words say what. */
        OTHER
    }

    /** @param step id of the step it stands on; empty when it is no step */
    public record Reason(Obstacle obstacle, String step, String detail) {}

    /** What became of one case. */
    public sealed interface Outcome {

        /** It stands on the new version now. */
        record Moved() implements Outcome {}

        /** It ended meanwhile, or went to yet another version: nothing to move. */
        record Gone() implements Outcome {}
    }

    /** The case stays as it was; the caller's transaction is lost. */
    public static class MoveRefused extends RuntimeException {

        private final transient List<Reason> reasons;

        MoveRefused(List<Reason> reasons, Throwable cause) {
            super("a case cannot be moved: " + reasons, cause);
            this.reasons = List.copyOf(reasons);
        }

        public List<Reason> reasons() {
            return reasons;
        }
    }

    /** The running cases of a version, called ones too, in a fixed order. */
    public List<Case> cases(String definition) {
        return jdbc.sql("select id_, business_key_ from act_ru_execution where proc_def_id_ = ? and parent_id_ is null"
                        + " order by id_")
                .param(definition)
                .query((row, n) -> new Case(row.getString("id_"), dossier(row.getString("business_key_"))))
                .list();
    }

    /** How many cases run on each version of a process, by the version's id; versions without any are left out. */
    public Map<String, Integer> running(String process) {
        return jdbc
                .sql("select e.proc_def_id_ as definition, count(*) as cases from act_ru_execution e"
                        + " join act_re_procdef d on d.id_ = e.proc_def_id_ where d.key_ = ? and e.parent_id_ is null"
                        + " group by e.proc_def_id_")
                .param(process)
                .query((row, n) -> Map.entry(row.getString("definition"), row.getInt("cases")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Moves one case in the caller's transaction. The task list hears of it; claims and begun answers stay with the task.
     *
     * @param source the version it is to come from: a case on another one is left alone
     * @throws MoveRefused when it stands where the new version has no place for it
     * @throws TaskGone when somebody acted on it at the same moment: to be tried again
     */
    public Outcome move(String instance, String source, String target) {
        var standsOn = jdbc.sql("select proc_def_id_ from act_ru_execution where id_ = ? and parent_id_ is null")
                .param(instance)
                .query(String.class)
                .optional();
        if (standsOn.equals(Optional.of(target))) {
            return new Outcome.Moved();
        }
        if (!standsOn.equals(Optional.of(source))) {
            return new Outcome.Gone();
        }
        try {
            migrations.run(migrations.plan(source, target), instance);
            return new Outcome.Moved();
        } catch (OptimisticLockingException e) {
            throw new TaskGone(instance, e);
        }
    }

    private static DossierKey dossier(String key) {
        return key == null ? null : DossierKey.of(key);
    }
}
