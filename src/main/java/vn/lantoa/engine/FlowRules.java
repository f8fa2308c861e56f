package vn.lantoa.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lantoa.organization.Post;

/** What the ways through a diagram must be like: every step on one, none without an end, none that runs for ever, none past the leader. */
class FlowRules {

    private static final Set<String> WAITS =
            Set.of("userTask", "receiveTask", "intermediateCatchEvent", "eventBasedGateway");

    private final Catalogue catalogue;
    private final Function<String, Optional<ModelXml.Node>> processes;

    /** @param processes the diagram of a process that may be called, by id */
    FlowRules(Catalogue catalogue, Function<String, Optional<ModelXml.Node>> processes) {
        this.catalogue = catalogue;
        this.processes = processes;
    }

    List<Finding> check(ModelFile file, FlowGraph graph) {
        var findings = new ArrayList<Finding>();
        if (graph.roots().isEmpty()) {
            findings.add(Finding.error(file.name(), file.id(), "no-start", "nothing starts this process"));
            return findings;
        }
        reach(file, graph, findings);
        endless(file, graph, findings);
        leader(graph)
                .forEach(node -> findings.add(Finding.error(
                        file.name(),
                        node,
                        "leader-bypassed",
                        "decides, though a way leads here on which no leader completed a step")));
        findings.addAll(new RefusalRules(graph, FlowRules::leads, this::signs, this::decides).check(file));
        return findings;
    }

    private static void reach(ModelFile file, FlowGraph graph, List<Finding> findings) {
        var reached = graph.reached(graph.roots(), node -> false);
        var leading = graph.leadingTo(graph.ends());
        var told = new HashSet<ModelXml.Node>();
        for (var id : graph.ids()) {
            var node = graph.node(id);
            if (FlowGraph.event(node)) {
                continue;
            }
            if (!reached.contains(id) && told.add(node)) {
                findings.add(Finding.error(file.name(), node, "unreachable", "no way leads here from a start"));
            } else if (!leading.contains(id) && told.add(node)) {
                findings.add(Finding.error(file.name(), node, "no-way-to-an-end", "no way leads from here to an end"));
            }
        }
    }

    /** A circle in which nothing waits for a person, a message or a time keeps the server busy until it dies. */
    private void endless(ModelFile file, FlowGraph graph, List<Finding> findings) {
        var told = new HashSet<String>();
        for (var id : graph.ids()) {
            if (waits(graph.node(id)) || told.contains(id)) {
                continue;
            }
            var after = unwaiting(graph, id);
            if (after.contains(id)) {
                after.stream()
                        .filter(other -> unwaiting(graph, other).contains(id))
                        .forEach(told::add);
                findings.add(Finding.error(
                        file.name(), graph.node(id), "endless", "runs in a circle in which nothing ever waits"));
            }
        }
    }

    private Set<String> unwaiting(FlowGraph graph, String id) {
        var reached = new HashSet<String>();
        var next = new java.util.ArrayDeque<>(List.of(id));
        while (!next.isEmpty()) {
            for (var way : graph.out(next.poll())) {
                if (!waits(graph.node(way.to())) && reached.add(way.to())) {
                    next.add(way.to());
                }
            }
        }
        return reached;
    }

    private boolean waits(ModelXml.Node node) {
        return WAITS.contains(node.name) || node.name.equals("callActivity") && alwaysWaits(node);
    }

    private boolean alwaysWaits(ModelXml.Node call) {
        return called(call)
                .map(FlowGraph::new)
                .map(graph -> graph.reached(graph.roots(), node -> WAITS.contains(node.name)).stream()
                        .noneMatch(graph.ends()::contains))
                .orElse(false);
    }

    /** Service tasks that grant or accept something and can be come to without a leader. */
    List<ModelXml.Node> leader(FlowGraph graph) {
        return deciding(graph, graph.reached(graph.roots(), this::signs));
    }

    /** Where a case that stands on this step can come to before a leader signs. */
    Set<String> unsigned(FlowGraph graph, String step) {
        return graph.reached(List.of(step), this::signs);
    }

    /** What it can be granted or accepted as on these ways. */
    Set<String> decidedUnsigned(FlowGraph graph, String step) {
        return deciding(graph, unsigned(graph, step)).stream()
                .map(ModelXml.Node::id)
                .collect(Collectors.toSet());
    }

    private List<ModelXml.Node> deciding(FlowGraph graph, Set<String> unsigned) {
        return graph.nodes("serviceTask")
                .filter(this::decides)
                .filter(node -> unsigned.contains(node.id()))
                .toList();
    }

    private boolean decides(ModelXml.Node node) {
        return node.name.equals("serviceTask")
                && node.camunda("delegateExpression")
                        .map(Catalogue::nameIn)
                        .filter(catalogue::decides)
                        .isPresent();
    }

    /** A step done once for each of many is done by nobody when there are none. */
    private boolean signs(ModelXml.Node node) {
        return leads(node)
                || node.name.equals("callActivity")
                        && called(node).filter(FlowRules::signed).isPresent();
    }

    private static boolean leads(ModelXml.Node node) {
        return node.name.equals("userTask")
                && node.camunda("candidateGroups").equals(Optional.of(Post.LEADER.code()))
                && !repeated(node);
    }

    /**
     * Which of its ends a called process reached is a matter of data, not of the drawing. It counts as a leader's when a leader signs in it
     * what somebody else prepared.
     */
    static boolean signed(ModelXml.Node root) {
        var graph = new FlowGraph(root);
        var reached = graph.reached(graph.roots(), node -> false);
        return graph.nodes("userTask")
                .filter(node -> reached.contains(node.id()))
                .anyMatch(node -> leads(node)
                        && node.all()
                                .anyMatch(property -> property.is(ModelXml.CAMUNDA, "property")
                                        && property.attribute("name").equals(Optional.of("fourEyes"))));
    }

    static boolean repeated(ModelXml.Node node) {
        return node.children.stream().anyMatch(child -> child.is(ModelXml.BPMN, "multiInstanceLoopCharacteristics"));
    }

    private Optional<ModelXml.Node> called(ModelXml.Node call) {
        return processes.apply(call.attribute("calledElement").orElse(""));
    }
}
