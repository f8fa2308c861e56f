package vn.lantoa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, and Vietnamese is written as it should be. */
class MessagesTest {

    @Test
    void every_key_stands_in_both_languages() throws IOException {
        assertThat(read("messages.properties").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        read("messages_en.properties").stringPropertyNames());
    }

    /** Of two lines with one key the later wins unseen, and some table is headed by the words of another. */
    @Test
    void no_key_stands_twice_in_a_file() throws IOException {
        for (var file : new String[] {"messages.properties", "messages_en.properties"}) {
            var twice = new ArrayList<String>();
            new Properties() {
                @Override
                public synchronized Object put(Object key, Object text) {
                    if (containsKey(key)) {
                        twice.add(key.toString());
                    }
                    return super.put(key, text);
                }
            }.load(open(file));
            assertThat(twice).as(file).isEmpty();
        }
    }

    @Test
    void texts_are_composed_characters_and_not_empty() throws IOException {
        for (var file : new String[] {"messages.properties", "messages_en.properties"}) {
            read(file).forEach((key, text) -> assertThat(text.toString())
                    .as(file + " " + key)
                    .isNotBlank()
                    .isEqualTo(Normalizer.normalize(text.toString(), Normalizer.Form.NFC)));
        }
    }

    @Test
    void nobody_is_called_by_a_familiar_pronoun() throws IOException {
        read("messages.properties").forEach((key, text) -> assertThat((" " + text + " ").toLowerCase())
                .as(key.toString())
                .doesNotContainPattern("[\\s\\p{P}]bạn[\\s\\p{P}]"));
    }

    private static Properties read(String name) throws IOException {
        var properties = new Properties();
        properties.load(open(name));
        return properties;
    }

    private static StringReader open(String name) throws IOException {
        try (var in = MessagesTest.class.getResourceAsStream("/" + name)) {
            return new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
