package vn.lantoa.diagrams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vn.lantoa.diagrams.AdjustablePoint.What;
import vn.lantoa.diagrams.TextEdits.Edit;
import vn.lantoa.diagrams.XmlNode.Value;
import vn.lantoa.organization.Post;

/** The adjustable points of a diagram: its steps for people, its timers, and how long its history is kept. */
final class DiagramPoints {

    private static final String OUTCOME = "outcome:";

    private final String file;
    private final String text;
    private final XmlNode root;
    private final List<PointPlace> places = new ArrayList<>();

    private DiagramPoints(String file, String text) {
        this.file = file;
        this.text = text;
        this.root = PositionedXml.read(text);
    }

    /** @throws IllegalArgumentException when the text is no XML */
    static List<PointPlace> of(String file, String text) {
        var points = new DiagramPoints(file, text);
        points.root.all(PositionedXml.BPMN, "process").forEach(points::process);
        points.root.all(PositionedXml.BPMN, "userTask").forEach(points::step);
        points.root
                .all(PositionedXml.BPMN, "serviceTask")
                .filter(OptionalSteps::optional)
                .forEach(step -> points.on(step));
        points.root.all(PositionedXml.BPMN, "timeDuration").forEach(points::timer);
        return points.places;
    }

    private void process(XmlNode process) {
        process.attribute(PositionedXml.CAMUNDA, "historyTimeToLive")
                .filter(value -> value.text().matches("P?[0-9]+D?"))
                .ifPresent(value -> {
                    var days = value.text().replaceAll("[PD]", "");
                    var form = value.text();
                    place(
                            process,
                            AdjustablePoint.of(file, process.value("id"), What.TIME_TO_LIVE, "", days),
                            typed -> List.of(new Edit(value.from(), value.to(), form.replace(days, typed))));
                });
    }

    private void step(XmlNode task) {
        var id = task.value("id");
        task.attribute("name")
                .ifPresent(value -> place(
                        task,
                        AdjustablePoint.of(file, id, What.NAME, "", value.text()),
                        typed -> attribute(value, typed)));
        task.attribute(PositionedXml.CAMUNDA, "candidateGroups")
                .ifPresent(value -> place(
                        task,
                        AdjustablePoint.of(file, id, What.POST, "", value.text(), posts()),
                        typed -> attribute(value, typed)));
        var properties = properties(task);
        properties.stream()
                .filter(property -> property.value("name").startsWith(OUTCOME))
                .forEach(property -> property.attribute("value")
                        .ifPresent(value -> place(
                                task,
                                AdjustablePoint.of(
                                        file,
                                        id,
                                        What.OUTCOME,
                                        property.value("name").substring(OUTCOME.length()),
                                        value.text()),
                                typed -> attribute(value, typed))));
        if (!properties.isEmpty()) {
            property(task, properties, What.WORKING_DAYS, "workingDays", List.of());
            property(task, properties, What.FOUR_EYES, "fourEyes", others(id));
        }
        if (OptionalSteps.optional(task)) {
            on(task);
        }
    }

    /** A property that may be there or not: set, taken away, or put behind the last one. */
    private void property(XmlNode task, List<XmlNode> properties, What what, String name, List<String> choices) {
        var found = properties.stream()
                .filter(one -> one.value("name").equals(name))
                .findFirst();
        var value = found.flatMap(one -> one.attribute("value"));
        var last = properties.get(properties.size() - 1);
        place(
                task,
                AdjustablePoint.of(
                        file, task.value("id"), what, "", value.map(Value::text).orElse(""), choices),
                typed -> {
                    if (typed.isEmpty()) {
                        return found.map(one -> List.of(TextEdits.without(text, one.start, one.end)))
                                .orElse(List.of());
                    }
                    return value.map(there -> attribute(there, typed))
                            .orElseGet(() -> List.of(new Edit(
                                    last.end,
                                    last.end,
                                    TextEdits.blank(text, last.start) + "<" + last.tag + " name=\"" + name
                                            + "\" value=\"" + XmlEscapes.escaped(typed) + "\" />")));
                });
    }

    private void on(XmlNode step) {
        place(
                step,
                AdjustablePoint.of(
                        file,
                        step.value("id"),
                        What.ON,
                        "",
                        AdjustablePoint.YES,
                        List.of(AdjustablePoint.YES, AdjustablePoint.NO)),
                typed -> List.of());
    }

    private void timer(XmlNode duration) {
        duration.plain().filter(raw -> !raw.contains("{") && !raw.isBlank()).ifPresent(raw -> {
            var event = duration.parent.parent;
            var from = duration.contentStart + raw.indexOf(raw.strip());
            place(
                    event,
                    AdjustablePoint.of(file, event.value("id"), What.DURATION, "", duration.text()),
                    typed -> List.of(new Edit(from, from + raw.strip().length(), XmlEscapes.escaped(typed))));
        });
    }

    private void place(XmlNode node, AdjustablePoint point, java.util.function.Function<String, List<Edit>> write) {
        places.add(new PointPlace(point, node.attribute("name").map(Value::text).orElse(node.value("id")), write));
    }

    private static List<Edit> attribute(Value value, String typed) {
        return List.of(
                new Edit(value.from(), value.to(), XmlEscapes.escaped(typed).replace("'", "&apos;")));
    }

    private static List<XmlNode> properties(XmlNode task) {
        return task.child("extensionElements").stream()
                .flatMap(extensions -> extensions.children.stream())
                .filter(child -> child.is(PositionedXml.CAMUNDA, "properties"))
                .flatMap(found -> found.children.stream())
                .toList();
    }

    private List<String> others(String id) {
        return Stream.concat(
                        Stream.of(""),
                        root.all(PositionedXml.BPMN, "userTask")
                                .map(task -> task.value("id"))
                                .filter(other -> !other.equals(id)))
                .toList();
    }

    private static List<String> posts() {
        return Arrays.stream(Post.values()).map(Post::code).toList();
    }
}
