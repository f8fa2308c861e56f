package vn.lantoa.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.UnitId;

/** Sets beside each text of the outline what belongs there: a reviewer's note, and for whoever reviews a field to write one. */
@Component
class OutlineSheet {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String NOTE = "note_";
    private static final int LONGEST_NOTE = 1000;
    private static final int MOST_MERGED = 300;

    private final ObjectMapper json;
    private final MessageSource messages;

    OutlineSheet(ObjectMapper json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
    }

    /** The schema with it, and with what subordinates wrote; {@code notes} by the key of the field they were written at. */
    JsonNode expand(JsonNode schema, FigureSheet.Mode mode, Map<String, String> notes, Besides besides) {
        var expanded = (ObjectNode) schema.deepCopy();
        var components = json.createArrayNode();
        for (var component : (ArrayNode) schema.path("components")) {
            var key = component.path("key").asText();
            if (key.equals(Proposal.FIELD)) {
                components.add(proposals(component.deepCopy(), besides));
                continue;
            }
            if (!Outline.FIELDS.contains(key)) {
                components.add(component.deepCopy());
                continue;
            }
            var field = (ObjectNode) component.deepCopy();
            components.add(field);
            besides.count(key).ifPresent(count -> field.putObject("texts")
                    .put("count", count)
                    .put("address", "/reports/" + besides.report() + "/texts?field=" + key));
            if (mode == FigureSheet.Mode.CORRECT || mode == FigureSheet.Mode.REVIEW) {
                components.add(noteAt(key, component.path("label").asText()));
            } else if (notes.containsKey(key)) {
                field.put("remark", notes.get(key));
            }
        }
        if (mode != FigureSheet.Mode.READ) {
            components.add(confirmation());
        }
        expanded.set("components", components);
        return expanded;
    }

    /**
     * What the subordinates wrote.
     *
     * @param report null when nothing of it is to be shown
     */
    record Besides(ReportId report, Map<String, Integer> texts, List<SubordinateTexts.Merged> proposals) {

        static final Besides NONE = new Besides(null, Map.of(), List.of());

        Optional<Integer> count(String field) {
            return Optional.ofNullable(texts.get(field));
        }
    }

    private JsonNode proposals(ObjectNode component, Besides besides) {
        component.set(
                "merged",
                json.valueToTree(besides.proposals().stream()
                        .limit(MOST_MERGED)
                        .map(merged -> Map.of(
                                "matter", merged.matter(),
                                "addressee", merged.addressee(),
                                "from",
                                        merged.sources().stream()
                                                .map(UnitId::toString)
                                                .collect(Collectors.joining(" ")),
                                "names", merged.names()))
                        .toList()));
        return component;
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

    /** Where a person confirms that a telephone belongs to an office or a leader; shown only when something is asked about. */
    private ObjectNode confirmation() {
        var confirmation = json.createObjectNode();
        confirmation.put("type", "textfield");
        confirmation.put("key", PersonalDataGuard.CONFIRMED);
        confirmation.put("id", "ContactsConfirmed");
        confirmation.put("label", messages.getMessage("report.personal.label", null, VIETNAMESE));
        confirmation.putObject("validate").put("maxLength", LONGEST_NOTE);
        confirmation.putObject("properties").put("guard", "contacts");
        return confirmation;
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
