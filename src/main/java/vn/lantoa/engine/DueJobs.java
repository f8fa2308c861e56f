package vn.lantoa.engine;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The engine's waiting timers and jobs, worked off in the caller's thread: for a clock that is moved by hand. */
@Component
public class DueJobs {

    private static final Logger log = LoggerFactory.getLogger(DueJobs.class);

    private final ManagementService management;
    private final HistoryService history;

    DueJobs(ManagementService management, HistoryService history) {
        this.management = management;
        this.history = history;
    }

    /** When the next timer of a process after this moment is due; empty when none waits. */
    public Optional<Instant> nextAfter(Instant moment) {
        var tidying = tidying();
        return management
                .createJobQuery()
                .timers()
                .active()
                .withRetriesLeft()
                .duedateHigherThan(Timestamp.from(moment))
                .orderByJobDuedate()
                .asc()
                .listPage(0, tidying.size() + 1)
                .stream()
                .filter(job -> !tidying.contains(job.getId()))
                .findFirst()
                .map(Job::getDuedate)
                .map(Date::getTime)
                .map(Instant::ofEpochMilli);
    }

    /** Runs what is due by the engine's clock, and what that makes due, until nothing is left. Gives how many jobs ran. */
    public int runAll() {
        var tried = new HashSet<>(tidying());
        var ran = 0;
        for (var job = next(tried); job.isPresent(); job = next(tried)) {
            tried.add(job.get());
            if (run(job.get())) {
                ran++;
            }
        }
        return ran;
    }

    /** A job that fails, or that another node has taken meanwhile, is not tried twice. */
    private Optional<String> next(HashSet<String> tried) {
        return management.createJobQuery().executable().active().list().stream()
                .map(Job::getId)
                .filter(id -> !tried.contains(id))
                .findFirst();
    }

    /** The jobs with which the engine tidies its history come back all night, and no process waits for them. */
    private Set<String> tidying() {
        return history.findHistoryCleanupJobs().stream().map(Job::getId).collect(Collectors.toSet());
    }

    private boolean run(String job) {
        try {
            management.executeJob(job);
            return true;
        } catch (RuntimeException e) {
            log.warn("Job {} did not run: {}", job, e.getMessage());
            return false;
        }
    }
}
