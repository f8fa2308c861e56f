package vn.lantoa.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import vn.lantoa.organization.Actor;

/** A program that uses the API of reports and tasks in the name of a person. */
final class ReportClient {

    private final MockMvc web;
    private final ObjectMapper json;

    ReportClient(ApplicationContext context) {
        this.web = context.getBean(MockMvc.class);
        this.json = context.getBean(ObjectMapper.class);
    }

    record Answer(int status, JsonNode body) {

        /** The keys of the errors of a 422. */
        java.util.List<String> errors() {
            return body.path("errors").findValuesAsText("key");
        }
    }

    Answer open(Actor actor, Object unit, Object period) {
        return post(actor, "/api/v1/reports", Map.of("unit", unit, "period", period));
    }

    Answer act(Actor actor, String report, String act, Map<String, ?> body) {
        return post(actor, "/api/v1/reports/" + report + "/" + act, body);
    }

    Answer find(Actor actor, String report) {
        return send(actor, get("/api/v1/reports/" + report));
    }

    /** The id of the person's only open task for this report. */
    String task(Actor actor, String report) {
        for (var task : send(actor, get("/api/v1/tasks?size=100")).body().path("items")) {
            if (task.at("/dossier/id").asText().equals(report)) {
                return task.path("id").asText();
            }
        }
        throw new AssertionError("no task of report " + report + " for " + actor.username());
    }

    Answer complete(Actor actor, String report, String outcome, Map<String, ?> answers) {
        return post(
                actor,
                "/api/v1/tasks/" + task(actor, report) + "/completion",
                Map.of("outcome", outcome, "answers", answers));
    }

    void completed(Actor actor, String report, String outcome, Map<String, ?> answers) {
        var answer = complete(actor, report, outcome, answers);
        assertThat(answer.status())
                .as("%s by %s: %s", outcome, actor.username(), answer.body())
                .isEqualTo(204);
    }

    private Answer post(Actor actor, String path, Object body) {
        try {
            return send(
                    actor,
                    MockMvcRequestBuilders.post(path)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(json.writeValueAsBytes(body)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Answer send(Actor actor, MockHttpServletRequestBuilder request) {
        try {
            var response = web.perform(request.with(user(actor.username())).with(csrf()))
                    .andReturn()
                    .getResponse();
            var text = response.getContentAsString(StandardCharsets.UTF_8);
            return new Answer(response.getStatus(), text.isEmpty() ? json.nullNode() : json.readTree(text));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
