package vn.lantoa.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever a gateway, a timer or a rule table asks must be written before it is asked, on every way that leads there. */
class VariableRules {

    /** Handed over at each start by {@code Processes.start}. */
    private static final Set<String> GIVEN = Set.of("unitLevel");

    private static final Set<String> WORDS = Set.of(
            "true",
            "false",
            "null",
            "empty",
            "not",
            "and",
            "or",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "div",
            "mod",
            "execution",
            "if",
            "then",
            "else",
            "in",
            "between",
            "date",
            "time",
            "duration",
            "instance",
            "of",
            // of a loop, given by the engine
            "nrOfInstances",
            "nrOfActiveInstances",
            "nrOfCompletedInstances",
            "loopCounter");

    private static final Pattern WORD =
            Pattern.compile("'[^']*'|\"[^\"]*\"|\\.\\s*[A-Za-z_]\\w*|([A-Za-z_]\\w*)\\s*(\\()?");
    private static final Pattern RESULT = Pattern.compile("\\b([A-Za-z_]\\w*)\\.([A-Za-z_]\\w*)");
    private static final Set<String> ASKING =
            Set.of("conditionExpression", "completionCondition", "timeDate", "timeDuration");

    private final ModelFile file;
    private final FlowGraph graph;
    private final Function<String, Optional<ModelXml.Node>> tables;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> everywhere;
    private final Map<String, Set<String>> before;

    /** @param tables the rule table that travels with the process, by id */
    VariableRules(
            ModelFile file, ModelXml.Node root, FlowGraph graph, Function<String, Optional<ModelXml.Node>> tables) {
        this.file = file;
        this.graph = graph;
        this.tables = tables;
        this.everywhere = root.all().flatMap(VariableRules::writes).collect(Collectors.toCollection(HashSet::new));
        this.before = written();
    }

    List<Finding> check(ModelXml.Node root) {
        root.all()
                .filter(node -> node.namespace.equals(ModelXml.BPMN) && ASKING.contains(node.name))
                .forEach(this::asked);
        graph.nodes("businessRuleTask").forEach(this::table);
        return findings;
    }

    private void asked(ModelXml.Node node) {
        var text = node.text.toString();
        if (ExpressionRules.literal(text)) {
            return;
        }
        var holder = node.parent;
        while (!graph.ids().contains(holder.id()) && !holder.name.equals("sequenceFlow") && holder.parent != null) {
            holder = holder.parent;
        }
        var flow = holder.name.equals("sequenceFlow");
        var at = flow ? holder.attribute("sourceRef").orElse("") : holder.id();
        var known = new HashSet<>(before.getOrDefault(at, everywhere));
        if (flow && graph.node(at) != null) {
            writes(graph.node(at)).forEach(known::add);
        }
        names(text, known, holder);
        results(text, holder);
    }

    private void names(String text, Set<String> known, ModelXml.Node at) {
        var missing = new TreeSet<>(words(text));
        missing.removeAll(known);
        var never = new TreeSet<>(missing);
        never.removeAll(everywhere);
        missing.retainAll(everywhere);
        if (!never.isEmpty()) {
            var names = String.join(", ", never);
            findings.add(Finding.error(
                    file.name(),
                    at,
                    "variable-never-written",
                    "asks for " + names + ", which nothing in this process writes",
                    names));
        }
        if (!missing.isEmpty()) {
            var names = String.join(", ", missing);
            findings.add(Finding.error(
                    file.name(),
                    at,
                    "variable-unwritten-on-a-way",
                    "asks for " + names + ", which is not written on every way that leads here",
                    names));
        }
    }

    /** A rule table answers null where its input is missing, and the case goes a way nobody meant. */
    private void table(ModelXml.Node task) {
        var table = task.camunda("decisionRef").flatMap(tables);
        table.stream()
                .flatMap(root -> root.all())
                .filter(node -> node.name.equals("inputExpression"))
                .flatMap(input -> input.children.stream())
                .filter(text -> text.name.equals("text"))
                .forEach(text -> names(text.text.toString(), before.getOrDefault(task.id(), everywhere), task));
    }

    /** {@code next.nextStep} must be an output of the table that wrote {@code next}. */
    private void results(String text, ModelXml.Node at) {
        RESULT.matcher(text.replaceAll("'[^']*'|\"[^\"]*\"", "''")).results().forEach(found -> graph.nodes(
                        "businessRuleTask")
                .filter(task -> task.camunda("resultVariable").equals(Optional.of(found.group(1))))
                .filter(task -> task.camunda("mapDecisionResult").equals(Optional.of("singleResult")))
                .map(task -> task.camunda("decisionRef").flatMap(tables).orElse(null))
                .filter(Objects::nonNull)
                .filter(table -> outputs(table).noneMatch(found.group(2)::equals))
                .forEach(table -> findings.add(Finding.error(
                        file.name(),
                        at,
                        "table-output",
                        "asks for " + found.group() + ", which the rule table does not answer",
                        found.group()))));
    }

    private static Stream<String> outputs(ModelXml.Node table) {
        return table.all().filter(node -> node.name.equals("output")).map(node -> node.attribute("name")
                .orElse(""));
    }

    /** What is written whenever a step is come to: what all ways to it have in common. */
    private Map<String, Set<String>> written() {
        var in = new HashMap<String, Set<String>>();
        graph.roots().forEach(root -> in.put(root, GIVEN));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var id : graph.ids()) {
                var now = in.containsKey(id) && graph.in(id).isEmpty() ? in.get(id) : arriving(id, in);
                if (now != null && !now.equals(in.get(id))) {
                    in.put(id, now);
                    changed = true;
                }
            }
        }
        return in;
    }

    private Set<String> arriving(String id, Map<String, Set<String>> in) {
        Set<String> common = null;
        var joins = graph.node(id).name.equals("parallelGateway");
        for (var way : graph.in(id)) {
            var from = in.get(way.from());
            if (from == null) {
                continue;
            }
            var brought = new LinkedHashSet<>(from);
            if (!way.border()) {
                writes(graph.node(way.from())).forEach(brought::add);
            }
            if (common == null) {
                common = brought;
            } else if (joins) {
                common.addAll(brought);
            } else {
                common.retainAll(brought);
            }
        }
        return common;
    }

    /** What the diagram says this step writes: an outcome, results of rule tables, outputs, items of loops, and what it declares. */
    static Stream<String> writes(ModelXml.Node step) {
        var own = Stream.of(
                        step.camunda("resultVariable"),
                        step.camunda("elementVariable"),
                        step.is(ModelXml.BPMN, "userTask") ? Optional.of("outcome") : Optional.<String>empty(),
                        step.is(ModelXml.CAMUNDA, "outputParameter")
                                ? step.attribute("name")
                                : Optional.<String>empty(),
                        step.is(ModelXml.CAMUNDA, "out") ? step.attribute("target") : Optional.<String>empty())
                .flatMap(Optional::stream);
        var declared =
                step.is(ModelXml.CAMUNDA, "property") && step.attribute("name").equals(Optional.of("writes"))
                        ? step.attribute("value").stream().flatMap(value -> Stream.of(value.split("[,\\s]+")))
                        : Stream.<String>empty();
        var inner = step.children.stream()
                .filter(child -> child.namespace.equals(ModelXml.CAMUNDA)
                        || child.is(ModelXml.BPMN, "extensionElements")
                        || child.is(ModelXml.BPMN, "multiInstanceLoopCharacteristics"))
                .flatMap(VariableRules::writes);
        return Stream.of(own, declared, inner).flatMap(all -> all);
    }

    /** The variables an expression asks; functions, properties and words of the language left out. */
    static Set<String> words(String expression) {
        return WORD.matcher(expression)
                .results()
                .filter(match -> match.group(1) != null && match.group(2) == null)
                .map(match -> match.group(1))
                .filter(word -> !WORDS.contains(word))
                .collect(Collectors.toSet());
    }
}
