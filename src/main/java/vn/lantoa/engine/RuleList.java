package vn.lantoa.engine;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/** The allow-list {@code engine/model-rules.json}, which editor and server share. */
@JsonIgnoreProperties("about")
record RuleList(
        Files files,
        Set<String> reserved,
        Set<String> functions,
        Set<String> executionProperties,
        Map<String, List<String>> prefixes,
        Set<String> drawing,
        Map<String, List<String>> groups,
        Set<String> flowNodes,
        Map<String, List<String>> bpmn,
        Map<String, List<String>> dmn,
        Forms form) {

    record Files(
            Set<String> endings, int bytes, int perDeployment, int flowNodes, int depth, int expression, int rules) {}

    record Forms(Set<String> types, int components, int depth) {}

    static RuleList load() {
        try (var stream = new ClassPathResource("engine/model-rules.json").getInputStream()) {
            return new ObjectMapper().readValue(stream, RuleList.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The prefix this list uses for a namespace, null when it knows none. */
    String prefix(String namespace) {
        return prefixes.entrySet().stream()
                .filter(entry -> entry.getValue().contains(namespace))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The attributes of an element with the kind of each; its text content stands under {@code text}. */
    Map<String, String> kinds(List<String> attributes) {
        var kinds = new HashMap<String, String>();
        for (var attribute : attributes) {
            if (attribute.startsWith("@")) {
                kinds.putAll(kinds(groups.get(attribute.substring(1))));
            } else {
                var equals = attribute.indexOf('=');
                kinds.put(
                        equals < 0 ? attribute : attribute.substring(0, equals),
                        equals < 0 ? "literal" : attribute.substring(equals + 1));
            }
        }
        return kinds;
    }
}
