package vn.lantoa.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lantoa.form.Component.Checks;
import vn.lantoa.form.Component.Kind;

/** Reads a schema against the allow-list of SECURITY §2.4: what cannot be accepted safely is not shown either. */
final class SchemaReader {

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("textfield", Kind.FIELD),
            Map.entry("textarea", Kind.FIELD),
            Map.entry("number", Kind.FIELD),
            Map.entry("datetime", Kind.FIELD),
            Map.entry("select", Kind.FIELD),
            Map.entry("radio", Kind.FIELD),
            Map.entry("checkbox", Kind.FIELD),
            Map.entry("checklist", Kind.FIELD),
            Map.entry("taglist", Kind.FIELD),
            Map.entry("figures", Kind.FIELD),
            Map.entry("group", Kind.GROUP),
            Map.entry("dynamiclist", Kind.ROWS),
            // Rows like a list's, drawn by a component of our own: form-js must not take its fields for fields of the
            // form.
            Map.entry("proposals", Kind.ROWS),
            Map.entry("text", Kind.STATIC),
            Map.entry("separator", Kind.STATIC),
            Map.entry("spacer", Kind.STATIC),
            Map.entry("table", Kind.STATIC));
    private static final Set<String> OPTIONS = Set.of("select", "radio", "checklist", "taglist");
    private static final Set<String> RESERVED = Set.of(
            "this",
            "parent",
            "i",
            "constructor",
            "execution",
            "task",
            "authenticatedUserId",
            "unitId",
            "unitLevel",
            "outcome",
            "approvals");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,40}");

    private static final int LONGEST_CONDITION = 500;
    private static final int DEEPEST = 8;

    private final Set<String> ids = new LinkedHashSet<>();

    private int rows;

    private SchemaReader() {}

    static List<Component> read(JsonNode schema) {
        if (!"default".equals(schema.path("type").asText())) {
            throw new UnacceptableForm(schema.path("id").asText(), "a form has type default");
        }
        var reader = new SchemaReader();
        var components = reader.children(schema, 0);
        new BindingPaths().claim(components);
        Variables.check(components);
        return components;
    }

    private List<Component> children(JsonNode container, int depth) {
        var children = new ArrayList<Component>();
        var own = container.path("type").asText().equals("proposals");
        for (JsonNode child : container.path(own ? "rows" : "components")) {
            children.add(component(child, depth));
        }
        return List.copyOf(children);
    }

    private Component component(JsonNode json, int depth) {
        var type = json.path("type").asText();
        var name = Stream.of(json.path("id").asText(), json.path("key").asText(), type)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("?");
        var kind = KINDS.get(type);
        refuse(kind == null, name, "type " + type + " is not allowed");
        refuse(depth > DEEPEST, name, "nested too deeply");
        refuse(json.hasNonNull("id") && !ids.add(json.get("id").asText()), name, "the id is used twice");
        refuseContent(json, name);
        var properties = json.path("properties");
        boolean inRows = kind == Kind.ROWS;
        rows += inRows ? 1 : 0;
        refuse(rows > 0 && type.equals("figures"), name, "figures do not repeat");
        var children = children(json, depth + 1);
        rows -= inRows ? 1 : 0;
        return new Component(
                kind,
                type,
                path(kind, json, name),
                hide(json, name),
                isTrue(json, "readonly") || isTrue(json, "disabled"),
                isTrue(json, "disabled"),
                names(properties.path("only").asText()),
                names(properties.path("requiredFor").asText()),
                kind == Kind.FIELD ? checks(json, name) : null,
                json,
                children);
    }

    private void refuseContent(JsonNode json, String name) {
        var type = json.path("type").asText();
        refuse(type.equals("text") && json.path("text").asText().contains("<"), name, "text without < only");
        refuse(
                OPTIONS.contains(type) && !json.path("values").isArray(),
                name,
                "options stand in the form, as a list of values");
        refuse(
                json.hasNonNull("valuesKey") || json.hasNonNull("valuesExpression"),
                name,
                "options may not be computed");
        refuse(json.hasNonNull("isRepeating") && !json.get("isRepeating").asBoolean(), name, "a list repeats its rows");
    }

    private List<String> path(Kind kind, JsonNode json, String name) {
        var path = json.path(kind == Kind.FIELD ? "key" : "path").asText();
        if (kind == Kind.STATIC || kind == Kind.GROUP && path.isEmpty()) {
            return List.of();
        }
        refuse(path.isEmpty(), name, kind == Kind.FIELD ? "has no key" : "has no path");
        var segments = List.of(path.split("\\.", -1));
        for (String segment : segments) {
            refuse(!KEY.matcher(segment).matches(), name, "the key " + path + " is not a plain name");
            refuse(
                    RESERVED.contains(segment) || segment.startsWith("approvedBy"),
                    name,
                    "the key " + path + " is reserved");
        }
        return segments;
    }

    private String hide(JsonNode json, String name) {
        var hide = json.path("conditional").path("hide").asText();
        if (!hide.startsWith("=")) {
            return null;
        }
        refuse(hide.length() > LONGEST_CONDITION, name, "the condition is too long");
        return hide.substring(1);
    }

    private Checks checks(JsonNode json, String name) {
        var validate = json.path("validate");
        return new Checks(
                isTrue(validate, "required"),
                integer(validate.get("minLength"), name),
                integer(validate.get("maxLength"), name),
                number(validate.get("min"), name),
                number(validate.get("max"), name),
                pattern(validate.path("pattern").asText(), name),
                validate.path("patternErrorMessage").asText(null),
                validate.path("validationType").asText(null),
                integer(json.get("decimalDigits"), name),
                number(json.get("increment"), name));
    }

    private com.google.re2j.Pattern pattern(String source, String name) {
        try {
            return source.isEmpty() ? null : JsPattern.compile(source);
        } catch (IllegalArgumentException unsupported) {
            throw new UnacceptableForm(name, unsupported.getMessage());
        }
    }

    private Integer integer(JsonNode value, String name) {
        var number = number(value, name);
        return number == null ? null : number.intValue();
    }

    private BigDecimal number(JsonNode value, String name) {
        if (value == null || value.isNull() || value.asText().isEmpty()) {
            return null;
        }
        refuse(!JsNumber.isExact(value.asText()), name, value.asText() + " is not a fixed number");
        return JsNumber.plain(new BigDecimal(value.asText()));
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isTrue(JsonNode json, String flag) {
        return json.path(flag).isBoolean() && json.get(flag).asBoolean();
    }

    private static void refuse(boolean bad, String component, String what) {
        if (bad) {
            throw new UnacceptableForm(component, what);
        }
    }
}
