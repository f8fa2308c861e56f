package vn.lantoa.diagrams.difference;

import static vn.lantoa.diagrams.difference.Words.say;
import static vn.lantoa.diagrams.difference.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSourceResolvable;

/** Two forms: fields by their ids, with label, kind, obligation, options and all else that is set. */
final class FormDifference {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "form";

    private FormDifference() {}

    static List<Change> between(byte[] old, byte[] now) {
        var before = parts(old);
        var after = parts(now);
        var changes = new ArrayList<>(Comparison.between(before, after));
        var order = after.keySet().stream().filter(before::containsKey).toList();
        if (!order.equals(before.keySet().stream().filter(after::containsKey).toList())) {
            changes.add(new Change(Change.Kind.CHANGED, "", say("process.change.fields-reordered")));
        }
        return changes;
    }

    private static Map<String, Part> parts(byte[] content) {
        var parts = new LinkedHashMap<String, Part>();
        if (content.length > 0) {
            var root = read(content);
            var form = new Part(FORM, say("process.part.form"));
            parts.put(FORM, form);
            describe(form, root, "");
            components(root, "", parts);
        }
        return parts;
    }

    private static JsonNode read(byte[] content) {
        try {
            var root = JSON.readTree(content);
            if (root == null || !root.isObject()) {
                throw new IllegalArgumentException("no JSON object");
            }
            return root;
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static void components(JsonNode around, String group, Map<String, Part> parts) {
        var inside = new ArrayList<JsonNode>();
        around.fields().forEachRemaining(field -> {
            if (areComponents(field.getValue())) {
                field.getValue().forEach(inside::add);
            }
        });
        var n = 0;
        for (var component : inside) {
            n++;
            var id = first(component, group + "/" + n, "id", "key");
            var part = new Part(id, say("process.part.field", text(first(component, id, "label", "text", "key"))));
            describe(part, component, "");
            if (!group.isEmpty()) {
                put(part, "group", group);
            }
            parts.putIfAbsent(id, part);
            components(component, first(component, id, "label", "id"), parts);
        }
    }

    /** Groups and lists keep their fields in arrays of several names. */
    private static boolean areComponents(JsonNode value) {
        return value.isArray()
                && !value.isEmpty()
                && value.get(0).isObject()
                && value.get(0).has("type");
    }

    private static void describe(Part part, JsonNode node, String path) {
        node.fields().forEachRemaining(field -> {
            var name = path + field.getKey();
            var value = field.getValue();
            if (name.equals("id") || name.equals("layout") || areComponents(value)) {
                return;
            }
            if (name.equals("values") && value.isArray()) {
                value.forEach(option -> option(part, option));
            } else if (value.isObject()) {
                describe(part, value, name + ".");
            } else {
                put(part, name, value.isTextual() ? value.asText() : value.toString());
            }
        });
    }

    private static void option(Part part, JsonNode option) {
        var code = option.path("value").asText("");
        MessageSourceResolvable label = say("process.fact.option", text(code));
        var shown = option.path("label").asText("");
        part.say("option." + code, new Part.Fact(shown, label, text(shown)));
    }

    private static void put(Part part, String name, String raw) {
        part.say(name, new Part.Fact(raw, Words.label(name), Words.value(name, raw)));
    }

    private static String first(JsonNode node, String otherwise, String... names) {
        for (var name : names) {
            var text = node.path(name).asText("").strip();
            if (!text.isEmpty()) {
                return text;
            }
        }
        return otherwise;
    }
}
