package vn.lantoa.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.Actor;

/** What a program asks of {@code /api/v1} in somebody's name. */
public final class ApiCalls {

    private final MockMvc web;
    private final ObjectMapper json;

    public ApiCalls(ApplicationContext context) {
        web = context.getBean(MockMvc.class);
        json = context.getBean(ObjectMapper.class);
    }

    /** What is there, which must be. */
    public JsonNode read(Actor actor, String path) {
        return tree(answer(actor, get("/api/v1/" + path), 200));
    }

    /** The status of a question that is not answered. */
    public void refused(Actor actor, String path, int status) {
        answer(actor, get("/api/v1/" + path), status);
    }

    /** A file to take away. */
    public byte[] file(Actor actor, String path) {
        return answer(actor, get("/api/v1/" + path), 200).getContentAsByteArray();
    }

    /** Does it; the answer must have this status. */
    public JsonNode act(Actor actor, String path, Map<String, ?> body, int status) {
        try {
            var request = post("/api/v1/" + path)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(json.writeValueAsString(body));
            return tree(answer(actor, request, status));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a file as the field {@code file}. */
    public JsonNode send(Actor actor, String path, String name, String content, int status) {
        var file = new MockMultipartFile("file", name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
        return tree(answer(actor, multipart("/api/v1/" + path).file(file), status));
    }

    private MockHttpServletResponse answer(Actor actor, MockHttpServletRequestBuilder request, int status) {
        try {
            var answer = web.perform(request.with(user(actor.username())))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus())
                    .as(answer.getContentAsString(StandardCharsets.UTF_8))
                    .isEqualTo(status);
            return answer;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode tree(MockHttpServletResponse answer) {
        try {
            var content = answer.getContentAsString(StandardCharsets.UTF_8);
            return content.isBlank() ? json.nullNode() : json.readTree(content);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
