package vn.lantoa.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lantoa.organization.Post;

/**
 * Whether a process has all it needs to run. Asked when it is put into service, never when it is loaded again: that would
 * strand running cases.
 */
class Completeness {

    private final Catalogue catalogue;
    private final ObjectMapper json;

    Completeness(Catalogue catalogue, ObjectMapper json) {
        this.catalogue = catalogue;
        this.json = json;
    }

    /**
     * The files that travel with this process: itself, its forms and its rule tables.
     *
     * @param elsewhere the diagram of a process in service that is not among these files; calls may name it
     * @throws ModelRefused when something is missing or contradicts itself
     */
    List<ModelFile> gather(
            ModelFile process, List<ModelFile> feature, Function<String, Optional<ModelFile>> elsewhere) {
        var looked = look(process, feature, elsewhere);
        if (looked.findings().stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR)) {
            throw new ModelRefused(looked.findings());
        }
        return looked.files();
    }

    List<ModelFile> gather(ModelFile process, List<ModelFile> feature) {
        return gather(process, feature, id -> Optional.empty());
    }

    /** The files that travel with a process, and what speaks against them. */
    record Looked(List<ModelFile> files, List<Finding> findings) {}

    /** The same without refusing: what is missing is among the findings. */
    Looked look(ModelFile process, List<ModelFile> feature, Function<String, Optional<ModelFile>> elsewhere) {
        return new Look(process, feature, elsewhere).done();
    }

    /** One look at one process. */
    private final class Look {

        private final ModelFile process;
        private final List<ModelFile> feature;
        private final Function<String, Optional<ModelFile>> elsewhere;
        private final ModelXml.Node root;
        private final List<Finding> findings = new ArrayList<>();
        private final Map<String, ModelFile> files = new LinkedHashMap<>();
        private final Map<String, Optional<ModelXml.Node>> read = new HashMap<>();

        Look(ModelFile process, List<ModelFile> feature, Function<String, Optional<ModelFile>> elsewhere) {
            this.process = process;
            this.feature = feature;
            this.elsewhere = elsewhere;
            this.root = ModelXml.read(process.content());
        }

        Looked done() {
            head();
            files.put(process.name(), process);
            root.all().forEach(node -> {
                node.camunda("formRef").ifPresent(id -> need(node, "forms", id, "form"));
                node.camunda("decisionRef").ifPresent(id -> need(node, "bpmn", id, "dmn"));
            });
            root.all("serviceTask")
                    .forEach(task -> properties(task, "decision").forEach(id -> add(task, "bpmn", id, "dmn")));
            files.values().stream().filter(file -> file.ending().equals("form")).forEach(this::formId);
            root.all("userTask").forEach(this::task);
            root.all("serviceTask").forEach(this::delegate);
            root.all("callActivity").forEach(this::called);
            var graph = new FlowGraph(root);
            findings.addAll(new FlowRules(catalogue, this::diagram).check(process, graph));
            findings.addAll(new VariableRules(process, root, graph, this::table).check(root));
            findings.addAll(OutcomeRules.check(process, graph));
            return new Looked(List.copyOf(files.values()), findings);
        }

        private void head() {
            var processes = root.all("process").toList();
            if (processes.size() != 1 || !processes.get(0).id().equals(process.id())) {
                error(root, "process-id", "must hold exactly one process, with id " + process.id(), process.id());
            }
            processes.forEach(node -> {
                if (!node.camunda("historyTimeToLive").orElse("").matches("P?[1-9]\\d*D?")) {
                    error(node, "time-to-live", "how long ended cases are kept must be said in days, such as P3650D");
                }
                if (!node.attribute("isExecutable").equals(Optional.of("true"))) {
                    error(node, "not-executable", "the engine overlooks a process with isExecutable=\"false\"");
                }
            });
            var ids = new HashSet<String>();
            root.all()
                    .filter(node -> node.namespace.equals(ModelXml.BPMN) && node.attributes.containsKey("id"))
                    .filter(node -> !ids.add(node.id()))
                    .forEach(node -> error(node, "duplicate-id", "the id " + node.id() + " stands twice", node.id()));
        }

        private void error(ModelXml.Node node, String rule, String message, String... about) {
            findings.add(Finding.error(process.name(), node, rule, message, about));
        }

        private void need(ModelXml.Node node, String folder, String id, String ending) {
            add(node, folder, id, ending);
            var binding = node.camunda(ending.equals("form") ? "formRefBinding" : "decisionRefBinding");
            if (!binding.equals(Optional.of("deployment"))) {
                error(node, "binding", id + " must be bound to the deployment, it travels with its process", id);
            }
        }

        /** A rule table that a service task asks by name ({@link Decisions}) travels with the process too. */
        private void add(ModelXml.Node node, String folder, String id, String ending) {
            var name = folder + "/" + process.feature() + "/" + id + "." + ending;
            file(name)
                    .ifPresentOrElse(
                            file -> files.put(name, file),
                            () -> error(node, ending + "-missing", "there is no " + name, name));
        }

        private Optional<ModelFile> file(String name) {
            return feature.stream().filter(file -> file.name().equals(name)).findFirst();
        }

        private void formId(ModelFile form) {
            try {
                var id = json.readTree(form.content()).path("id").asText("");
                if (!id.equals(form.id())) {
                    findings.add(Finding.error(
                            form.name(),
                            id.isEmpty() ? "form" : id,
                            "form-id",
                            "the form's id must be " + form.id(),
                            form.id()));
                }
            } catch (IOException e) {
                findings.add(Finding.error(form.name(), "form", "form-unreadable", String.valueOf(e.getMessage())));
            }
        }

        private void task(ModelXml.Node task) {
            var post = task.camunda("candidateGroups").orElse("");
            if (Post.ofCode(post).isEmpty()) {
                error(task, "post", "candidateGroups must be one post, not \"" + post + "\"", post);
            }
            var steps = root.all("userTask").map(ModelXml.Node::id).collect(Collectors.toSet());
            properties(task, "fourEyes")
                    .filter(step -> !steps.contains(step))
                    .forEach(step ->
                            error(task, "four-eyes", "fourEyes names " + step + ", which is no user task here", step));
            if (task.all()
                    .filter(node -> node.name.equals("property"))
                    .noneMatch(node -> node.attribute("name").orElse("").startsWith("outcome:"))) {
                error(task, "no-outcome", "a user task needs at least one property outcome:<code>");
            }
        }

        private Stream<String> properties(ModelXml.Node task, String name) {
            return task.all()
                    .filter(node -> node.is(ModelXml.CAMUNDA, "property")
                            && node.attribute("name").equals(Optional.of(name)))
                    .map(node -> node.attribute("value").orElse(""));
        }

        private void delegate(ModelXml.Node task) {
            var reference = task.camunda("delegateExpression");
            var name = reference.map(Catalogue::nameIn).orElse(null);
            if (reference.isEmpty()) {
                error(task, "delegate-missing", "a service task needs a delegate of bpmn/catalogue");
            } else if (name == null || !catalogue.names().contains(name)) {
                error(task, "delegate-unknown", reference.get() + " is not in bpmn/catalogue", reference.get());
            }
        }

        private void called(ModelXml.Node call) {
            var key = call.attribute("calledElement").orElse("");
            if (diagram(key).isEmpty()) {
                error(call, "called-missing", "there is no process " + key, key);
            } else if (calls(key, new HashSet<>())) {
                error(call, "calls-itself", key + " calls this process again, without end", key);
            }
        }

        /** Whether this process is called again on the way. */
        private boolean calls(String key, HashSet<String> seen) {
            return key.equals(process.id())
                    || seen.add(key)
                            && diagram(key).stream()
                                    .flatMap(called -> called.all("callActivity"))
                                    .anyMatch(call -> calls(
                                            call.attribute("calledElement").orElse(""), seen));
        }

        private Optional<ModelXml.Node> diagram(String id) {
            return readOnce(id + ".bpmn", () -> feature.stream()
                    .filter(file -> file.ending().equals("bpmn") && file.id().equals(id))
                    .findFirst()
                    .or(() -> elsewhere.apply(id)));
        }

        private Optional<ModelXml.Node> table(String id) {
            return readOnce(id + ".dmn", () -> file("bpmn/" + process.feature() + "/" + id + ".dmn"));
        }

        /** A file that cannot be read is none: the linter says so. */
        private Optional<ModelXml.Node> readOnce(String name, Supplier<Optional<ModelFile>> file) {
            if (!read.containsKey(name)) {
                try {
                    read.put(name, file.get().map(found -> ModelXml.read(found.content())));
                } catch (IllegalArgumentException e) {
                    read.put(name, Optional.empty());
                }
            }
            return read.get(name);
        }
    }
}
