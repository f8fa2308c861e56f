package vn.lantoa.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.testing.IntegrationTest;

/** Whoever sends a variable of the process with the answers of a task, though its form does not ask it, changes nothing (SECURITY.md §4, V2). */
@IntegrationTest
@ActiveProfiles({"test", "demo"})
class ForeignVariablesTest {

    /** What diagrams decide by, whether or not the demo's cases know it today. */
    private static final List<String> ALWAYS = List.of(
            "outcome",
            "approved",
            "approvedBy",
            "approvals",
            "unitId",
            "unitLevel",
            "dispatch",
            "execution",
            "task",
            "authenticatedUserId",
            "class",
            "checkRequired");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private record Open(String id, String step, String username) {}

    @Test
    void every_variable_of_every_process_is_refused_at_every_step_whose_form_does_not_ask_it() throws Exception {
        var variables = variables();
        var tried = 0;
        for (var task : oneOfEachStep()) {
            var form =
                    json.readTree(mvc.perform(get("/api/v1/tasks/" + task.id()).with(user(task.username())))
                            .andReturn()
                            .getResponse()
                            .getContentAsByteArray());
            var asked = keys(form.get("form"), new HashSet<>());
            var outcome = form.get("outcomes").get(0).asText();
            for (var name : variables) {
                if (!asked.contains(name)) {
                    tried++;
                    refused(task, outcome, name);
                }
            }
        }
        assertThat(variables).hasSizeGreaterThan(30);
        assertThat(tried).isGreaterThan(400);
    }

    private void refused(Open task, String outcome, String name) throws Exception {
        var before = known(task.id());
        var body = json.writeValueAsString(Map.of("outcome", outcome, "answers", Map.of(name, "foreign")));
        var answer = mvc.perform(post("/api/v1/tasks/" + task.id() + "/completion")
                        .with(user(task.username()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as("%s at %s", name, task.step()).isEqualTo(422);
        assertThat(json.readTree(answer.getContentAsByteArray()).get("errors"))
                .as("%s at %s", name, task.step())
                .anySatisfy(error -> assertThat(error.toString()).contains('"' + name + '"'));
        assertThat(known(task.id())).as("%s at %s", name, task.step()).isEqualTo(before);
    }

    private Set<String> variables() {
        var names = new HashSet<>(ALWAYS);
        names.addAll(jdbc.sql("select distinct name_ from act_hi_varinst")
                .query(String.class)
                .list());
        return names;
    }

    private Collection<Open> oneOfEachStep() {
        var steps = new LinkedHashMap<String, Open>();
        jdbc.sql("select t.id, t.process, t.step, t.post, u.code from task t join unit u on u.id = t.desk_unit_id"
                        + " where t.assignee_id is null order by t.process, t.step, t.id")
                .query(row -> {
                    steps.putIfAbsent(
                            row.getString("process") + "/" + row.getString("step"),
                            new Open(
                                    row.getString("id"),
                                    row.getString("step"),
                                    row.getString("post") + "."
                                            + row.getString("code").toLowerCase(Locale.ROOT)));
                });
        return steps.values();
    }

    /** What the case knows: empty when it stands no more where it stood. */
    private List<String> known(String task) {
        return jdbc.sql(
                        "select v.name_, v.text_, v.long_ from act_ru_variable v join act_ru_task t on t.proc_inst_id_ = v.proc_inst_id_"
                                + " where t.id_ = ? order by v.name_, v.id_")
                .param(task)
                .query((row, n) -> row.getString(1) + "=" + row.getString(2) + row.getString(3))
                .list();
    }

    private static Set<String> keys(JsonNode node, Set<String> found) {
        if (node.path("key").isTextual()) {
            found.add(node.get("key").asText());
        }
        node.forEach(child -> keys(child, found));
        return found;
    }
}
