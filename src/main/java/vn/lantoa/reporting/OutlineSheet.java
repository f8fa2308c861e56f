package vn.lantoa.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sets beside each text of the outline what belongs there: a reviewer's note, and for whoever reviews a field to write one. */
@Component
class OutlineSheet {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String NOTE = "note_";
    private static final int LONGEST_NOTE = 1000;

    private final ObjectMapper json;
    private final MessageSource messages;

    OutlineSheet(ObjectMapper json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
    }

    /** The schema with it; {@code notes} by the key of the field they were written at. */
    JsonNode expand(JsonNode schema, FigureSheet.Mode mode, Map<String, String> notes) {
        var expanded = (ObjectNode) schema.deepCopy();
        var components = json.createArrayNode();
        for (var component : (ArrayNode) schema.path("components")) {
            var key = component.path("key").asText();
            if (!Outline.FIELDS.contains(key)) {
                components.add(component.deepCopy());
                continue;
            }
            var field = (ObjectNode) component.deepCopy();
            components.add(field);
            if (mode == FigureSheet.Mode.CORRECT || mode == FigureSheet.Mode.REVIEW) {
                components.add(noteAt(key, component.path("label").asText()));
            } else if (notes.containsKey(key)) {
                field.put("remark", notes.get(key));
            }
        }
        expanded.set("components", components);
        return expanded;
    }

    /** The notes that were written at texts, by the field they belong to. */
    static Map<String, String> notesIn(Map<String, Object> answers) {
        var notes = new LinkedHashMap<String, String>();
        for (var field : Outline.FIELDS) {
            if (answers.get(NOTE + field) instanceof String note && !note.isBlank()) {
                notes.put(field, note.strip());
            }
        }
        return notes;
    }

    /** Notes as answers of the fields that {@link #expand} adds. */
    static Map<String, String> asAnswers(Map<String, String> notes) {
        var answers = new LinkedHashMap<String, String>();
        notes.forEach((field, note) -> {
            if (Outline.FIELDS.contains(field)) {
                answers.put(NOTE + field, note);
            }
        });
        return answers;
    }

    private ObjectNode noteAt(String key, String label) {
        var note = json.createObjectNode();
        note.put("type", "textarea");
        note.put("key", NOTE + key);
        note.put("id", "Note_" + key);
        note.put("label", messages.getMessage("report.note-at", new Object[] {label}, VIETNAMESE));
        note.putObject("validate").put("maxLength", LONGEST_NOTE);
        note.putObject("properties").put("noteFor", key);
        return note;
    }
}
