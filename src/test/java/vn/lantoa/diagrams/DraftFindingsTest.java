package vn.lantoa.diagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.engine.ModelFile;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** A draft is checked on its page and through the API; a warning stands only with a reason. */
@IntegrationTest
class DraftFindingsTest {

    private static final String DIAGRAM = "bpmn/reporting/unit-report.bpmn";
    private static final String FORM = "forms/reporting/unit-report-check.form";

    @Autowired
    MockMvc mvc;

    @Autowired
    ProcessDrafts drafts;

    @Autowired
    ProcessDraftRows rows;

    @Autowired
    DraftFindings findings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    Branch branch;
    Actor administrator;
    DraftId id;

    @BeforeEach
    void begin() {
        branch = Branch.grow(context);
        administrator = branch.actor(Post.ADMINISTRATOR, branch.root);
        id = drafts.begin(administrator, "unit-report", "Thử kiểm tra");
    }

    @Test
    void what_is_in_service_has_nothing_against_it() throws Exception {
        assertThat(findings.of(administrator, id)).isEmpty();
        assertThat(findings.blocks(drafts.find(administrator, id))).isEmpty();
        mvc.perform(get(page()).with(user(administrator.username())).locale(Locale.forLanguageTag("vi")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Không còn lỗi")));
    }

    @Test
    void an_error_is_told_in_words_with_its_element_and_takes_no_reason() throws Exception {
        change(DIAGRAM, "camunda:candidateGroups=\"kiemtra\"", "camunda:candidateGroups=\"giamdoc\"");

        var json = mvc.perform(get(api()).with(user(administrator.username())).locale(Locale.forLanguageTag("vi")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.blocked").value(true))
                .andExpect(jsonPath("$.items[0].severity").value("ERROR"))
                .andExpect(jsonPath("$.items[0].file").value(DIAGRAM))
                .andExpect(jsonPath("$.items[0].element").value("CheckReport"))
                .andExpect(jsonPath("$.items[0].line", Matchers.greaterThan(1)))
                .andExpect(jsonPath("$.items[0].rule").value("post"))
                .andExpect(jsonPath("$.items[0].words", Matchers.containsString("chưa có chức danh xử lý")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        mvc.perform(get(page()).with(user(administrator.username())).locale(Locale.forLanguageTag("vi")))
                .andExpect(content().string(Matchers.containsString("chưa có chức danh xử lý")))
                .andExpect(content().string(Matchers.containsString("CheckReport")));

        mvc.perform(reason(JsonPath.read(json, "$.items[0].key"), "Cứ để thế"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].key").value("finding"));
        assertThat(findings.blocks(drafts.find(administrator, id))).isNotEmpty();
    }

    @Test
    void a_warning_stands_with_a_reason_which_is_kept_and_audited() throws Exception {
        removeAField();
        var warning = findings.of(administrator, id).get(0);
        assertThat(warning.finding().rule()).isEqualTo("field-gone");
        assertThat(findings.blocks(drafts.find(administrator, id))).hasSize(1);

        mvc.perform(post(page() + "/reasons")
                        .param("finding", warning.key())
                        .param("reason", " ")
                        .with(user(administrator.username()))
                        .with(csrf()))
                .andExpect(flash().attribute("refused", "process.findings.refused.EMPTY"));
        mvc.perform(post(page() + "/reasons")
                        .param("finding", warning.key())
                        .param("reason", "Thống nhất bỏ từ năm 2027")
                        .with(user(administrator.username()))
                        .with(csrf()))
                .andExpect(redirectedUrl(page()));

        assertThat(findings.blocks(drafts.find(administrator, id))).isEmpty();
        mvc.perform(get(page()).with(user(administrator.username())))
                .andExpect(content().string(Matchers.containsString("Thống nhất bỏ từ năm 2027")));
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'process.warning-reasoned' and object = ?")
                        .param("process-draft:" + id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        mvc.perform(reason(warning.key(), "x".repeat(1001))).andExpect(status().isUnprocessableEntity());
        mvc.perform(reason(warning.key(), "Lý do mới")).andExpect(status().isNoContent());
        assertThat(findings.of(administrator, id).get(0).reason()).contains("Lý do mới");

        drafts.discard(administrator, id);
        mvc.perform(reason(warning.key(), "Quá muộn")).andExpect(status().isConflict());
    }

    private String page() {
        return "/process-drafts/" + id + "/findings";
    }

    private String api() {
        return "/api/v1/process-drafts/" + id + "/findings";
    }

    private MockHttpServletRequestBuilder reason(String finding, String reason) {
        return post(api() + "/reasons")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"finding\":\"" + finding + "\",\"reason\":\"" + reason + "\"}")
                .with(user(administrator.username()))
                .with(csrf());
    }

    private String text(String file) {
        return drafts.files(administrator, id).stream()
                .filter(one -> one.name().equals(file))
                .map(one -> new String(one.content(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private void change(String file, String from, String to) {
        var text = text(file);
        assertThat(text).contains(from);
        rows.put(id, new ModelFile(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8)));
    }

    /** Takes the last field of many lines out of the form of the check. */
    private void removeAField() throws Exception {
        var form = new ObjectMapper().readTree(text(FORM));
        var components = (ArrayNode) form.path("components");
        for (int at = components.size() - 1; at >= 0; at--) {
            if (components.get(at).path("type").asText().equals("textarea")) {
                components.remove(at);
                break;
            }
        }
        rows.put(id, new ModelFile(FORM, form.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
