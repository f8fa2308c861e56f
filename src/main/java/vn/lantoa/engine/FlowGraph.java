package vn.lantoa.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The steps of a diagram and the ways between them, with its subprocesses laid open: a subprocess is entered at its start events and left
 * by a step of its own, named {@code <id>/out}.
 */
class FlowGraph {

    private static final Set<String> STEPS = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway");

    private static final String OUT = "/out";

    /**
     * A way from one step to another.
     *
     * @param flow the sequence flow; empty for the way into a subprocess, out of it, and to an event at a step's border
     * @param border whether the step is left by an event at its border, not completed
     */
    record Way(String from, String to, Optional<ModelXml.Node> flow, boolean border) {

        Optional<String> condition() {
            return flow.flatMap(node -> node.children.stream()
                    .filter(child -> child.is(ModelXml.BPMN, "conditionExpression"))
                    .map(child -> child.text.toString().trim())
                    .findFirst());
        }
    }

    private final Map<String, ModelXml.Node> steps = new LinkedHashMap<>();
    private final Map<String, List<Way>> out = new HashMap<>();
    private final Map<String, List<Way>> in = new HashMap<>();

    FlowGraph(ModelXml.Node root) {
        root.all()
                .filter(node -> node.namespace.equals(ModelXml.BPMN) && STEPS.contains(node.name))
                .forEach(node -> {
                    steps.putIfAbsent(node.id(), node);
                    if (node.name.equals("subProcess")) {
                        steps.putIfAbsent(node.id() + OUT, node);
                    }
                });
        root.all("sequenceFlow")
                .forEach(flow -> add(new Way(
                        left(flow.attribute("sourceRef").orElse("")),
                        flow.attribute("targetRef").orElse(""),
                        Optional.of(flow),
                        false)));
        List.copyOf(steps.entrySet()).forEach(step -> {
            var node = step.getValue();
            if (node.name.equals("boundaryEvent")) {
                add(new Way(node.attribute("attachedToRef").orElse(""), node.id(), Optional.empty(), true));
            }
            if (node.parent.name.equals("subProcess") && !step.getKey().endsWith(OUT)) {
                inner(node);
            }
        });
    }

    private String left(String id) {
        return steps.containsKey(id + OUT) ? id + OUT : id;
    }

    private void inner(ModelXml.Node node) {
        var around = node.parent;
        if (event(around)) {
            return;
        }
        if (node.name.equals("startEvent")) {
            add(new Way(around.id(), node.id(), Optional.empty(), false));
        } else if (out(left(node.id())).isEmpty() && !breaks(node)) {
            add(new Way(left(node.id()), around.id() + OUT, Optional.empty(), false));
        }
    }

    private static boolean breaks(ModelXml.Node node) {
        return node.children.stream().anyMatch(child -> child.is(ModelXml.BPMN, "errorEventDefinition")) || event(node);
    }

    private void add(Way way) {
        if (steps.containsKey(way.from()) && steps.containsKey(way.to())) {
            out.computeIfAbsent(way.from(), id -> new ArrayList<>()).add(way);
            in.computeIfAbsent(way.to(), id -> new ArrayList<>()).add(way);
        }
    }

    /** A subprocess that an event starts, whatever else runs. */
    static boolean event(ModelXml.Node node) {
        return node.name.equals("subProcess")
                && node.attribute("triggeredByEvent").equals(Optional.of("true"));
    }

    Set<String> ids() {
        return steps.keySet();
    }

    Stream<ModelXml.Node> nodes(String name) {
        return steps.entrySet().stream()
                .filter(step -> !step.getKey().endsWith(OUT))
                .map(Map.Entry::getValue)
                .filter(node -> node.name.equals(name));
    }

    ModelXml.Node node(String id) {
        return steps.get(id);
    }

    List<Way> out(String id) {
        return out.getOrDefault(id, List.of());
    }

    List<Way> in(String id) {
        return in.getOrDefault(id, List.of());
    }

    /** Where it begins: its start events, and those of the subprocesses that an event starts. */
    List<String> roots() {
        return nodes("startEvent")
                .filter(node -> node.parent.name.equals("process") || event(node.parent))
                .map(ModelXml.Node::id)
                .toList();
    }

    /** Where nothing needs to follow. */
    List<String> ends() {
        return nodes("endEvent")
                .filter(node -> !node.parent.name.equals("subProcess")
                        || event(node.parent)
                        || !node.children.isEmpty() && out(node.id()).isEmpty() && breaks(node))
                .map(ModelXml.Node::id)
                .toList();
    }

    /**
     * Where a token can come to. A step that joins parallel ways is passed only when all of them arrive.
     *
     * @param closed steps that are entered, but left by the events at their border only
     */
    Set<String> reached(List<String> from, Predicate<ModelXml.Node> closed) {
        var reached = new LinkedHashSet<>(from);
        var arrived = new HashMap<String, Set<Way>>();
        var next = new ArrayDeque<>(from);
        while (!next.isEmpty()) {
            var id = next.poll();
            var shut = closed.test(node(id)) && !id.endsWith(OUT);
            for (var way : out(id)) {
                if (shut && !way.border()) {
                    continue;
                }
                var ways = arrived.computeIfAbsent(way.to(), key -> new LinkedHashSet<>());
                ways.add(way);
                var joins = node(way.to()).name.equals("parallelGateway")
                        && ways.size() < in(way.to()).size();
                if (!joins && reached.add(way.to())) {
                    next.add(way.to());
                }
            }
        }
        return reached;
    }

    /** From where one of these can be come to. */
    Set<String> leadingTo(List<String> ends) {
        var leading = new LinkedHashSet<>(ends);
        var next = new ArrayDeque<>(ends);
        while (!next.isEmpty()) {
            for (var way : in(next.poll())) {
                if (leading.add(way.from())) {
                    next.add(way.from());
                }
            }
        }
        return leading;
    }
}
