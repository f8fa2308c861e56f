package vn.lantoa.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/**
 * One element template, {@code bpmn/catalogue/<delegate>.json}.
 *
 * @param delegate the name it binds, which is that of the file
 * @param name in Vietnamese, as it stands on the diagram
 * @param decides whether it grants or accepts something
 * @param twin name of the delegate without effect that a rehearsal runs instead
 */
record ServiceTemplate(String delegate, String name, String description, boolean decides, String twin) {

    /**
     * All that are shipped, in the order of their delegates.
     *
     * @throws IllegalStateException when one is no template of this house
     */
    static List<ServiceTemplate> shipped(ObjectMapper json) {
        return ModelFile.found("bpmn/catalogue/*.json").stream()
                .map(file -> read(file, json))
                .toList();
    }

    private static ServiceTemplate read(ModelFile file, ObjectMapper json) {
        try {
            var content = json.readTree(file.content());
            return new ServiceTemplate(
                    delegate(file, content),
                    content.path("name").asText(),
                    content.path("description").asText(),
                    content.path("decides").asBoolean(),
                    content.path("effectFreeTwin").asText());
        } catch (IOException e) {
            throw new IllegalStateException(file.name() + " is not JSON: " + e.getMessage(), e);
        }
    }

    private static String delegate(ModelFile file, JsonNode content) {
        for (var property : content.path("properties")) {
            var name = Catalogue.nameIn(property.path("value").asText());
            if (property.at("/binding/name").asText().equals("camunda:delegateExpression") && name != null) {
                if (!name.equals(file.id())) {
                    throw new IllegalStateException(
                            file.name() + " binds ${" + name + "}; file name and delegate must agree");
                }
                return name;
            }
        }
        throw new IllegalStateException(file.name() + " binds no camunda:delegateExpression ${name}");
    }
}
