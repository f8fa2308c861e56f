package vn.lantoa.models.safety;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Questionnaire;
import vn.lantoa.models.safety.LocalCriteria.Local;

/** The forms of a file made ready: questions of other workplaces left out, those of the branch put in, texts filled with what is known. */
@Component
class SafetySheet {

    private static final String LOCAL = "Local";

    private final SafetyWords words;
    private final ObjectMapper json;

    SafetySheet(SafetyWords words, ObjectMapper json) {
        this.words = words;
        this.json = json;
    }

    /**
     * The form of this file.
     *
     * @param texts what takes the place of a text, by its id
     * @param locals asked after the text {@code Local}, which is left out when there is none
     * @param known values to start from
     */
    Questionnaire open(
            JsonNode schema,
            SafetyFile file,
            Map<String, String> texts,
            List<Local> locals,
            Map<String, Object> known) {
        var expanded = (ObjectNode) schema.deepCopy();
        var components = json.createArrayNode();
        for (var component : (ArrayNode) schema.path("components")) {
            if (component.path("id").asText().equals(LOCAL)) {
                ask(components, component.deepCopy(), locals);
            } else if (isFor(component, file.workplace())) {
                components.add(filled(component.deepCopy(), texts));
            }
        }
        expanded.set("components", components);
        return new Questionnaire(expanded, new LinkedHashMap<>(known));
    }

    /** A question without a note of workplaces is for all. */
    private static boolean isFor(JsonNode component, SafetyObject workplace) {
        var only = component.path("properties").path("workplaces").asText("");
        return only.isEmpty() || workplace != null && List.of(only.split(",")).contains(workplace.name());
    }

    private static JsonNode filled(ObjectNode component, Map<String, String> texts) {
        var text = texts.get(component.path("id").asText());
        if (text != null) {
            component.put("text", text.replace('<', ' '));
        }
        return component;
    }

    private void ask(ArrayNode components, JsonNode heading, List<Local> locals) {
        if (locals.isEmpty()) {
            return;
        }
        components.add(heading);
        for (var local : locals) {
            var question = field("radio", local.key(), local.wording());
            question.put("description", words.of("safety.local.basis", local.basis()));
            var values = question.putArray("values");
            values.addObject().put("label", words.of("safety.answer.YES")).put("value", "YES");
            values.addObject().put("label", words.of("safety.answer.NO")).put("value", "NO");
            components.add(question);
            if (local.confirmed()) {
                var number = field("textfield", local.key() + "Number", words.of("safety.field.confirmation"));
                number.putObject("validate").put("maxLength", 100);
                components.add(number);
                var date = field("datetime", local.key() + "Date", words.of("safety.field.confirmed-on"));
                date.put("subtype", "date").put("dateLabel", words.of("safety.field.confirmed-on"));
                components.add(date);
            }
        }
    }

    private ObjectNode field(String type, String key, String label) {
        var field = json.createObjectNode()
                .put("type", type)
                .put("key", key)
                .put("id", "Field_" + key)
                .put("label", label);
        field.putObject("properties").put("requiredFor", "submit");
        return field;
    }
}
