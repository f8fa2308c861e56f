package vn.lantoa.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.jobexecutor.AsyncContinuationJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lantoa.engine.RehearsalRecorder.Tape;
import vn.lantoa.engine.RehearsalTrace.Place;
import vn.lantoa.engine.RehearsalTrace.Stop;
import vn.lantoa.engine.RehearsedCase.Recorded;

/** Plays one case through one version: at each place where it waits, what is recorded for that place happens. */
class RehearsalPlayer {

    private static final Logger LOG = LoggerFactory.getLogger(RehearsalPlayer.class);

    private final RehearsalEngine stage;
    private final Rehearsal version;
    private final Tape tape;
    private final List<Place> waiting = new ArrayList<>();
    private Stop stop = Stop.NOTHING_RECORDED;

    RehearsalPlayer(RehearsalEngine stage, Rehearsal version, Tape tape) {
        this.stage = stage;
        this.version = version;
        this.tape = tape;
    }

    /** The engine forgets the case afterwards: only what is on the tape remains. */
    RehearsalTrace play() {
        RehearsalRecorder.begin(tape);
        try {
            stage.rolledBack(this::walk);
        } catch (RuntimeException | StackOverflowError e) {
            stop = tooLong(e) ? Stop.TOO_LONG : Stop.FAILED;
            LOG.debug("A rehearsed case cannot go on", e);
        } finally {
            RehearsalRecorder.end();
        }
        return new RehearsalTrace(
                List.copyOf(tape.steps),
                List.copyOf(tape.tables),
                List.copyOf(tape.unasked),
                List.copyOf(tape.ends),
                List.copyOf(waiting),
                stop);
    }

    private static boolean tooLong(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RehearsalRecorder.TooLong) {
                return true;
            }
        }
        return false;
    }

    private void walk() {
        start();
        while (true) {
            tape.check();
            if (goOn()) {
                continue;
            }
            var places = places();
            var next = tape.past.next(places.keySet());
            if (next.isEmpty()) {
                break;
            }
            tape.now = next.get().at();
            places.get(next.get().process() + "/" + next.get().activity()).happens(next.get());
        }
        if (stage.engine.getRuntimeService().createProcessInstanceQuery().count() == 0) {
            stop = Stop.ENDED;
        } else {
            stage.engine
                    .getTaskService()
                    .createTaskQuery()
                    .list()
                    .forEach(task -> waiting.add(new Place(
                            task.getTaskDefinitionKey(),
                            task.getName() == null ? task.getTaskDefinitionKey() : task.getName())));
        }
    }

    private void start() {
        var builder = stage.engine
                .getRuntimeService()
                .createProcessInstanceById(version.definition)
                .businessKey("rehearsal:1");
        builder.setVariables(new HashMap<>(tape.past.startVariables()));
        tape.past.startedBy().filter(version.starts::contains).ifPresent(builder::startBeforeActivity);
        builder.execute();
    }

    /** Steps that a version lets wait for a free hand are done at once. */
    private boolean goOn() {
        var ready = jobs().stream()
                .filter(job -> AsyncContinuationJobHandler.TYPE.equals(((JobEntity) job).getJobHandlerType()))
                .findFirst();
        ready.ifPresent(job -> stage.engine.getManagementService().executeJob(job.getId()));
        return ready.isPresent();
    }

    private List<Job> jobs() {
        return stage.engine.getManagementService().createJobQuery().list().stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .toList();
    }

    private interface Waiting {
        void happens(Recorded recorded);
    }

    /** Every place where the case waits, by {@code process/activity}. */
    private Map<String, Waiting> places() {
        var places = new LinkedHashMap<String, Waiting>();
        var tasks = stage.engine.getTaskService();
        tasks.createTaskQuery()
                .list()
                .forEach(task -> places.putIfAbsent(
                        process(task.getProcessDefinitionId()) + "/" + task.getTaskDefinitionKey(), recorded -> {
                            if (recorded.outcome() == null) {
                                throw new ProcessEngineException("no outcome for " + recorded.activity());
                            }
                            var variables = new HashMap<>(recorded.variables());
                            variables.put("outcome", recorded.outcome());
                            tasks.complete(task.getId(), variables);
                        }));
        var runtime = stage.engine.getRuntimeService();
        runtime.createEventSubscriptionQuery().eventType("message").list().stream()
                .filter(one -> one.getExecutionId() != null)
                .forEach(one -> places.putIfAbsent(
                        process(runtime.createProcessInstanceQuery()
                                        .processInstanceId(one.getProcessInstanceId())
                                        .singleResult()
                                        .getProcessDefinitionId())
                                + "/" + one.getActivityId(),
                        recorded -> runtime.messageEventReceived(one.getEventName(), one.getExecutionId())));
        jobs().forEach(job -> places.putIfAbsent(
                process(job.getProcessDefinitionId()) + "/" + activity(job),
                recorded -> stage.engine.getManagementService().executeJob(job.getId())));
        return places;
    }

    private String activity(Job job) {
        return stage.engine
                .getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    /** The engine's id of a version begins with the id of its process. */
    private static String process(String definition) {
        return definition.split(":")[0];
    }
}
