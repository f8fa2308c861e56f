package vn.lantoa.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every button of a step must lead somewhere, and no gateway may wait for a button that nobody has. */
class OutcomeRules {

    private OutcomeRules() {}

    static List<Finding> check(ModelFile file, FlowGraph graph) {
        var findings = new ArrayList<Finding>();
        var offered = new HashMap<ModelXml.Node, Set<String>>();
        graph.nodes("userTask").forEach(task -> outcomes(task).forEach((code, label) -> {
            var stuck = follow(graph, task, code, offered);
            stuck.ifPresent(gateway -> findings.add(Finding.error(
                    file.name(),
                    task,
                    "outcome-unhandled",
                    "no way leads on from " + gateway.id() + " after the outcome " + code,
                    label,
                    gateway.called().isEmpty() ? gateway.id() : gateway.called())));
        }));
        unknown(file, graph, offered, findings);
        return findings;
    }

    /** The buttons of a step: their codes and what is written on them. */
    static Map<String, String> outcomes(ModelXml.Node task) {
        var outcomes = new LinkedHashMap<String, String>();
        task.all()
                .filter(node -> node.is(ModelXml.CAMUNDA, "property"))
                .filter(node -> node.attribute("name").orElse("").startsWith("outcome:"))
                .forEach(node -> outcomes.put(
                        node.attribute("name").orElseThrow().substring("outcome:".length()),
                        node.attribute("value").orElse("")));
        return outcomes;
    }

    /** The gateway at which the process would stand still; an error of the engine, in front of whoever pressed the button. */
    private static Optional<ModelXml.Node> follow(
            FlowGraph graph, ModelXml.Node task, String code, Map<ModelXml.Node, Set<String>> offered) {
        var seen = new HashSet<String>();
        var next = new ArrayDeque<>(List.of(task.id()));
        while (!next.isEmpty()) {
            var id = next.poll();
            var node = graph.node(id);
            offered.computeIfAbsent(node, key -> new HashSet<>()).add(code);
            var ways = graph.out(id).stream().filter(way -> !way.border()).toList();
            var open = ways.stream()
                    .filter(way -> taken(way, node, code))
                    .map(FlowGraph.Way::to)
                    .toList();
            if (open.isEmpty() && !ways.isEmpty()) {
                return Optional.of(node);
            }
            open.stream()
                    .filter(to -> !graph.node(to).name.equals("userTask") && seen.add(to))
                    .forEach(next::add);
        }
        return Optional.empty();
    }

    private static boolean taken(FlowGraph.Way way, ModelXml.Node from, String code) {
        var defaults = way.flow().isPresent()
                && from.attribute("default").equals(Optional.of(way.flow().get().id()));
        return defaults
                || way.condition()
                        .map(condition -> OutcomeConditions.maybe(condition, code))
                        .orElse(true);
    }

    private static void unknown(
            ModelFile file, FlowGraph graph, Map<ModelXml.Node, Set<String>> offered, List<Finding> findings) {
        for (var id : graph.ids()) {
            for (var way : graph.out(id)) {
                var asked = new TreeSet<String>();
                way.condition().map(OutcomeConditions::asked).ifPresent(asked::addAll);
                asked.removeAll(offered.getOrDefault(graph.node(id), Set.of()));
                asked.forEach(code -> findings.add(Finding.warning(
                        file.name(),
                        way.flow().orElseThrow(),
                        "outcome-unknown",
                        "asks for the outcome " + code + ", which no step before it offers",
                        code)));
            }
        }
    }
}
