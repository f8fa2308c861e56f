package vn.lantoa.tasklist.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Answers as one hidden field brings them, and as islands want them back. */
@Component
class PostedAnswers {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final ObjectMapper json;

    PostedAnswers(ObjectMapper json) {
        this.json = json;
    }

    Map<String, Object> read(String answers) {
        try {
            var read = json.readValue(answers.isBlank() ? "{}" : answers, ANSWERS);
            return read == null ? Map.of() : read;
        } catch (JsonProcessingException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "answers is not a JSON object", e);
        }
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
