package vn.lantoa.diagrams.difference;

import static vn.lantoa.diagrams.difference.Words.say;
import static vn.lantoa.diagrams.difference.Words.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSourceResolvable;
import vn.lantoa.engine.ModelXml;
import vn.lantoa.engine.ModelXml.Node;

/** Two diagrams: steps, flows, gateways, events and messages by their ids; where only the drawing differs, quietly. */
final class DiagramDifference {

    /** What people speak of by name; everything below one of these is said of it. */
    private static final Set<String> PARTS = Set.of(
            "process",
            "subProcess",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "receiveTask",
            "callActivity",
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "sequenceFlow",
            "message",
            "error",
            "lane",
            "participant",
            "textAnnotation");

    /** Follows from the flows, or names a thing that is said by its own name. */
    private static final Set<String> UNSAID = Set.of("incoming", "outgoing", "BPMNDiagram");

    private static final String REST = "definitions";

    private final Node root;
    private final Map<String, Node> byId = new HashMap<>();

    private DiagramDifference(byte[] content) {
        root = content.length == 0 ? new Node(ModelXml.BPMN, REST, null, 0) : ModelXml.read(content);
        root.all().forEach(node -> node.attribute("id").ifPresent(id -> byId.putIfAbsent(id, node)));
    }

    static List<Change> between(byte[] old, byte[] now) {
        var before = new DiagramDifference(old);
        var after = new DiagramDifference(now);
        var known = before.parts();
        var changes = new ArrayList<>(Comparison.between(known, after.parts()));
        var told = changes.stream().map(Change::element).collect(Collectors.toSet());
        var places = after.places();
        before.places().forEach((element, place) -> {
            if (places.containsKey(element)
                    && !places.get(element).equals(place)
                    && !told.contains(element)
                    && known.containsKey(element)
                    && !before.isFlow(element)) {
                changes.add(new Change(
                        Change.Kind.MOVED,
                        element,
                        say("process.change.moved", known.get(element).title())));
            }
        });
        return changes;
    }

    private Map<String, Part> parts() {
        var parts = new LinkedHashMap<String, Part>();
        var rest = new Part(REST, say("process.part.definitions"));
        if (!root.children.isEmpty()) {
            describe(rest, root, "");
            parts.put(REST, rest);
        }
        root.all().filter(node -> node != root && isPart(node)).forEach(node -> {
            var part = new Part(node.attributes.get("id"), title(node));
            describe(part, node, "");
            if (node.parent != null && node.parent.is(ModelXml.BPMN, "subProcess")) {
                put(part, "within", name(node.parent.attributes.get("id")));
            }
            parts.putIfAbsent(part.id(), part);
        });
        return parts;
    }

    private static boolean isPart(Node node) {
        return node.namespace.equals(ModelXml.BPMN)
                && PARTS.contains(node.name)
                && node.attribute("id").isPresent();
    }

    private boolean isFlow(String id) {
        return byId.containsKey(id) && byId.get(id).name.equals("sequenceFlow");
    }

    private MessageSourceResolvable title(Node node) {
        var id = node.attributes.get("id");
        if (node.name.equals("sequenceFlow")) {
            return say(
                    "process.part.sequenceFlow",
                    text(name(node.attribute("sourceRef").orElse(""))),
                    text(name(node.attribute("targetRef").orElse(""))));
        }
        return say("process.part." + node.name, text(name(id)));
    }

    /** What people call an element of this diagram. */
    private String name(String id) {
        var node = byId.get(id);
        var name = node == null ? "" : node.attribute("name").orElse("").strip();
        return name.isEmpty() ? id : name;
    }

    private void describe(Part part, Node node, String path) {
        node.attributes.forEach((key, value) -> {
            var name = key.substring(key.indexOf('}') + 1);
            if (!name.equals("id") && !key.contains("XMLSchema-instance")) {
                put(part, path + name, name.endsWith("Ref") && byId.containsKey(value) ? name(value) : value);
            }
        });
        for (var child : node.children) {
            if (!isPart(child) && !UNSAID.contains(child.name)) {
                describeChild(part, child, path);
            }
        }
    }

    private void describeChild(Part part, Node child, String path) {
        switch (child.name) {
            case "extensionElements", "properties", "inputOutput" -> describe(part, child, path);
            case "property" ->
                property(
                        part,
                        child.attribute("name").orElse(""),
                        child.attribute("value").orElse(""));
            case "inputParameter", "outputParameter" -> parameter(part, child);
            case "timerEventDefinition", "messageEventDefinition", "errorEventDefinition" -> {
                put(part, child.name, "true");
                describe(part, child, path);
            }
            default -> {
                var name = path + child.name;
                if (!child.text.toString().isBlank()) {
                    put(part, name, child.text.toString());
                } else if (child.attributes.isEmpty() && child.children.isEmpty()) {
                    put(part, name, "true");
                }
                describe(part, child, name + ".");
            }
        }
    }

    private void property(Part part, String name, String value) {
        if (name.startsWith("outcome:")) {
            put(part, "property." + name, say("process.fact.outcome", text(name.substring(8))), value);
        } else if (name.equals("fourEyes") && byId.containsKey(value)) {
            part.say("property.fourEyes", new Part.Fact(value, Words.label("property.fourEyes"), text(name(value))));
        } else {
            put(part, "property." + name, value);
        }
    }

    private void parameter(Part part, Node parameter) {
        var name = parameter.attribute("name").orElse("");
        var value = parameter.all().map(node -> node.text.toString().strip()).collect(Collectors.joining(" "));
        put(part, parameter.name + "." + name, say("process.fact." + parameter.name, text(name)), value);
    }

    private static void put(Part part, String name, String raw) {
        put(part, name, Words.label(name), raw);
    }

    private static void put(Part part, String name, MessageSourceResolvable label, String raw) {
        part.say(name, new Part.Fact(raw.strip(), label, Words.value(name, raw)));
    }

    /** Where each element lies on the drawing. */
    private Map<String, String> places() {
        var places = new LinkedHashMap<String, String>();
        root.all().filter(node -> node.name.equals("BPMNShape")).forEach(shape -> {
            var bounds = shape.children.stream()
                    .filter(child -> child.name.equals("Bounds"))
                    .map(child -> child.attributes.toString())
                    .collect(Collectors.joining());
            shape.attribute("bpmnElement").ifPresent(element -> places.put(element, bounds));
        });
        return places;
    }
}
