package vn.lantoa.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The island says what the server says. */
class FormMessagesTest {

    private static final String PREFIX = "form.error.";

    @ParameterizedTest
    @CsvSource({"vi, messages.properties", "en, messages_en.properties"})
    void both_tables_hold_the_same_sentences(String language, String file) throws IOException {
        assertThat(island(language)).isEqualTo(server(file));
    }

    private static Map<String, String> island(String language) throws IOException {
        JsonNode table = new ObjectMapper()
                .readTree(Path.of("src/main/frontend/src/figures/messages.json").toFile());
        var texts = new TreeMap<String, String>();
        table.fields()
                .forEachRemaining(entry -> texts.put(
                        entry.getKey(),
                        entry.getValue()
                                .get(language)
                                .asText()
                                .replace("{0}", "«0»")
                                .replace("{1}", "«1»")
                                .replace("{2}", "«2»")));
        return texts;
    }

    private static Map<String, String> server(String file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources", file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        var texts = new TreeMap<String, String>();
        properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith(PREFIX))
                .forEach(key -> texts.put(key.substring(PREFIX.length()), said(properties.getProperty(key))));
        return texts;
    }

    /** As it is said with arguments; without any it is not a format. */
    private static String said(String text) {
        return text.contains("{") ? MessageFormat.format(text, "«0»", "«1»", "«2»") : text;
    }
}
