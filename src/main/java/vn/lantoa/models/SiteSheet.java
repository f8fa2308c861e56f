package vn.lantoa.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Questionnaire;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.Units;

/** A site on a form: what is known as fields to read, what the rules say as a text, kinds to choose from. */
@Component
class SiteSheet {

    private static final String FILE = "File";

    /** Characters that a field of one line shows on a phone. */
    private static final int ONE_LINE = 34;

    private final ModelKinds kinds;
    private final Claims claims;
    private final SiteWords words;
    private final Units units;
    private final ObjectMapper json;

    SiteSheet(ModelKinds kinds, Claims claims, SiteWords words, Units units, ObjectMapper json) {
        this.kinds = kinds;
        this.claims = claims;
        this.words = words;
        this.units = units;
        this.json = json;
    }

    /**
     * The form with the site in it.
     *
     * @param texts by the id of a text what takes its place; null or empty takes the text away
     */
    Questionnaire open(JsonNode schema, ModelSite site, Map<String, String> texts, Map<String, Object> known) {
        var data = new LinkedHashMap<>(known);
        var expanded = (ObjectNode) schema.deepCopy();
        var components = json.createArrayNode();
        for (var component : (ArrayNode) schema.path("components")) {
            var id = component.path("id").asText();
            if (id.equals(FILE)) {
                fields(site).forEach((label, value) -> {
                    var key = "file" + components.size();
                    components.add(shown(key, label, value));
                    data.put(key, value);
                });
            } else if (!texts.containsKey(id)) {
                components.add(filled(component.deepCopy()));
            } else if (texts.get(id) != null && !texts.get(id).isBlank()) {
                components.add(((ObjectNode) component.deepCopy())
                        .put("text", texts.get(id).replace('<', ' ')));
            }
        }
        expanded.set("components", components);
        return new Questionnaire(expanded, data);
    }

    /** What is counted now, to begin from. */
    Map<String, Object> counts(ModelSite site) {
        var known = new LinkedHashMap<String, Object>();
        known.put("groups", site.groups().amount());
        known.put("groupsQualifier", site.groups().qualifier().code());
        known.put("members", site.members().amount());
        known.put("membersQualifier", site.members().qualifier().code());
        return known;
    }

    private JsonNode filled(ObjectNode component) {
        if (component.path("key").asText().equals("kind")) {
            var values = component.putArray("values");
            kinds.offered().forEach(kind -> values.addObject()
                    .put("label", kind.name())
                    .put("value", kind.id().toString()));
        }
        return component;
    }

    private ObjectNode shown(String key, String label, String value) {
        return json.createObjectNode()
                .put("type", value.length() > ONE_LINE ? "textarea" : "textfield")
                .put("key", key)
                .put("id", "File_" + key)
                .put("label", label)
                .put("readonly", true);
    }

    private Map<String, String> fields(ModelSite site) {
        var locale = LocaleContextHolder.getLocale();
        var fields = new LinkedHashMap<String, String>();
        add(fields, "models.field.number", site.number());
        add(fields, "models.field.unit", units.find(site.unit()).map(Unit::name).orElse(""));
        add(fields, "models.field.kind", kinds.current(site.kind()).name());
        add(fields, "models.field.name", site.name());
        add(fields, "models.field.place", site.place());
        add(fields, "models.field.host", site.host());
        add(
                fields,
                "models.field.founded",
                claims.foundedOn(site.id()).map(SiteWords::day).orElse(null));
        add(fields, "models.field.groups", words.count(site.groups(), locale));
        add(fields, "models.field.members", words.count(site.members(), locale));
        return fields;
    }

    private void add(Map<String, String> fields, String label, String value) {
        if (value != null && !value.isBlank()) {
            fields.put(words.of(label), value);
        }
    }
}
