package vn.lantoa.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds a form against the list: known components, no markup, nothing that runs. */
class FormRules {

    private final RuleList list;
    private final ObjectMapper json = new ObjectMapper();

    FormRules(RuleList list) {
        this.list = list;
    }

    List<Finding> check(String file, byte[] content) {
        var findings = new ArrayList<Finding>();
        try {
            var form = json.readTree(content);
            if (!form.isObject() || !form.path("components").isArray()) {
                return List.of(Finding.error(file, "form", "unreadable", "a form is an object with components"));
            }
            if (form.path("id").asText("").isEmpty()) {
                findings.add(Finding.error(file, "form", "form-id", "the form has no id"));
            }
            components(file, form.path("components"), 1, new HashSet<>(), findings);
            texts(file, form.path("id").asText("form"), form, findings);
            if (form.findValues("type").size() > list.form().components()) {
                findings.add(Finding.error(
                        file, "form", "too-large", "more than " + list.form().components() + " components"));
            }
        } catch (IOException e) {
            findings.add(Finding.error(file, "form", "unreadable", String.valueOf(e.getMessage())));
        }
        return findings;
    }

    private void components(String file, JsonNode components, int depth, Set<String> keys, List<Finding> findings) {
        for (var component : components) {
            var place = component.path("id").asText(component.path("key").asText("component"));
            var before = findings.size();
            var type = component.path("type").asText("");
            if (depth > list.form().depth()) {
                findings.add(Finding.error(
                        file,
                        place,
                        "too-deep",
                        "nested more than " + list.form().depth() + " deep"));
                return;
            }
            if (!list.form().types().contains(type)) {
                findings.add(Finding.error(
                        file, place, "component-not-allowed", "component " + type + " is not allowed", type));
            }
            names(file, place, component, findings);
            var key = component.path("key").asText("");
            if (!key.isEmpty() && !keys.add(key)) {
                findings.add(Finding.error(file, place, "key-twice", "key \"" + key + "\" stands twice", key));
            }
            pattern(file, place, component.at("/validate/pattern"), findings);
            var label = component.path("label").asText("");
            findings.subList(before, findings.size()).replaceAll(finding -> finding.named(label));
            // Fields of a list that grows have keys of their own.
            var inner = type.equals("dynamiclist") ? new HashSet<String>() : keys;
            components(file, component.path("components"), depth + 1, inner, findings);
        }
    }

    private void names(String file, String place, JsonNode component, List<Finding> findings) {
        for (var field : List.of("key", "path")) {
            var name = component.path(field).asText("");
            if (!name.isEmpty()
                    && (!name.matches("[A-Za-z][A-Za-z0-9_]{0,40}")
                            || list.reserved().contains(name))) {
                findings.add(
                        Finding.error(file, place, "key", field + " \"" + name + "\" may not name an answer", name));
            }
        }
    }

    private static void pattern(String file, String place, JsonNode pattern, List<Finding> findings) {
        try {
            Pattern.compile(pattern.asText(""));
        } catch (PatternSyntaxException e) {
            findings.add(Finding.error(file, place, "pattern", "not a pattern with bounded time: " + e.getMessage()));
        }
    }

    /** Every text of the form, wherever it stands: no markup, no templates; an expression is FEEL within its rules. */
    private static void texts(String file, String place, JsonNode node, List<Finding> findings) {
        if (node.isTextual()) {
            text(file, place, node.textValue(), findings);
        }
        var around = node.path("id").asText(place);
        node.forEach(child -> texts(file, around, child, findings));
    }

    private static void text(String file, String place, String text, List<Finding> findings) {
        if (text.startsWith("=")) {
            FeelRules.objection(text.substring(1))
                    .ifPresent(objection -> findings.add(Finding.error(file, place, "feel", objection)));
        } else if (text.contains("<") || text.contains("{{") || !ExpressionRules.literal(text)) {
            findings.add(Finding.error(file, place, "markup", "no markup, templates or expressions in a form's text"));
        } else if (text.strip().toLowerCase(java.util.Locale.ROOT).matches("(javascript|data|vbscript):.*")) {
            findings.add(Finding.error(file, place, "markup", "no script addresses"));
        }
    }
}
