package vn.lantoa.diagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.IntegrationTest;

/** Small changes through page and API: what is not changed stays byte for byte. */
@IntegrationTest
class AdjustablePointsTest extends PointDesk {

    private static final String TABLE = "bpmn/reporting/check-required.dmn";
    private static final String FORM = "forms/reporting/unit-report-number.form";

    @Test
    void the_page_writes_a_draft_in_which_only_the_changed_value_differs() throws Exception {
        var page = text(get("/processes/unit-report/points"));
        assertThat(page)
                .contains("Kiểm tra báo cáo", "Hạn nộp báo cáo", "/rules/deadlines", "Số ngày làm việc của bước");
        var answer = answer(post("/processes/unit-report/points")
                .param("base", points().path("base").asText())
                .param("point:" + DIAGRAM + "#AcceptReport#WORKING_DAYS", "7")
                .param("point:" + DIAGRAM + "#AcceptReport#NAME", "Tiếp nhận báo cáo"));
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getRedirectedUrl()).startsWith("/process-drafts/");
        var draft = answer.getRedirectedUrl().substring("/process-drafts/".length());
        var before = shipped(DIAGRAM);
        var last = "<camunda:property name=\"outcome:return\" value=\"Trả lại để bổ sung\" />";
        var at = before.indexOf(last, before.indexOf("id=\"AcceptReport\"")) + last.length();
        assertThat(file(draft, DIAGRAM))
                .isEqualTo(before.substring(0, at) + "\n          <camunda:property name=\"workingDays\" value=\"7\" />"
                        + before.substring(at));
        assertThat(file(draft, TABLE)).isEqualTo(shipped(TABLE));
        assertThat(text(get("/process-drafts/" + draft))).contains("Điều chỉnh nhanh ngày");
        assertThat(text(get("/processes/unit-report/points"))).contains("value=\"7\"", "chưa ban hành");

        // Taken back again, the file is what it was.
        change(Map.of(DIAGRAM + "#AcceptReport#WORKING_DAYS", ""));
        assertThat(file(draft, DIAGRAM)).isEqualTo(before);
    }

    @Test
    void names_posts_cells_and_fields_are_changed_by_position() throws Exception {
        var draft = change(Map.of(
                        DIAGRAM + "#CheckReport#NAME", "Kiểm tra \"nhanh\" & gọn",
                        DIAGRAM + "#CheckReport#POST", "lanhdao",
                        DIAGRAM + "#ApproveReport#FOUR_EYES", "CheckReport",
                        DIAGRAM + "#ApproveReport#OUTCOME#approve", "Đồng ý gửi",
                        DIAGRAM + "#unit-report#TIME_TO_LIVE", "730",
                        TABLE + "#Entry_upperLevels#NUMBER#Cấp của đơn vị", "3",
                        FORM + "#Number#MOST", "5000",
                        FORM + "#Number#REQUIRED", "yes",
                        FORM + "#Date#REQUIRED", "yes",
                        FORM + "#Symbol#LABEL", "Ký hiệu \"mới\""))
                .path("draft")
                .asText();
        assertThat(file(draft, DIAGRAM))
                .isEqualTo(shipped(DIAGRAM)
                        .replace(
                                "name=\"Kiểm tra báo cáo\" camunda:formRef=\"unit-report-check\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"kiemtra\"",
                                "name=\"Kiểm tra &quot;nhanh&quot; &amp; gọn\" camunda:formRef=\"unit-report-check\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"lanhdao\"")
                        .replace("name=\"fourEyes\" value=\"DraftReport\"", "name=\"fourEyes\" value=\"CheckReport\"")
                        .replace(
                                "name=\"outcome:approve\" value=\"Duyệt và gửi\"",
                                "name=\"outcome:approve\" value=\"Đồng ý gửi\"")
                        .replace("P3650D", "P730D"));
        assertThat(file(draft, TABLE)).isEqualTo(shipped(TABLE).replace("&lt;= 2", "&lt;= 3"));
        assertThat(file(draft, FORM))
                .isEqualTo(shipped(FORM)
                        .replace("999999", "5000")
                        .replace("\"min\": 1", "\"required\": true,\n        \"min\": 1")
                        .replace(
                                "\"key\": \"date\",",
                                "\"key\": \"date\",\n      \"validate\": {\n        \"required\": true\n      },")
                        .replace("\"label\": \"Ký hiệu\"", "\"label\": \"Ký hiệu \\\"mới\\\"\""));
        assertThat(json.readTree(file(draft, FORM)).path("components").size()).isEqualTo(4);
        assertThat(audited("process.points-adjusted")).isPositive();
    }

    @Test
    void a_wrong_value_is_said_at_its_field_and_nothing_is_written() throws Exception {
        var drafts = drafts();
        var answer = answer(put("/api/v1/processes/unit-report/points")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of(
                        "base",
                        points().path("base").asText(),
                        "values",
                        Map.of(
                                DIAGRAM + "#CheckReport#POST", "giamdoc",
                                DIAGRAM + "#CheckReport#WORKING_DAYS", "401",
                                DIAGRAM + "#CheckReport#NAME", "${task}",
                                TABLE + "#Entry_upperLevels#NUMBER#Cấp của đơn vị", "2 or 3",
                                FORM + "#Nothing#LABEL", "x")))));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(json.readTree(answer.getContentAsString(StandardCharsets.UTF_8))
                        .path("errors")
                        .findValuesAsText("key"))
                .hasSize(5);
        var page = answer(post("/processes/unit-report/points")
                .param("base", points().path("base").asText())
                .param("point:" + DIAGRAM + "#CheckReport#WORKING_DAYS", "nhiều"));
        assertThat(page.getStatus()).isEqualTo(422);
        assertThat(page.getContentAsString(StandardCharsets.UTF_8)).contains("value=\"nhiều\"", "từ 1 đến 400");
        assertThat(answer(put("/api/v1/processes/unit-report/points")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(json.writeValueAsString(Map.of(
                                        "base",
                                        points().path("base").asText(),
                                        "values",
                                        Map.of(FORM + "#Number#LEAST", "1000000")))))
                        .getStatus())
                .isEqualTo(422);
        assertThat(drafts()).isEqualTo(drafts);
    }

    @Test
    void what_another_window_changed_is_not_overwritten_unseen() throws Exception {
        var base = points().path("base").asText();
        change(Map.of(DIAGRAM + "#CheckReport#NAME", "Kiểm tra kỹ"));
        var late = answer(post("/processes/unit-report/points")
                .param("base", base)
                .param("point:" + DIAGRAM + "#CheckReport#NAME", "Kiểm tra nhanh"));
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString(StandardCharsets.UTF_8)).contains("Kiểm tra nhanh", "đã thay đổi");
        assertThat(answer(get("/processes/nothing/points")).getStatus()).isEqualTo(404);
        assertThat(mvc.perform(get("/processes/unit-report/points")
                                .with(user(branch.username(Post.OFFICER, branch.a11))))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isIn(403, 404);
    }

    private long drafts() {
        return jdbc.sql("select count(*) from process_draft").query(Long.class).single();
    }

    private long audited(String action) {
        return jdbc.sql("select count(*) from audit_entry where action = ?")
                .param(action)
                .query(Long.class)
                .single();
    }
}
