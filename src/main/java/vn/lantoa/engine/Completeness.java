package vn.lantoa.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lantoa.organization.Post;

/**
 * Whether a process has all it needs to run. Asked when it is put into service, never when it is loaded again: that would
 * strand running cases.
 */
class Completeness {

    /** Written by the house, not by the diagram: the last outcome, and what {@code Processes.start} hands over. */
    private static final Set<String> GIVEN =
            Set.of("outcome", "unitLevel", "true", "false", "null", "empty", "not", "and", "or");

    private static final Pattern WORD = Pattern.compile("'[^']*'|\"[^\"]*\"|\\.\\s*[A-Za-z_]\\w*|([A-Za-z_]\\w*)");

    private final Catalogue catalogue;
    private final ObjectMapper json;

    Completeness(Catalogue catalogue, ObjectMapper json) {
        this.catalogue = catalogue;
        this.json = json;
    }

    /**
     * The files that travel with this process: itself, its forms and its rule tables.
     *
     * @throws ModelRefused when something is missing or contradicts itself
     */
    List<ModelFile> gather(ModelFile process, List<ModelFile> feature) {
        var findings = new ArrayList<Finding>();
        var root = ModelXml.read(process.content());
        var processes = root.all("process").toList();
        if (processes.size() != 1 || !processes.get(0).attribute("id").equals(Optional.of(process.id()))) {
            findings.add(Finding.error(
                    process.name(),
                    "definitions",
                    "process-id",
                    "must hold exactly one process, with id " + process.id()));
        }
        var files = new LinkedHashMap<String, ModelFile>();
        files.put(process.name(), process);
        root.all().forEach(node -> {
            node.camunda("formRef").ifPresent(id -> need(process, node, "forms", id, "form", feature, files, findings));
            node.camunda("decisionRef")
                    .ifPresent(id -> need(process, node, "bpmn", id, "dmn", feature, files, findings));
        });
        root.all("serviceTask")
                .flatMap(task -> properties(task, "decision").map(id -> Map.entry(task, id)))
                .forEach(asked ->
                        add(process, asked.getKey(), "bpmn", asked.getValue(), "dmn", feature, files, findings));
        files.values().stream().filter(file -> file.ending().equals("form")).forEach(form -> formId(form, findings));
        root.all("userTask").forEach(task -> task(process, root, task, findings));
        root.all("serviceTask").forEach(task -> delegate(process, task, findings));
        root.all("callActivity").forEach(call -> called(process, call, feature, findings));
        conditions(process, root, findings);
        if (findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR)) {
            throw new ModelRefused(findings);
        }
        return List.copyOf(files.values());
    }

    private static void need(
            ModelFile process,
            ModelXml.Node node,
            String root,
            String id,
            String ending,
            List<ModelFile> feature,
            Map<String, ModelFile> files,
            List<Finding> findings) {
        add(process, node, root, id, ending, feature, files, findings);
        var binding = node.camunda(ending.equals("form") ? "formRefBinding" : "decisionRefBinding");
        if (!binding.equals(Optional.of("deployment"))) {
            findings.add(Finding.error(
                    process.name(),
                    node.place(),
                    "binding",
                    id + " must be bound to the deployment, it travels with its process"));
        }
    }

    /** A rule table that a service task asks by name ({@link Decisions}) travels with the process too. */
    private static void add(
            ModelFile process,
            ModelXml.Node node,
            String root,
            String id,
            String ending,
            List<ModelFile> feature,
            Map<String, ModelFile> files,
            List<Finding> findings) {
        var name = root + "/" + process.feature() + "/" + id + "." + ending;
        feature.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        file -> files.put(name, file),
                        () -> findings.add(Finding.error(
                                process.name(), node.place(), ending + "-missing", "there is no " + name)));
    }

    private void formId(ModelFile form, List<Finding> findings) {
        try {
            var id = json.readTree(form.content()).path("id").asText("");
            if (!id.equals(form.id())) {
                findings.add(Finding.error(
                        form.name(), id.isEmpty() ? "form" : id, "form-id", "the form's id must be " + form.id()));
            }
        } catch (IOException e) {
            findings.add(Finding.error(form.name(), "form", "form-unreadable", String.valueOf(e.getMessage())));
        }
    }

    private static void task(ModelFile process, ModelXml.Node root, ModelXml.Node task, List<Finding> findings) {
        var post = task.camunda("candidateGroups").orElse("");
        if (Post.ofCode(post).isEmpty()) {
            findings.add(Finding.error(
                    process.name(), task.place(), "post", "candidateGroups must be one post, not \"" + post + "\""));
        }
        var steps = root.all("userTask")
                .map(step -> step.attribute("id").orElse(""))
                .toList();
        properties(task, "fourEyes")
                .filter(step -> !steps.contains(step))
                .forEach(step -> findings.add(Finding.error(
                        process.name(),
                        task.place(),
                        "four-eyes",
                        "fourEyes names " + step + ", which is no user task here")));
        if (task.all()
                .filter(node -> node.name.equals("property"))
                .noneMatch(node -> node.attribute("name").orElse("").startsWith("outcome:"))) {
            findings.add(Finding.error(
                    process.name(),
                    task.place(),
                    "no-outcome",
                    "a user task needs at least one property outcome:<code>"));
        }
    }

    private static Stream<String> properties(ModelXml.Node task, String name) {
        return task.all()
                .filter(node -> node.is(ModelXml.CAMUNDA, "property")
                        && node.attribute("name").equals(Optional.of(name)))
                .map(node -> node.attribute("value").orElse(""));
    }

    private void delegate(ModelFile process, ModelXml.Node task, List<Finding> findings) {
        var reference = task.camunda("delegateExpression");
        var name = reference.map(Catalogue::nameIn).orElse(null);
        if (reference.isPresent() && (name == null || catalogue.delegate(name) == null)) {
            findings.add(Finding.error(
                    process.name(), task.place(), "delegate-unknown", reference.get() + " is not in bpmn/catalogue"));
        }
    }

    private static void called(ModelFile process, ModelXml.Node call, List<ModelFile> feature, List<Finding> findings) {
        var key = call.attribute("calledElement").orElse("");
        if (feature.stream()
                .noneMatch(file -> file.ending().equals("bpmn") && file.id().equals(key))) {
            findings.add(Finding.error(
                    process.name(), call.place(), "called-missing", "there is no process " + key + " in this folder"));
        }
    }

    private static void conditions(ModelFile process, ModelXml.Node root, List<Finding> findings) {
        var written = written(root);
        root.all("conditionExpression").forEach(condition -> {
            var unknown = new TreeSet<>(words(condition.text.toString()));
            unknown.removeAll(GIVEN);
            unknown.removeAll(written);
            if (!unknown.isEmpty()) {
                findings.add(Finding.error(
                        process.name(),
                        condition.parent.place(),
                        "variable-never-written",
                        "asks for " + String.join(", ", unknown) + ", which nothing in this process writes"));
            }
        });
    }

    /** What the diagram says is written: results of rule tables, outputs, items of loops, and what a service task declares. */
    private static Set<String> written(ModelXml.Node root) {
        var names = new LinkedHashSet<String>();
        root.all().forEach(node -> {
            node.camunda("resultVariable").ifPresent(names::add);
            node.camunda("elementVariable").ifPresent(names::add);
            if (node.is(ModelXml.CAMUNDA, "outputParameter")) {
                node.attribute("name").ifPresent(names::add);
            }
            if (node.is(ModelXml.CAMUNDA, "out")) {
                node.attribute("target").ifPresent(names::add);
            }
            if (node.is(ModelXml.CAMUNDA, "property") && node.attribute("name").equals(Optional.of("writes"))) {
                node.attribute("value").stream()
                        .flatMap(value -> Stream.of(value.split("[,\\s]+")))
                        .forEach(names::add);
            }
        });
        return names;
    }

    private static Set<String> words(String expression) {
        return WORD.matcher(expression)
                .results()
                .map(match -> match.group(1))
                .filter(word -> word != null && !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
