package vn.lantoa.tasklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Answers as text, the way our tables keep them. */
@Component
class AnswerText {

    /** What a column holds in both databases. */
    static final int MOST_CHARACTERS = 1_000_000;

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final ObjectMapper json;

    AnswerText(ObjectMapper json) {
        this.json = json;
    }

    /** Throws {@link AnswersTooLong} for more than a column holds. */
    String write(Map<String, ?> answers) {
        try {
            var text = json.writeValueAsString(answers);
            if (text.length() > MOST_CHARACTERS) {
                throw new AnswersTooLong(
                        "%d characters of answers; %d at most".formatted(text.length(), MOST_CHARACTERS));
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Object> read(String answers) {
        try {
            return json.readValue(answers, ANSWERS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
