package vn.lantoa.engine;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** One version of a process in the engine of rehearsals, and what its files say that the engine does not ask. */
class Rehearsal {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    final String definition;
    final String deployment;
    final Set<String> starts = new HashSet<>();
    final Set<String> words = new HashSet<>(Set.of("outcome"));

    private final ProcessEngine engine;
    private final Map<String, String> decisions = new HashMap<>();
    private final Map<String, Asking> askings = new LinkedHashMap<>();

    /** A service task that asks a table, and which answers become variables. */
    private record Asking(String decision, Set<String> writes) {}

    /** @throws ModelRefused when a file is not safe */
    Rehearsal(ProcessEngine engine, String process, List<ModelFile> files) {
        this.engine = engine;
        var builder = engine.getRepositoryService().createDeployment().name(process);
        files.forEach(file -> builder.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        var made = builder.deployWithResult();
        deployment = made.getId();
        definition = made.getDeployedProcessDefinitions().stream()
                .filter(one -> one.getKey().equals(process))
                .findFirst()
                .orElseThrow()
                .getId();
        if (made.getDeployedDecisionDefinitions() != null) {
            made.getDeployedDecisionDefinitions().forEach(one -> decisions.put(one.getKey(), one.getId()));
        }
        files.stream()
                .filter(file -> !file.ending().equals("form"))
                .forEach(file -> read(ModelXml.read(file.content())));
    }

    private void read(ModelXml.Node root) {
        root.all().forEach(node -> {
            if (node.text.length() > 0) {
                addWords(node.text.toString());
            }
            node.attributes.forEach((name, value) -> {
                if (name.startsWith("{" + ModelXml.CAMUNDA) || name.startsWith("source") || name.equals("value")) {
                    addWords(value);
                }
            });
        });
        root.all("startEvent").forEach(node -> node.attribute("id").ifPresent(starts::add));
        root.all("serviceTask").forEach(task -> property(task, "decision")
                .findFirst()
                .ifPresent(table -> askings.put(
                        task.attribute("id").orElse(""),
                        new Asking(
                                table,
                                property(task, "writes")
                                        .flatMap(names -> Arrays.stream(names.split("[ ,]+")))
                                        .collect(java.util.stream.Collectors.toSet())))));
    }

    private void addWords(String text) {
        var found = WORD.matcher(text);
        while (found.find()) {
            words.add(found.group());
        }
    }

    private static Stream<String> property(ModelXml.Node task, String name) {
        return task.all()
                .filter(node -> node.is(ModelXml.CAMUNDA, "property")
                        && node.attribute("name").filter(name::equals).isPresent())
                .flatMap(node -> node.attribute("value").stream());
    }

    /** Asks the table of this service task what the past case asked it; its answers become the variables the task writes. */
    void ask(DelegateExecution execution) {
        var asking = askings.get(execution.getCurrentActivityId());
        var tape = RehearsalRecorder.running();
        if (asking == null || tape == null || !decisions.containsKey(asking.decision())) {
            return;
        }
        var process = execution.getProcessDefinitionId().split(":")[0];
        var facts = tape.past.question(process, execution.getCurrentActivityId(), asking.decision());
        if (facts.isEmpty()) {
            tape.unasked.add(asking.decision());
            return;
        }
        engine
                .getDecisionService()
                .evaluateDecisionById(decisions.get(asking.decision()))
                .variables(facts.get())
                .evaluate()
                .getResultList()
                .stream()
                .limit(1)
                .forEach(row -> row.forEach((name, value) -> {
                    if (asking.writes().contains(name)) {
                        execution.setVariable(name, value);
                    }
                }));
    }
}
