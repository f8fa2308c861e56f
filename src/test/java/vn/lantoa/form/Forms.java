package vn.lantoa.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Forms of a few components, written with apostrophes. */
final class Forms {

    private Forms() {}

    static Form form(String... components) {
        return Form.of(json("{'type':'default','components':[" + String.join(",", components) + "]}"));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
