package vn.lantoa.diagrams.difference;

import static vn.lantoa.diagrams.difference.Words.say;
import static vn.lantoa.diagrams.difference.Words.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import vn.lantoa.engine.ModelXml;
import vn.lantoa.engine.ModelXml.Node;

/** Two decision tables: columns and rows by their ids, rows cell by cell. */
final class TableDifference {

    private final Node root;
    private final List<Node> columns;

    private TableDifference(byte[] content) {
        root = content.length == 0 ? new Node("", "definitions", null, 0) : ModelXml.read(content);
        columns = Stream.concat(named(root, "input"), named(root, "output")).toList();
    }

    static List<Change> between(byte[] old, byte[] now) {
        var before = new TableDifference(old);
        var after = new TableDifference(now);
        var known = before.parts();
        var parts = after.parts();
        var changes = new ArrayList<>(Comparison.between(known, parts));
        // Under some hit policies the first row that fits decides: their order is a rule too.
        var order = after.rules().stream().filter(known::containsKey).toList();
        if (!order.equals(before.rules().stream().filter(parts::containsKey).toList())) {
            changes.add(new Change(Change.Kind.CHANGED, "", say("process.change.rows-reordered")));
        }
        return changes;
    }

    private Map<String, Part> parts() {
        var parts = new LinkedHashMap<String, Part>();
        if (root.children.isEmpty()) {
            return parts;
        }
        var rest = new Part("definitions", say("process.part.table"));
        parts.put(rest.id(), rest);
        describe(rest, root, "");
        columns.forEach(column -> {
            var part = new Part(id(column), say("process.part." + column.name, text(name(column))));
            describe(part, column, "");
            parts.putIfAbsent(part.id(), part);
        });
        var number = 0;
        for (var rule : named(root, "rule").toList()) {
            number++;
            parts.putIfAbsent(id(rule), row(rule, number));
        }
        return parts;
    }

    private List<String> rules() {
        return named(root, "rule").map(this::id).toList();
    }

    private Part row(Node rule, int number) {
        var part = new Part(id(rule), say("process.part.rule", String.valueOf(number)));
        var cells = Stream.concat(named(rule, "inputEntry"), named(rule, "outputEntry"))
                .toList();
        for (var i = 0; i < cells.size(); i++) {
            var value = words(cells.get(i));
            MessageSourceResolvable label =
                    i < columns.size() ? text(name(columns.get(i))) : say("process.fact.column", String.valueOf(i + 1));
            var column = i < columns.size() ? id(columns.get(i)) : String.valueOf(i);
            part.say("cell." + column, new Part.Fact(value, label, text(value)));
        }
        rule.children.stream()
                .filter(child -> child.name.equals("description"))
                .forEach(child -> put(part, "description", child.text.toString()));
        return part;
    }

    private void describe(Part part, Node node, String path) {
        node.attributes.forEach((key, value) -> {
            var name = key.substring(key.indexOf('}') + 1);
            if (!name.equals("id")) {
                put(part, path + name, value);
            }
        });
        for (var child : node.children) {
            if (!columns.contains(child) && !child.name.equals("rule") && !child.name.equals("DMNDI")) {
                if (!child.text.toString().isBlank()) {
                    put(part, path + child.name, child.text.toString());
                }
                describe(part, child, path + child.name + ".");
            }
        }
    }

    private static void put(Part part, String name, String raw) {
        part.say(name, new Part.Fact(raw.strip(), Words.label(name), Words.value(name, raw)));
    }

    private static String words(Node cell) {
        var text = cell.all()
                .map(node -> node.text.toString().strip())
                .collect(Collectors.joining(" "))
                .strip();
        var language = cell.attribute("expressionLanguage").orElse("feel");
        return language.equalsIgnoreCase("feel") ? text : text + " [" + language + "]";
    }

    private static Stream<Node> named(Node around, String name) {
        return around.all().filter(node -> node.name.equals(name));
    }

    /** Without an id a row is known by its place. */
    private String id(Node node) {
        return node.attribute("id").orElseGet(() -> node.name + " " + node.parent.children.indexOf(node));
    }

    private static String name(Node column) {
        return column.attribute("label").or(() -> column.attribute("name")).orElse("–");
    }
}
