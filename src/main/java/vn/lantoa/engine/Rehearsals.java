package vn.lantoa.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.engine.PastRuns.PastRun;

/**
 * Past cases run once more, through the version in service and through a draft of it, in an engine of its own that can touch nothing. One
 * stage at a time; the engine is built at the first and closed when nobody has asked for a while.
 */
@Component
public class Rehearsals implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsals.class);
    private static final Duration IDLE = Duration.ofMinutes(15);

    /** The first case loads the language of the rule tables, which takes longer than all others. */
    private static final int FIRST = 15;

    private final RehearsalDelegates delegates;
    private final ExpressionCalls calls;
    private final ProcessFiles processes;
    private final Duration limit;

    private final Map<String, Rehearsal> staged = new HashMap<>();
    private RehearsalEngine engine;
    private ExecutorService thread;
    private boolean warm;
    private volatile long lastUsed = System.nanoTime();

    Rehearsals(
            RehearsalDelegates delegates,
            ExpressionCalls calls,
            ProcessFiles processes,
            @Value("${lantoa.trial.limit:2s}") Duration limit) {
        this.delegates = delegates;
        this.calls = calls;
        this.processes = processes;
        this.limit = limit;
    }

    /** A task of a past case, completed then. */
    public record Fact(String process, String step, String outcome, Map<String, Object> variables, Instant at) {}

    /** How one case went then, by the version in service, and how it would go by the draft. */
    public record Pair(RehearsalTrace inService, RehearsalTrace draft) {}

    /**
     * Puts both versions on the stage and hands out what runs a case through them.
     *
     * @param work gets the runner; when it returns the stage is cleared
     * @throws ModelRefused when a file of the draft is not safe
     */
    public synchronized <T> T stage(
            String process, List<ModelFile> inService, List<ModelFile> draft, Function<Stage, T> work) {
        open();
        var made = new ArrayList<Rehearsal>();
        try {
            called(inService, draft, process)
                    .forEach(one -> made.add(
                            put(one, processes.newest(one).map(processes::files).orElseThrow())));
            var old = put(process, inService);
            made.add(old);
            var fresh = put(process, draft);
            made.add(fresh);
            var words = made.stream().flatMap(one -> one.words.stream()).collect(Collectors.toSet());
            return work.apply((run, facts) -> new Pair(run(old, run, facts, words), run(fresh, run, facts, words)));
        } finally {
            clear(made);
            lastUsed = System.nanoTime();
        }
    }

    /** Runs a case through both versions. */
    @FunctionalInterface
    public interface Stage {
        Pair run(PastRun run, List<Fact> facts);
    }

    private void open() {
        lastUsed = System.nanoTime();
        if (engine == null) {
            engine = new RehearsalEngine(delegates.twins(), calls, this::ask);
            warm = false;
        }
        if (thread == null) {
            thread = Executors.newSingleThreadExecutor(work -> {
                var one = new Thread(work, "rehearsal");
                one.setDaemon(true);
                return one;
            });
        }
    }

    private Rehearsal put(String process, List<ModelFile> files) {
        var rehearsal = new Rehearsal(engine.engine, process, files);
        synchronized (staged) {
            staged.put(rehearsal.definition, rehearsal);
        }
        return rehearsal;
    }

    private void ask(DelegateExecution execution) {
        Rehearsal rehearsal;
        synchronized (staged) {
            rehearsal = staged.get(execution.getProcessDefinitionId());
        }
        if (rehearsal != null) {
            rehearsal.ask(execution);
        }
    }

    private void clear(List<Rehearsal> made) {
        synchronized (staged) {
            staged.clear();
        }
        if (engine != null) {
            made.forEach(one -> engine.engine.getRepositoryService().deleteDeployment(one.deployment, true));
        }
    }

    /** The processes that these call, and those call, each once. */
    private Set<String> called(List<ModelFile> inService, List<ModelFile> draft, String process) {
        var found = new HashSet<String>();
        gather(inService, found);
        gather(draft, found);
        found.remove(process);
        return found;
    }

    private void gather(List<ModelFile> files, Set<String> found) {
        files.stream()
                .filter(file -> file.ending().equals("bpmn"))
                .flatMap(file -> ModelXml.read(file.content()).all("callActivity"))
                .flatMap(call -> call.attribute("calledElement").stream())
                .filter(found::add)
                .toList()
                .forEach(one -> processes.newest(one).map(processes::files).ifPresent(more -> gather(more, found)));
    }

    private RehearsalTrace run(Rehearsal version, PastRun run, List<Fact> facts, Set<String> words) {
        open();
        var allowed = warm ? limit : limit.multipliedBy(FIRST);
        var tape = new RehearsalRecorder.Tape(allowed, new RehearsedCase(run, facts, words), version.definition);
        var player = new RehearsalPlayer(engine, version, tape);
        var playing = thread.submit(player::play);
        try {
            var trace = playing.get(allowed.toMillis() + limit.toMillis(), TimeUnit.MILLISECONDS);
            warm = true;
            return trace;
        } catch (TimeoutException e) {
            // Whatever it does, it does it alone: thread and engine are left to it, and the next stage builds new ones.
            LOG.warn("A rehearsed case did not stop by itself; its engine is given up");
            playing.cancel(true);
            giveUp();
            throw new Stuck();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stuck();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** A case could not be stopped: this trial ends. */
    public static class Stuck extends RuntimeException {
        Stuck() {
            super("a rehearsed case could not be stopped");
        }
    }

    private void giveUp() {
        thread.shutdownNow();
        thread = null;
        engine = null;
    }

    /** Nothing of it is needed until somebody tries a draft again. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    synchronized void closeWhenIdle() {
        if (engine != null && System.nanoTime() - lastUsed > IDLE.toNanos()) {
            destroy();
        }
    }

    @Override
    public synchronized void destroy() {
        if (engine != null) {
            engine.close();
            engine = null;
        }
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    /** Whether the engine of rehearsals stands. */
    synchronized boolean isOpen() {
        return engine != null;
    }
}
