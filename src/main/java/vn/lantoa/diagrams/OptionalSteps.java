package vn.lantoa.diagrams;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lantoa.diagrams.AdjustablePoint.Why;
import vn.lantoa.diagrams.TextEdits.Edit;

/**
 * Takes a step that its diagram calls optional out of the flow: what led to it leads to where its first outcome leads, and the lines run on
 * through the place where it stood. Everything that belonged to it alone goes with it.
 */
final class OptionalSteps {

    private static final Pattern ASKS_OUTCOME = Pattern.compile("\\boutcome\\b");

    private final String text;
    private final XmlNode root;
    private final XmlNode step;
    private final Set<XmlNode> goneNodes = new LinkedHashSet<>();
    private final Set<XmlNode> goneFlows = new LinkedHashSet<>();

    private OptionalSteps(String text, XmlNode root, XmlNode step) {
        this.text = text;
        this.root = root;
        this.step = step;
    }

    /** The text without the step, or why it cannot be taken out. */
    record TakenOut(String text, Why why) {}

    /** Whether the diagram lets this step be left out. */
    static boolean optional(XmlNode step) {
        return step.all(PositionedXml.CAMUNDA, "property")
                .anyMatch(property -> property.value("name").equals("optional")
                        && property.value("value").equals("true"));
    }

    /** @throws IllegalArgumentException when the text is no XML */
    static TakenOut without(String text, String id) {
        var root = PositionedXml.read(text);
        var step = root.all()
                .filter(node -> node.value("id").equals(id) && optional(node))
                .findFirst();
        return step.isEmpty() ? new TakenOut(text, Why.UNKNOWN) : new OptionalSteps(text, root, step.get()).takenOut();
    }

    private TakenOut takenOut() {
        var incoming = flows("targetRef", step);
        var outgoing = flows("sourceRef", step);
        if (outgoing.size() != 1 || incoming.isEmpty()) {
            return new TakenOut(text, Why.NOT_SIMPLE);
        }
        var way = way(outgoing.get(0));
        if (way.isEmpty()) {
            return new TakenOut(text, Why.NOT_SIMPLE);
        }
        drop(step);
        if (way.size() > 1) {
            drop(target(way.get(0)));
        }
        var target = target(way.get(way.size() - 1));
        if (goneNodes.contains(target) || incoming.stream().anyMatch(goneFlows::contains)) {
            return new TakenOut(text, Why.NOT_SIMPLE);
        }
        dropUnreached(incoming, target);
        var ids = goneNodes.stream().map(node -> node.value("id")).collect(Collectors.toSet());
        if (root.all(PositionedXml.CAMUNDA, "property")
                .anyMatch(property -> property.value("name").equals("fourEyes")
                        && ids.contains(property.value("value"))
                        && goneNodes.stream().noneMatch(gone -> within(property, gone)))) {
            return new TakenOut(text, Why.NEEDED_BY_FOUR_EYES);
        }
        return new TakenOut(TextEdits.apply(text, edits(incoming, way, target)), null);
    }

    /** The flows from the step to where its first outcome leads, through the gateway that asks for it; empty when that is not plain. */
    private List<XmlNode> way(XmlNode out) {
        var next = target(out);
        var ways = flows("sourceRef", next);
        var asked = ways.stream()
                .anyMatch(flow -> ASKS_OUTCOME.matcher(condition(flow)).find());
        if (!next.is(PositionedXml.BPMN, "exclusiveGateway") || !asked) {
            return List.of(out);
        }
        if (flows("targetRef", next).size() != 1) {
            return List.of();
        }
        return firstOutcome().stream()
                .flatMap(first -> ways.stream()
                        .filter(flow -> condition(flow).contains("'" + first + "'")
                                || condition(flow).contains("\"" + first + "\"")))
                .findFirst()
                .or(() -> ways.stream()
                        .filter(flow -> flow.value("id").equals(next.value("default")))
                        .findFirst())
                .map(flow -> List.of(out, flow))
                .orElse(List.of());
    }

    private Optional<String> firstOutcome() {
        return step.all(PositionedXml.CAMUNDA, "property")
                .map(property -> property.value("name"))
                .filter(name -> name.startsWith("outcome:"))
                .map(name -> name.substring("outcome:".length()))
                .findFirst();
    }

    private void drop(XmlNode node) {
        goneNodes.add(node);
        goneFlows.addAll(flows("sourceRef", node));
        root.all(PositionedXml.BPMN, "boundaryEvent")
                .filter(event -> event.value("attachedToRef").equals(node.value("id")))
                .forEach(this::drop);
    }

    /** What nothing leads to any longer goes too. */
    private void dropUnreached(List<XmlNode> incoming, XmlNode target) {
        var found = true;
        while (found) {
            found = false;
            for (var flow : List.copyOf(goneFlows)) {
                var node = target(flow);
                if (!goneNodes.contains(node)
                        && node != target
                        && flows("targetRef", node).stream().allMatch(goneFlows::contains)
                        && incoming.stream().noneMatch(one -> target(one) == node)) {
                    drop(node);
                    found = true;
                }
            }
        }
    }

    private List<Edit> edits(List<XmlNode> incoming, List<XmlNode> way, XmlNode target) {
        var edits = new ArrayList<Edit>();
        goneNodes.forEach(node -> edits.add(TextEdits.without(text, node.start, node.end)));
        goneFlows.forEach(flow -> edits.add(TextEdits.without(text, flow.start, flow.end)));
        var last = way.get(way.size() - 1).value("id");
        var flowIds = goneFlows.stream().map(flow -> flow.value("id")).collect(Collectors.toSet());
        root.all()
                .filter(node -> node.is(PositionedXml.BPMN, "incoming") || node.is(PositionedXml.BPMN, "outgoing"))
                .filter(node -> flowIds.contains(node.text()) && !goneNodes.contains(node.parent))
                .forEach(node -> edits.add(
                        node.text().equals(last)
                                        && node.parent == target
                                        && node.name().equals("incoming")
                                ? entered(node, incoming)
                                : TextEdits.without(text, node.start, node.end)));
        incoming.forEach(flow -> flow.attribute("targetRef")
                .ifPresent(value -> edits.add(new Edit(value.from(), value.to(), target.value("id")))));
        drawn(edits, incoming, way, flowIds);
        return edits;
    }

    private Edit entered(XmlNode entry, List<XmlNode> incoming) {
        return new Edit(
                entry.start,
                entry.end,
                incoming.stream()
                        .map(flow ->
                                "<" + entry.tag + ">" + XmlEscapes.escaped(flow.value("id")) + "</" + entry.tag + ">")
                        .collect(Collectors.joining(TextEdits.blank(text, entry.start))));
    }

    private void drawn(List<Edit> edits, List<XmlNode> incoming, List<XmlNode> way, Set<String> flowIds) {
        var ids = goneNodes.stream().map(node -> node.value("id")).collect(Collectors.toSet());
        root.all()
                .filter(node -> (node.is(PositionedXml.DRAWING, "BPMNShape") && ids.contains(node.value("bpmnElement")))
                        || (node.is(PositionedXml.DRAWING, "BPMNEdge") && flowIds.contains(node.value("bpmnElement")))
                        || (node.is(PositionedXml.BPMN, "flowNodeRef") && ids.contains(node.text())))
                .forEach(node -> edits.add(TextEdits.without(text, node.start, node.end)));
        for (var flow : incoming) {
            edge(flow).ifPresent(edge -> {
                var own = points(edge);
                var line = new ArrayList<>(own);
                way.forEach(one -> edge(one).ifPresent(found -> line.addAll(points(found))));
                var straight = straightened(line);
                edits.add(new Edit(
                        own.get(0).start,
                        own.get(own.size() - 1).end,
                        straight.stream()
                                .map(point -> text.substring(point.start, point.end))
                                .collect(Collectors.joining(TextEdits.blank(text, own.get(0).start)))));
            });
        }
    }

    private Optional<XmlNode> edge(XmlNode flow) {
        return root.all(PositionedXml.DRAWING, "BPMNEdge")
                .filter(edge -> edge.value("bpmnElement").equals(flow.value("id"))
                        && !points(edge).isEmpty())
                .findFirst();
    }

    private static List<XmlNode> points(XmlNode edge) {
        return edge.all(PositionedXml.LINES, "waypoint").toList();
    }

    /** Without the points that a straight line passes anyway. */
    private static List<XmlNode> straightened(List<XmlNode> line) {
        var kept = new ArrayList<XmlNode>();
        for (var i = 0; i < line.size(); i++) {
            var last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            var next = i + 1 < line.size() ? line.get(i + 1) : null;
            if (last == null || next == null || !between(last, line.get(i), next)) {
                kept.add(line.get(i));
            }
        }
        return kept;
    }

    private static boolean between(XmlNode a, XmlNode b, XmlNode c) {
        return (a.value("x").equals(b.value("x")) && b.value("x").equals(c.value("x")))
                || (a.value("y").equals(b.value("y")) && b.value("y").equals(c.value("y")));
    }

    private List<XmlNode> flows(String end, XmlNode node) {
        return root.all(PositionedXml.BPMN, "sequenceFlow")
                .filter(flow -> flow.value(end).equals(node.value("id")))
                .toList();
    }

    private XmlNode target(XmlNode flow) {
        return root.all()
                .filter(node -> node.value("id").equals(flow.value("targetRef")))
                .findFirst()
                .orElse(flow);
    }

    private static String condition(XmlNode flow) {
        return flow.child("conditionExpression").map(XmlNode::text).orElse("");
    }

    private static boolean within(XmlNode node, XmlNode around) {
        for (var one = node; one != null; one = one.parent) {
            if (one == around) {
                return true;
            }
        }
        return false;
    }
}
