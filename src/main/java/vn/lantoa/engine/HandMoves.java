package vn.lantoa.engine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NotValidException;
import org.springframework.stereotype.Component;

/**
 * A token set on another step by hand, for a case that stands where it cannot go on. Only steps of people can be gone to, and none from
 * which the case could come to an award or an acceptance past a leader that it could not reach unsigned before.
 */
@Component
public class HandMoves {

    /** What is done once for each of many, and what another process does, has an inside that a single token does not show. */
    private static final Set<String> WHOLE = Set.of("callActivity", "multiInstanceBody");

    private final RuntimeService runtime;
    private final CaseLists cases;
    private final CaseWatch watch;
    private final ProcessFiles processes;
    private final Catalogue catalogue;

    HandMoves(RuntimeService runtime, CaseLists cases, CaseWatch watch, ProcessFiles processes, Catalogue catalogue) {
        this.runtime = runtime;
        this.cases = cases;
        this.watch = watch;
        this.processes = processes;
        this.catalogue = catalogue;
    }

    /** A step to go to. */
    public record Target(String step, String name) {}

    /** Why a token stays. */
    public enum Why {
        /** It is not there any more. */
        GONE,
        /** Its step is one of several done together, or another process does it. */
        WHOLE_STEP,
        /** The step asked for is none it may go to. */
        NO_TARGET
    }

    /** Where these tokens of a case may go, by the token; nowhere also when one may not be moved at all. */
    public Map<String, List<Target>> targets(String instance, List<CaseWatch.Place> places) {
        var targets = new LinkedHashMap<String, List<Target>>();
        places.forEach(place -> targets.put(place.token(), List.of()));
        var movable = places.stream().filter(place -> !whole(place)).toList();
        var version = cases.find(instance).flatMap(one -> processes.version(one.process(), one.number()));
        if (!movable.isEmpty() && version.isPresent()) {
            var graph = new FlowGraph(
                    ModelXml.read(processes.files(version.get()).get(0).content()));
            var been =
                    watch.history(instance).stream().map(CaseWatch.Stay::step).collect(Collectors.toSet());
            movable.forEach(place -> targets.put(place.token(), targets(graph, been, place.step())));
        }
        return targets;
    }

    /**
     * Takes the token from where it stands and sets it before another step, in the caller's transaction.
     *
     * @return why nothing was done; empty when the token was moved
     * @throws TaskGone when somebody acted on it at the same moment; the caller's transaction is then lost
     */
    public Optional<Why> move(String instance, String token, String step) {
        var place = place(instance, token);
        if (place.isEmpty()) {
            return Optional.of(Why.GONE);
        }
        if (whole(place.get())) {
            return Optional.of(Why.WHOLE_STEP);
        }
        if (targets(instance, List.of(place.get())).get(token).stream()
                .noneMatch(target -> target.step().equals(step))) {
            return Optional.of(Why.NO_TARGET);
        }
        try {
            var change = runtime.createProcessInstanceModification(instance).startBeforeActivity(step);
            (place.get().begun() ? change.cancelActivityInstance(token) : change.cancelTransitionInstance(token))
                    .execute();
            return Optional.empty();
        } catch (OptimisticLockingException | NotValidException e) {
            throw new TaskGone(token, e);
        }
    }

    private Optional<CaseWatch.Place> place(String instance, String token) {
        return watch.places(instance).stream()
                .filter(place -> place.token().equals(token))
                .findFirst();
    }

    private static boolean whole(CaseWatch.Place place) {
        return WHOLE.contains(place.type());
    }

    private List<Target> targets(FlowGraph graph, Set<String> been, String step) {
        if (graph.node(step) == null || FlowRules.repeated(graph.node(step))) {
            return List.of();
        }
        var flow = new FlowRules(catalogue, id -> processes.diagram(id).map(file -> ModelXml.read(file.content())));
        var near = new HashSet<>(flow.unsigned(graph, step));
        near.addAll(been);
        var decided = flow.decidedUnsigned(graph, step);
        return graph.nodes("userTask")
                .filter(node -> near.contains(node.id()) && !node.id().equals(step))
                .filter(node -> !FlowRules.repeated(node))
                .filter(node -> decided.containsAll(flow.decidedUnsigned(graph, node.id())))
                .map(node -> new Target(node.id(), node.attribute("name").orElse(node.id())))
                .toList();
    }
}
