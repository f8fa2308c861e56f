package vn.lantoa.commendation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Questionnaire;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.Units;

/** A nomination on a form: what was written as fields to read, what the tables say as a text, titles to choose from. */
@Component
class NominationSheet {

    private static final String FILE = "File";

    /** Characters that a field of one line shows on a phone. */
    private static final int ONE_LINE = 34;

    private final NominationFile file;
    private final AwardTitles titles;
    private final CommendationWords words;
    private final Units units;
    private final ObjectMapper json;

    NominationSheet(NominationFile file, AwardTitles titles, CommendationWords words, Units units, ObjectMapper json) {
        this.file = file;
        this.titles = titles;
        this.words = words;
        this.units = units;
        this.json = json;
    }

    /** What takes the place of a text, by its id, and of the options of a select, by its key. */
    record Inserts(Map<String, String> texts, Map<String, List<AwardTitle>> choices) {}

    /** The form with the file in it, each part a field that can be read and not changed. */
    Questionnaire open(JsonNode schema, Nomination nomination, Inserts inserts, Map<String, Object> known) {
        var data = new LinkedHashMap<>(known);
        var expanded = (ObjectNode) schema.deepCopy();
        var components = json.createArrayNode();
        for (var component : (ArrayNode) schema.path("components")) {
            var id = component.path("id").asText();
            if (id.equals(FILE)) {
                fields(nomination).forEach((label, value) -> {
                    var key = "file" + components.size();
                    components.add(shown(key, label, value));
                    data.put(key, value);
                });
            } else {
                components.add(filled(component.deepCopy(), inserts));
            }
        }
        expanded.set("components", components);
        return new Questionnaire(expanded, data);
    }

    private JsonNode filled(ObjectNode component, Inserts inserts) {
        var text = inserts.texts().get(component.path("id").asText());
        if (text != null) {
            component.put("text", text.replace('<', ' '));
        }
        var choices = inserts.choices().get(component.path("key").asText());
        if (choices != null) {
            var values = component.putArray("values");
            choices.forEach(
                    title -> values.addObject().put("label", title.name()).put("value", title.code()));
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

    /** The file in the order of its form; empty parts are left out. */
    private Map<String, String> fields(Nomination nomination) {
        var draft = file.read(nomination.id());
        var nominee = draft.nominee();
        var fields = new LinkedHashMap<String, String>();
        add(fields, "nomination.field.number", nomination.number());
        add(
                fields,
                "nomination.field.unit",
                units.find(nomination.proposer()).map(Unit::name).orElse(""));
        add(fields, nominee.collective() ? "nomination.field.collective" : "nomination.field.person", nominee.name());
        if (!nominee.collective()) {
            add(
                    fields,
                    "nomination.field.sex",
                    nominee.sex() == null ? null : words.of("nomination.sex." + nominee.sex()));
            add(fields, "nomination.field.birth-year", nominee.birthYear());
            add(fields, "nomination.field.post", nominee.post());
            add(fields, "nomination.field.direct", words.of("nomination.yes-no." + nominee.directWorker()));
        } else {
            add(fields, "nomination.field.headcount", nominee.headcount());
            add(fields, "nomination.field.women", nominee.women());
        }
        add(
                fields,
                "nomination.field.title",
                titles.lastKnown(draft.title()).map(AwardTitle::name).orElse(null));
        add(
                fields,
                "nomination.field.period",
                words.of("nomination.period", CommendationWords.day(draft.from()), CommendationWords.day(draft.to())));
        add(fields, "nomination.field.achievement", draft.achievement());
        draft.report().forEach((part, body) -> add(fields, "nomination.part." + part, body));
        add(fields, "nomination.field.earlier", earlier(draft));
        if (draft.attestation() != null) {
            add(
                    fields,
                    "nomination.field.attestation",
                    words.of(
                            "nomination.attestation." + draft.attestation().clear(),
                            draft.attestation().by(),
                            CommendationWords.day(draft.attestation().on()),
                            CommendationWords.day(draft.attestation().until())));
        }
        if (draft.consent() != null) {
            add(
                    fields,
                    "nomination.field.consent",
                    words.of(
                            "nomination.consent." + draft.consent().publicName(),
                            CommendationWords.day(draft.consent().on())));
        }
        add(fields, "nomination.field.warn-reason", draft.warnReason());
        return fields;
    }

    private String earlier(NominationDraft draft) {
        var lines = new ArrayList<String>();
        draft.awards()
                .forEach(award -> lines.add(java.util.stream.Stream.of(
                                award.title(),
                                award.number(),
                                award.date() == null ? null : CommendationWords.day(award.date()),
                                award.issuer())
                        .filter(java.util.Objects::nonNull)
                        .collect(Collectors.joining(", "))));
        return String.join("; ", lines);
    }

    private void add(Map<String, String> fields, String label, Object value) {
        if (value != null && !value.toString().isBlank()) {
            fields.put(words.of(label), value.toString());
        }
    }
}
