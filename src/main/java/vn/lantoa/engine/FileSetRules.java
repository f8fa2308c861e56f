package vn.lantoa.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What holds between the files of one process, and between them and those in service. */
class FileSetRules {

    private static final Set<String> EXPRESSIONS = Set.of("inputExpression", "outputEntry", "literalExpression");
    private static final int MOST = 50;

    private final ObjectMapper json;

    FileSetRules(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Looks at files that are safe to read.
     *
     * @param used those of them that the diagram needs
     * @param before the files in service, empty when there are none
     */
    List<Finding> check(ModelFile diagram, List<ModelFile> files, List<ModelFile> used, List<ModelFile> before) {
        var findings = new ArrayList<Finding>();
        var decisions = new HashMap<String, String>();
        for (var file : files) {
            if (file.ending().equals("bpmn") && !file.name().equals(diagram.name())) {
                findings.add(Finding.error(
                        file.name(),
                        "file",
                        "second-diagram",
                        "a process has one diagram, " + diagram.name(),
                        diagram.name()));
            } else if (!used.contains(file)) {
                findings.add(Finding.warning(
                        file.name(),
                        "file",
                        "file-unused",
                        "the diagram asks for no such file; it will not be released"));
            }
            if (file.ending().equals("dmn")) {
                table(file, decisions, findings);
            }
            if (file.ending().equals("form")) {
                before.stream()
                        .filter(old -> old.name().equals(file.name()))
                        .forEach(old -> fields(old, file, findings));
            }
        }
        return findings;
    }

    private static void table(ModelFile file, Map<String, String> decisions, List<Finding> findings) {
        var root = ModelXml.read(file.content());
        var own = root.all().filter(node -> node.name.equals("decision")).toList();
        if (own.stream().noneMatch(node -> node.id().equals(file.id()))) {
            findings.add(Finding.error(
                    file.name(), root, "decision-id", "must hold a decision with id " + file.id(), file.id()));
        }
        own.forEach(node -> {
            if (!node.camunda("historyTimeToLive")
                    .or(() -> dmn(node))
                    .orElse("")
                    .matches("P?[1-9]\\d*D?")) {
                findings.add(Finding.error(
                        file.name(), node, "time-to-live", "how long decisions are kept must be said in days"));
            }
            if (decisions.putIfAbsent(node.id(), file.name()) != null) {
                findings.add(Finding.error(
                        file.name(), node, "duplicate-id", "the id " + node.id() + " stands twice", node.id()));
            }
        });
        root.all().filter(node -> node.name.equals("text")).forEach(text -> {
            if (findings.size() < MOST) {
                syntax(file, text, findings);
            }
        });
    }

    private static Optional<String> dmn(ModelXml.Node node) {
        return node.attribute("{http://camunda.org/schema/1.0/dmn}historyTimeToLive");
    }

    private static void syntax(ModelFile file, ModelXml.Node text, List<Finding> findings) {
        var written = text.text.toString().trim();
        var kind = text.parent == null ? "" : text.parent.name;
        var problem = written.isEmpty()
                ? Optional.<String>empty()
                : kind.equals("inputEntry")
                        ? Feel.testProblem(written)
                        : EXPRESSIONS.contains(kind) ? Feel.problem(written) : Optional.<String>empty();
        problem.ifPresent(why -> findings.add(Finding.error(file.name(), text, "feel-syntax", why, written)));
    }

    /** A field that is gone leaves code, letters and reports without an answer they knew; only people can say whether that is meant. */
    private void fields(ModelFile old, ModelFile file, List<Finding> findings) {
        var now = keys(file);
        keys(old).forEach((key, label) -> {
            if (!now.containsKey(key)) {
                findings.add(
                        Finding.warning(file.name(), key, "field-gone", "the form in service has a field " + key, key)
                                .named(label));
            }
        });
    }

    private Map<String, String> keys(ModelFile form) {
        var keys = new LinkedHashMap<String, String>();
        try {
            keys(json.readTree(form.content()).path("components"), keys);
        } catch (IOException e) {
            // The linter has said so.
            return Map.of();
        }
        return keys;
    }

    private static void keys(JsonNode components, Map<String, String> keys) {
        for (var component : components) {
            var key = component.path("key").asText("");
            if (!key.isEmpty()) {
                keys.put(key, component.path("label").asText(""));
            }
            keys(component.path("components"), keys);
        }
    }
}
