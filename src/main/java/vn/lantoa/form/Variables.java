package vn.lantoa.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.lantoa.form.Component.Kind;
import vn.lantoa.form.ConditionCheck.Type;

/** The types of what a condition may look at: fields by their path, fields of a row by {@code this} and {@code parent}. */
final class Variables {

    private final Map<String, Type> types = new LinkedHashMap<>();

    private Variables() {}

    /** @throws UnacceptableForm when a condition cannot be decided alike in the browser and here */
    static void check(List<Component> components) {
        var variables = new Variables();
        variables.collect(components, List.of());
        variables.checkConditions(components);
    }

    private void checkConditions(List<Component> components) {
        for (Component component : components) {
            try {
                if (component.hide() != null) {
                    ConditionCheck.check(component.hide(), this::type);
                }
            } catch (IllegalArgumentException notUnderstood) {
                throw new UnacceptableForm(component.type(), notUnderstood.getMessage());
            }
            checkConditions(component.children());
        }
    }

    /** A name that means two kinds of things in two lists is unsure. */
    private void collect(List<Component> components, List<Object> base) {
        for (Component component : components) {
            var path = Paths.join(base, component.path());
            if (component.kind() == Kind.FIELD || component.kind() == Kind.ROWS) {
                types.merge(Paths.text(path), type(component), (one, other) -> one == other ? one : Type.UNSURE);
            }
            collect(component.children(), component.kind() == Kind.ROWS ? List.of() : path);
        }
    }

    private Type type(String name) {
        var own = name.replaceFirst("^(?:_?(?:this|parent)_?\\.)+", "");
        return types.getOrDefault(own, Type.KNOWN_ELSEWHERE);
    }

    private static Type type(Component component) {
        return switch (component.type()) {
            case "textfield", "textarea", "datetime" -> Type.TEXT;
            case "number" -> component.json().path("serializeToString").asBoolean() ? Type.TEXT : Type.NUMBER;
            case "checkbox" -> Type.BOOLEAN;
            case "checklist", "taglist", "dynamiclist" -> Type.LIST;
            case "select", "radio" -> optionType(component.json().path("values"));
            default -> Type.UNSURE;
        };
    }

    private static Type optionType(JsonNode values) {
        var all = Stream.iterate(0, i -> i < values.size(), i -> i + 1)
                .map(values::get)
                .map(option -> option.isObject() ? option.path("value") : option)
                .toList();
        if (all.stream().allMatch(JsonNode::isTextual)) {
            return Type.TEXT;
        }
        return all.stream().allMatch(JsonNode::isNumber) ? Type.NUMBER : Type.UNSURE;
    }
}
