package vn.lantoa.diagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.engine.Deployments;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Branch;

/** An administrator at the adjustable points of the shipped report, through page and API. */
abstract class PointDesk {

    static final String DIAGRAM = "bpmn/reporting/unit-report.bpmn";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    ObjectMapper json;

    @Autowired
    ProcessFiles processes;

    @Autowired
    Deployments deployments;

    @Autowired
    JdbcClient jdbc;

    Branch branch;
    String administrator;

    @BeforeEach
    void grow() {
        branch = Branch.grow(context);
        administrator = branch.username(Post.ADMINISTRATOR, branch.root);
    }

    @AfterEach
    void the_shipped_version_again() {
        var versions = processes.versions("unit-report");
        if (versions.get(0).fromPage()) {
            deployments.release(
                    "unit-report",
                    processes.files(versions.stream()
                            .filter(version -> !version.fromPage())
                            .findFirst()
                            .orElseThrow()));
        }
    }

    JsonNode points() throws Exception {
        return json.readTree(text(get("/api/v1/processes/unit-report/points")));
    }

    JsonNode change(Map<String, String> values) throws Exception {
        var answer = answer(put("/api/v1/processes/unit-report/points")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(
                        Map.of("base", points().path("base").asText(), "values", values))));
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("changed");
        assertThat(answer.getStatus()).isEqualTo(200);
        return json.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    String shipped(String name) {
        return processes.newest("unit-report").map(processes::files).orElseThrow().stream()
                .filter(file -> file.name().equals(name))
                .map(PointFiles::text)
                .findFirst()
                .orElseThrow();
    }

    String file(String draft, String name) {
        return jdbc.sql("select content from process_draft_file where draft_id = ? and name = ?")
                .params(Long.valueOf(draft), name)
                .query(String.class)
                .single();
    }

    String text(MockHttpServletRequestBuilder request) throws Exception {
        var answer = answer(request);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(user(administrator)).with(csrf()))
                .andReturn()
                .getResponse();
    }
}
