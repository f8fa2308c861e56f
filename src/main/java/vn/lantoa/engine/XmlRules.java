package vn.lantoa.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds a BPMN or DMN file against the list of what may stand in it. */
class XmlRules {

    private static final Pattern CYCLE = Pattern.compile("R([1-9]\\d{0,2})/(P.+)");
    private static final Set<String> FEEL_LANGUAGES =
            Set.of("feel", "https://www.omg.org/spec/DMN/20191111/FEEL/", "http://www.omg.org/spec/DMN/20180521/FEEL/");

    private static final int SHOWN = 80;

    /** Nobody reads more at once. */
    private static final int MOST = 200;

    private static final Set<String> DECORATION = Set.of("biodi", "bioc", "color", "xsi");

    private final RuleList list;
    private final ExpressionRules expressions;
    private final Set<String> delegates;
    private final Map<String, Map<String, String>> bpmn;
    private final Map<String, Map<String, String>> dmn;

    XmlRules(RuleList list, ExpressionRules expressions, Set<String> delegates) {
        this.list = list;
        this.expressions = expressions;
        this.delegates = delegates;
        this.bpmn = elements(list.bpmn());
        this.dmn = elements(list.dmn());
    }

    private Map<String, Map<String, String>> elements(Map<String, List<String>> elements) {
        return elements.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> list.kinds(entry.getValue())));
    }

    List<Finding> check(String file, byte[] content, boolean table) {
        var findings = new ArrayList<Finding>();
        try {
            var root = ModelXml.read(content);
            var allowed = table ? dmn : bpmn;
            if (!(table ? "dmn:definitions" : "bpmn:definitions").equals(name(root))) {
                findings.add(Finding.error(
                        file, root, "root", "the file must hold " + (table ? "DMN" : "BPMN") + " definitions"));
            }
            var tools = new ForeignTools(file);
            root.all().forEach(node -> {
                if (!tools.look(node, findings)) {
                    node(file, node, allowed, findings);
                }
            });
            sizes(file, root, findings);
        } catch (IllegalArgumentException e) {
            findings.add(Finding.error(file, "file", unreadable(e), String.valueOf(e.getMessage())));
        }
        return findings.size() > MOST ? List.copyOf(findings.subList(0, MOST)) : findings;
    }

    private static String unreadable(IllegalArgumentException e) {
        if (e.getCause() instanceof ModelXml.TooMuch) {
            return "too-large";
        }
        return String.valueOf(e.getMessage()).contains("DOCTYPE") ? "doctype" : "unreadable";
    }

    private String name(ModelXml.Node node) {
        return list.prefix(node.namespace) + ":" + node.name;
    }

    private void node(
            String file, ModelXml.Node node, Map<String, Map<String, String>> allowed, List<Finding> findings) {
        if (list.drawing().contains(String.valueOf(list.prefix(node.namespace)))) {
            drawing(file, node, findings);
            return;
        }
        var kinds = allowed.get(name(node));
        if (kinds == null) {
            findings.add(Finding.error(
                    file,
                    node,
                    "element-not-allowed",
                    "element " + node.name + " of " + node.namespace + " is not allowed",
                    node.name));
            return;
        }
        node.attributes.forEach((key, value) -> attribute(file, node, kinds, key, value, findings));
        var text = node.text.toString().trim();
        if (!text.isEmpty()) {
            value(
                    file,
                    node,
                    "text of " + node.name,
                    kinds.containsKey("text") ? kinds.get("text") : "none",
                    text,
                    findings);
        }
    }

    private void drawing(String file, ModelXml.Node node, List<Finding> findings) {
        node.attributes.forEach((key, value) -> {
            var decoration = !key.startsWith("{") || DECORATION.contains(String.valueOf(list.prefix(namespace(key))));
            if (!decoration || !ExpressionRules.literal(value)) {
                findings.add(
                        Finding.error(file, node, "drawing", "attribute " + key + " is not allowed in the drawing"));
            }
        });
        if (!ExpressionRules.literal(node.text.toString())) {
            findings.add(Finding.error(file, node, "drawing", "no expressions in the drawing"));
        }
    }

    private static String namespace(String key) {
        return key.startsWith("{") ? key.substring(1, key.indexOf('}')) : "";
    }

    private void attribute(
            String file,
            ModelXml.Node node,
            Map<String, String> kinds,
            String key,
            String value,
            List<Finding> findings) {
        var local = key.substring(key.indexOf('}') + 1);
        var prefix = list.prefix(namespace(key));
        var name = key.startsWith("{") ? prefix + ":" + local : local;
        if (prefix != null && DECORATION.contains(prefix) && !prefix.equals("xsi") && ExpressionRules.literal(value)) {
            return;
        }
        if (name.equals("text") || !kinds.containsKey(name)) {
            findings.add(Finding.error(
                    file,
                    node,
                    "attribute-not-allowed",
                    "attribute " + key + " of " + node.name + " is not allowed",
                    local));
            return;
        }
        value(file, node, name, kinds.get(name), value, findings);
    }

    private void value(
            String file, ModelXml.Node node, String what, String kind, String value, List<Finding> findings) {
        objection(what, kind, value)
                .ifPresent(objection ->
                        findings.add(Finding.error(file, node, kind, what + ": " + objection, what, shown(value))));
    }

    private static String shown(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }

    private Optional<String> objection(String what, String kind, String value) {
        return switch (kind) {
            case "free" -> Optional.empty();
            case "text" -> expressions.objectionToText(value);
            case "expression" -> expressions.objection(value);
            case "name" -> expressions.objectionToName(value);
            case "feel" -> FeelRules.objection(value);
            case "delegate" ->
                unless(
                        delegates.contains(String.valueOf(Catalogue.nameIn(value))),
                        value + " is not in bpmn/catalogue");
            case "duration" ->
                unless(
                        value.matches("P[0-9YMWDTHS]+|\\$\\{[A-Za-z][A-Za-z0-9_]{0,40}}"),
                        "a duration such as P3D, or ${variable}");
            case "cycle" -> unless(cycle(value), "a cycle such as R3/PT1H: bounded, at least a minute");
            case "cardinality" ->
                unless(value.matches("[1-9]\\d{0,2}") && Integer.parseInt(value) <= 500, "a number up to 500");
            case "feel-language" -> unless(FEEL_LANGUAGES.contains(value), "only FEEL");
            case "literal" ->
                unless(
                        ExpressionRules.literal(value)
                                && (!what.equals("xsi:type") || value.matches("(\\w+:)?tFormalExpression")),
                        "no expression may stand here");
            default -> Optional.of("no text may stand here");
        };
    }

    private static Optional<String> unless(boolean fine, String objection) {
        return fine ? Optional.empty() : Optional.of(objection);
    }

    private static boolean cycle(String value) {
        var parts = CYCLE.matcher(value);
        try {
            return parts.matches()
                    && (parts.group(2).matches("P[1-9]\\d*[DWMY]")
                            || java.time.Duration.parse(parts.group(2)).toSeconds() >= 60);
        } catch (java.time.format.DateTimeParseException e) {
            return false;
        }
    }

    private void sizes(String file, ModelXml.Node root, List<Finding> findings) {
        var files = list.files();
        if (root.all().filter(node -> list.flowNodes().contains(node.name)).count() > files.flowNodes()) {
            findings.add(Finding.error(file, root, "too-large", "more than " + files.flowNodes() + " steps"));
        }
        if (root.all().filter(node -> node.name.equals("rule")).count() > files.rules()) {
            findings.add(Finding.error(file, root, "too-large", "more than " + files.rules() + " rules"));
        }
        root.all("subProcess")
                .filter(node -> depth(node) > files.depth())
                .forEach(node -> findings.add(
                        Finding.error(file, node, "too-deep", "nested more than " + files.depth() + " deep")));
    }

    private static int depth(ModelXml.Node node) {
        var depth = 0;
        for (var around = node; around != null; around = around.parent) {
            depth += around.name.equals("subProcess") ? 1 : 0;
        }
        return depth;
    }
}
