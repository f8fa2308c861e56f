package vn.lantoa.diagrams.watch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.diagrams.ProcessSight;
import vn.lantoa.dossier.StepFigures;
import vn.lantoa.engine.CaseLists;
import vn.lantoa.engine.FailedJobs;
import vn.lantoa.engine.ModelXml;
import vn.lantoa.engine.OccupiedSteps;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Page;

/** A process from above: its steps with their cases, its failed jobs, and its cases as a list. */
@Component
public class ProcessWatch {

    /** A year holds each season of the work once. */
    private static final Period LOOKED_AT = Period.ofYears(1);

    private static final int MOST_FAILED = 200;
    private static final int PAGE = 50;

    private final ProcessFiles processes;
    private final OccupiedSteps occupied;
    private final StepFigures figures;
    private final FailedJobs failed;
    private final CaseLists cases;
    private final ProcessSight sight;
    private final Clock clock;

    ProcessWatch(
            ProcessFiles processes,
            OccupiedSteps occupied,
            StepFigures figures,
            FailedJobs failed,
            CaseLists cases,
            ProcessSight sight,
            Clock clock) {
        this.processes = processes;
        this.occupied = occupied;
        this.figures = figures;
        this.failed = failed;
        this.cases = cases;
        this.sight = sight;
        this.clock = clock;
    }

    /**
     * A process at work.
     *
     * @param drawing the newest version's diagram
     * @param steps in the order of the drawing, those of older versions behind; steps on which nothing stands or happened are left out
     * @param failed the oldest first, 200 at most
     */
    public record Sighted(
            ProcessFiles.Version version, String drawing, List<StepLoad> steps, List<FailedJobs.Failed> failed) {}

    /**
     * The cases of a process, page by page.
     *
     * @param steps those that may be asked for: cases stand on them
     */
    public record Listed(ProcessFiles.Version version, List<Occupied> steps, Page<CaseLists.Case> page) {}

    /** A step on which cases stand, of whatever version. */
    public record Occupied(String step, String name, long cases) {}

    /** @throws NotVisible when there is no such process */
    public Sighted of(Actor actor, String process) {
        var version = newest(actor, process);
        var drawing = processes.files(version).get(0).content();
        var stopped = failed.of(process, MOST_FAILED);
        return new Sighted(
                version,
                new String(drawing, StandardCharsets.UTF_8),
                steps(process, ModelXml.read(drawing).names(), stopped),
                stopped);
    }

    /** How many cases run of each process, by its id. */
    public Map<String, Integer> running(Actor actor) {
        sight.require(actor);
        return cases.running();
    }

    /**
     * The running cases of a process, on one step or all, from a place on.
     *
     * @throws NotVisible when there is no such process
     */
    public Listed cases(Actor actor, String process, Optional<String> step, Optional<String> after) {
        var version = newest(actor, process);
        var standing = occupied.of(process);
        var names = ModelXml.read(processes.files(version).get(0).content()).names();
        var steps = steps(names, standing)
                .filter(standing::containsKey)
                .map(one -> new Occupied(one, names.getOrDefault(one, one), standing.get(one)))
                .toList();
        var found = cases.of(process, step, after, PAGE + 1);
        return new Listed(
                version,
                steps,
                found.size() <= PAGE
                        ? new Page<>(found, null)
                        : new Page<>(found.subList(0, PAGE), found.get(PAGE - 1).instance()));
    }

    private ProcessFiles.Version newest(Actor actor, String process) {
        sight.require(actor);
        return processes.newest(process).orElseThrow(() -> new NotVisible("process " + process));
    }

    private List<StepLoad> steps(String process, Map<String, String> names, List<FailedJobs.Failed> stopped) {
        var standing = occupied.of(process);
        var open = figures.open(
                processes.versions(process).stream()
                        .map(ProcessFiles.Version::definition)
                        .toList(),
                LocalDate.now(clock));
        var done = figures.done(
                process,
                LocalDate.now(clock)
                        .minus(LOOKED_AT)
                        .atStartOfDay(VietnamTime.ZONE)
                        .toInstant());
        var stuck = stopped.stream().collect(Collectors.groupingBy(FailedJobs.Failed::step, Collectors.counting()));
        Function<String, StepLoad> load = step -> new StepLoad(
                step,
                names.getOrDefault(step, step),
                names.containsKey(step),
                standing.getOrDefault(step, 0L),
                open.containsKey(step) ? open.get(step).late() : 0,
                Optional.ofNullable(open.get(step)).map(StepFigures.Open::oldest),
                Optional.ofNullable(done.get(step)).map(StepFigures.Done::days),
                done.containsKey(step) ? done.get(step).tasks() : 0,
                stuck.getOrDefault(step, 0L).intValue());
        return steps(names, standing).map(load).filter(one -> !one.quiet()).toList();
    }

    /** In the order of the drawing, those of older versions behind. */
    private static Stream<String> steps(Map<String, String> names, Map<String, Long> standing) {
        return Stream.concat(names.keySet().stream(), standing.keySet().stream())
                .distinct();
    }
}
