package vn.lantoa.engine;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;

/** The jobs the engine gave up after its last attempt, and the button that tries once more. */
@Component
public class FailedJobs {

    private final ManagementService management;
    private final StepNames names;
    private final JdbcClient jdbc;

    FailedJobs(ManagementService management, StepNames names, JdbcClient jdbc) {
        this.management = management;
        this.names = names;
        this.jdbc = jdbc;
    }

    /**
     * A job without attempts left: the case stands still there.
     *
     * @param name of the step
     * @param cause the engine's words
     */
    public record Failed(
            String job,
            String instance,
            Optional<DossierKey> dossier,
            String step,
            String name,
            Instant since,
            String cause) {}

    /** What became of another attempt. */
    public sealed interface Attempt {

        /** It went well; the case goes on. */
        record Done() implements Attempt {}

        /** It failed again; nothing of it stays. */
        record Again(String cause) implements Attempt {}

        /** Somebody else did it, or does it at this moment. */
        record Gone() implements Attempt {}
    }

    /** Those of a process, the oldest first. */
    public List<Failed> of(String process, int most) {
        return read("d.key_ = ?", process, most);
    }

    /** Those of one case. */
    public List<Failed> of(String instance) {
        return read("i.proc_inst_id_ = ?", instance, Integer.MAX_VALUE);
    }

    private List<Failed> read(String where, String value, int most) {
        return jdbc.sql("select i.configuration_, i.proc_inst_id_, e.business_key_, i.activity_id_, i.proc_def_id_,"
                        + " i.incident_timestamp_, i.incident_msg_ from act_ru_incident i"
                        + " join act_re_procdef d on d.id_ = i.proc_def_id_"
                        + " join act_ru_execution e on e.id_ = i.proc_inst_id_"
                        // A case that waits for a called one has an incident too; its cause is the called one's.
                        + " where i.incident_type_ = 'failedJob' and i.cause_incident_id_ = i.id_ and " + where
                        + " order by i.incident_timestamp_, i.id_ limit ?")
                .params(value, most)
                .query((row, n) -> new Failed(
                        row.getString("configuration_"),
                        row.getString("proc_inst_id_"),
                        Optional.ofNullable(row.getString("business_key_")).map(DossierKey::of),
                        row.getString("activity_id_"),
                        names.of(row.getString("proc_def_id_"), row.getString("activity_id_")),
                        row.getTimestamp("incident_timestamp_").toInstant(),
                        Optional.ofNullable(row.getString("incident_msg_")).orElse("")))
                .list();
    }

    /** Where in the software it failed last, for whoever mends it; empty when nobody knows. */
    public String trace(String job) {
        return management.createJobQuery().jobId(job).count() == 0
                ? ""
                : Objects.requireNonNullElse(management.getJobExceptionStacktrace(job), "");
    }

    /** Runs a failed job once more, now and in a transaction of its own. */
    public Attempt tryAgain(String job) {
        if (management.createJobQuery().jobId(job).noRetriesLeft().count() == 0) {
            return new Attempt.Gone();
        }
        try {
            management.executeJob(job);
            return new Attempt.Done();
        } catch (OptimisticLockingException e) {
            return new Attempt.Gone();
        } catch (RuntimeException e) {
            return management.createJobQuery().jobId(job).count() == 0
                    ? new Attempt.Gone()
                    : new Attempt.Again(innermost(e).getMessage());
        }
    }

    private static Throwable innermost(Throwable thrown) {
        return thrown.getCause() == null || thrown.getCause() == thrown ? thrown : innermost(thrown.getCause());
    }
}
