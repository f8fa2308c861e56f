package vn.lantoa.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.lantoa.engine.Finding.Severity;

/** After a leader's no, nothing may be granted or accepted until a leader completes a step again. */
class RefusalRules {

    /** What a no is called in the processes of the house. */
    private static final Set<String> CODES = Set.of("reject", "refuse", "return", "disagree", "decline", "giveUp");

    /** A code may be anything; then the words of the button tell. They may deceive, so that it is a warning. */
    private static final Pattern WORDS = Pattern.compile(
            "(không|từ chối|trả lại|bác|thôi)(?!\\p{L}).*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final FlowGraph graph;
    private final Predicate<ModelXml.Node> leads;
    private final Predicate<ModelXml.Node> signs;
    private final Predicate<ModelXml.Node> decides;

    /**
     * @param leads a leader's own step
     * @param signs a step that is completed by a leader only
     * @param decides a step that grants or accepts
     */
    RefusalRules(
            FlowGraph graph,
            Predicate<ModelXml.Node> leads,
            Predicate<ModelXml.Node> signs,
            Predicate<ModelXml.Node> decides) {
        this.graph = graph;
        this.leads = leads;
        this.signs = signs;
        this.decides = decides;
    }

    /** @param answered whether the last step that people completed is the leader's: its outcome is what conditions ask for */
    private record Place(String step, boolean answered) {}

    /** The way by which a place was come to first. */
    private record Come(Place from, FlowGraph.Way way) {}

    List<Finding> check(ModelFile file) {
        var findings = new ArrayList<Finding>();
        graph.nodes("userTask").filter(leads).forEach(task -> OutcomeRules.outcomes(task)
                .forEach((code, label) -> severity(code, label)
                        .ifPresent(severity -> follow(file, severity, task, code, label, findings))));
        return findings;
    }

    private static Optional<Severity> severity(String code, String label) {
        if (CODES.contains(code)) {
            return Optional.of(Severity.ERROR);
        }
        return WORDS.matcher(label.strip()).matches() ? Optional.of(Severity.WARNING) : Optional.empty();
    }

    private void follow(
            ModelFile file, Severity severity, ModelXml.Node task, String code, String label, List<Finding> findings) {
        var start = new Place(task.id(), true);
        var come = new HashMap<Place, Come>();
        var told = new HashSet<String>();
        var next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            var place = next.poll();
            for (var way : ways(place, place.equals(start) ? Optional.of(task) : Optional.empty(), code)) {
                var node = graph.node(way.to());
                var to = new Place(way.to(), place.answered() && !node.name.equals("userTask"));
                if (to.equals(start) || come.putIfAbsent(to, new Come(place, way)) != null) {
                    continue;
                }
                if (!decides.test(node)) {
                    next.add(to);
                } else if (told.add(node.id())) {
                    findings.add(
                            found(file, severity, task, label.isBlank() ? code : label, node, branch(start, to, come)));
                }
            }
        }
    }

    /** Where a case may go on from a place; past a step of a leader only by an event at its border. */
    private List<FlowGraph.Way> ways(Place place, Optional<ModelXml.Node> refused, String code) {
        var node = graph.node(place.step());
        if (refused.isPresent()) {
            return open(
                    node,
                    graph.out(place.step()).stream()
                            .filter(way -> !way.border())
                            .toList(),
                    code);
        }
        var ways = graph.out(place.step());
        if (signs.test(node)) {
            return ways.stream().filter(FlowGraph.Way::border).toList();
        }
        return place.answered() ? open(node, ways, code) : ways;
    }

    /** Of the ways out of an exclusive gateway the first whose condition holds is taken, and the default one when none does. */
    private static List<FlowGraph.Way> open(ModelXml.Node node, List<FlowGraph.Way> ways, String code) {
        var open = new ArrayList<FlowGraph.Way>();
        var otherwise = new ArrayList<FlowGraph.Way>();
        var certain = false;
        for (var way : ways) {
            var condition = way.condition();
            if (way.flow().isPresent()
                    && node.attribute("default")
                            .equals(Optional.of(way.flow().get().id()))) {
                otherwise.add(way);
            } else if (condition.isEmpty()) {
                open.add(way);
            } else if (!(certain && node.name.equals("exclusiveGateway"))
                    && OutcomeConditions.maybe(condition.get(), code)) {
                open.add(way);
                certain |= OutcomeConditions.surely(condition.get(), code);
            }
        }
        if (!certain) {
            open.addAll(otherwise);
        }
        return open;
    }

    /** The flow by which the no parts from the yes; where it never does, the one that leaves the leader's step. */
    private ModelXml.Node branch(Place start, Place end, Map<Place, Come> come) {
        var flows = new ArrayDeque<FlowGraph.Way>();
        for (var place = end; !place.equals(start); place = come.get(place).from()) {
            var way = come.get(place).way();
            if (way.flow().isPresent()) {
                flows.addFirst(way);
            }
        }
        return flows.stream()
                .filter(way -> graph.out(way.from()).stream()
                                .filter(other -> !other.border())
                                .count()
                        > 1)
                .findFirst()
                .or(() -> Optional.ofNullable(flows.peekFirst()))
                .flatMap(FlowGraph.Way::flow)
                .orElse(graph.node(end.step()));
    }

    private static Finding found(
            ModelFile file,
            Severity severity,
            ModelXml.Node task,
            String answer,
            ModelXml.Node decided,
            ModelXml.Node branch) {
        return new Finding(
                severity,
                file.name(),
                branch.place(),
                branch.called(),
                "leader-refused",
                "leads from the answer " + answer + " of " + task.id() + " to " + decided.id()
                        + " without a leader completing a step again",
                List.of(answer, called(task), called(decided)));
    }

    private static String called(ModelXml.Node node) {
        return node.called().isEmpty() ? node.id() : node.called();
    }
}
