package vn.lantoa.diagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.TreeSet;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.diagrams.Difference.Kind;
import vn.lantoa.testing.IntegrationTest;

/** A draft tried on a fixed set of past cases with known differences. */
@IntegrationTest
class ReplayTest extends PastReports {

    private static final String DIAGRAM = "bpmn/reporting/unit-report.bpmn";
    private static final String TABLE = "bpmn/reporting/check-required.dmn";

    @Autowired
    MockMvc mvc;

    @Test
    void a_draft_that_changes_nothing_lets_every_case_go_as_before() throws Exception {
        var draft = drafts.begin(administrator, "unit-report", "Không đổi gì");
        var found = tried(draft);
        assertThat(ours(found)).isEmpty();
        assertThat(found.cases()).isGreaterThanOrEqualTo(6);
        mvc.perform(get("/process-drafts/" + draft + "/trial").with(user(administrator.username())))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("lantoa-simulation")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("Bí Mật"))));
        mvc.perform(get("/process-drafts/" + draft + "/drawing").with(user(administrator.username())))
                .andExpect(jsonPath("$.xml", Matchers.containsString("unit-report")));
    }

    @Test
    void a_table_that_sends_communes_to_the_check_meets_exactly_the_communes() throws Exception {
        var draft = drafts.begin(administrator, "unit-report", "Cấp xã cũng kiểm tra");
        change(draft, TABLE, table -> table.replace("&lt;= 2", "&lt;= 3").replace("&gt; 2", "&gt; 3"));
        var found = tried(draft);
        assertThat(ours(found))
                .containsOnlyKeys("MORE_STEP CheckReport no data", "TABLE")
                .containsEntry("MORE_STEP CheckReport no data", new TreeSet<>(List.of("90001", "90002", "90003")))
                .containsEntry("TABLE", new TreeSet<>(List.of("90001", "90002", "90003")));
        assertThat(found.differences())
                .filteredOn(one -> one.kind() == Kind.TABLE)
                .allSatisfy(one -> {
                    assertThat(one.before()).isEqualTo("checkRequired = false");
                    assertThat(one.after()).isEqualTo("checkRequired = true");
                });
        mvc.perform(get("/process-drafts/" + draft + "/trial").with(user(administrator.username())))
                .andExpect(content()
                        .string(Matchers.containsString("Chưa có dữ liệu quá khứ cho bước «Kiểm tra báo cáo»")))
                .andExpect(content().string(Matchers.containsString("90001")));
        mvc.perform(get("/api/v1/process-drafts/" + draft + "/trial").with(user(administrator.username())))
                .andExpect(jsonPath("$.state").value("DONE"))
                .andExpect(jsonPath("$.differences[0].kind").value("MORE_STEP"))
                .andExpect(content().string(Matchers.not(Matchers.containsString("Bí Mật"))));
    }

    @Test
    void a_changed_gateway_meets_the_cases_that_pass_it() {
        var draft = drafts.begin(administrator, "unit-report", "Đạt mà trả lại");
        change(draft, DIAGRAM, diagram -> diagram.replace("${outcome == 'pass'}", "${outcome == 'swapped'}")
                .replaceFirst(
                        "(id=\"CheckReturned_Draft\"[^>]*>\\s*<bpmn:conditionExpression[^>]*>)[^<]*<",
                        "$1\\${outcome == 'pass'}<")
                .replace("${outcome == 'swapped'}", "${outcome == 'return'}"));
        assertThat(ours(tried(draft)))
                .containsEntry("MORE_STEP DraftReport no data", new TreeSet<>(List.of("90011", "90012")))
                .allSatisfy((kind, numbers) -> assertThat(numbers).doesNotContain("90001", "90002", "90003"));
    }

    @Test
    void a_leaders_step_more_meets_every_case_that_was_approved_and_says_that_nothing_is_known_of_it() {
        var draft = drafts.begin(administrator, "unit-report", "Hai lãnh đạo");
        change(draft, DIAGRAM, diagram -> diagram.replaceFirst(
                        "<bpmn:sequenceFlow id=\"Approve_Result\"[^>]*/>",
                        """
                        <bpmn:userTask id="ApproveAgain" name="Duyệt lần hai" camunda:formRef="unit-report-approve" camunda:formRefBinding="deployment" camunda:candidateGroups="lanhdao">
                          <bpmn:extensionElements><camunda:properties>
                            <camunda:property name="writes" value="dispatch" />
                            <camunda:property name="outcome:approve" value="Duyệt và gửi" />
                            <camunda:property name="outcome:return" value="Trả lại để bổ sung" />
                          </camunda:properties></bpmn:extensionElements>
                        </bpmn:userTask>
                        <bpmn:sequenceFlow id="Approve_Again" sourceRef="ApproveReport" targetRef="ApproveAgain" />
                        <bpmn:sequenceFlow id="Again_Result" sourceRef="ApproveAgain" targetRef="ApprovalResult" />""")
                .replace(
                        "<bpmn:outgoing>Approve_Result</bpmn:outgoing>", "<bpmn:outgoing>Approve_Again</bpmn:outgoing>")
                .replace("<bpmn:incoming>Approve_Result</bpmn:incoming>", "<bpmn:incoming>Again_Result</bpmn:incoming>")
                .replaceFirst("(?s)<bpmndi:BPMNEdge [^>]*bpmnElement=\"Approve_Result\".*?</bpmndi:BPMNEdge>", ""));
        assertThat(ours(tried(draft)))
                .containsOnlyKeys("MORE_STEP ApproveAgain no data")
                .containsEntry(
                        "MORE_STEP ApproveAgain no data",
                        new TreeSet<>(List.of("90001", "90002", "90003", "90011", "90012")));
    }

    @Test
    void days_given_to_a_step_show_as_its_new_due_date() {
        var draft = drafts.begin(administrator, "unit-report", "Kiểm tra trong ba ngày");
        change(
                draft,
                DIAGRAM,
                diagram -> diagram.replace(
                        "<camunda:property name=\"outcome:pass\"",
                        "<camunda:property name=\"workingDays\" value=\"3\" /><camunda:property name=\"outcome:pass\""));
        assertThat(ours(tried(draft)))
                .containsOnlyKeys("DUE")
                .containsEntry("DUE", new TreeSet<>(List.of("90011", "90012", "90021")));
    }

    @Test
    void a_table_that_a_service_task_asks_is_asked_again_what_it_was_asked_then() {
        history.begun("level-review", "LevelEntered", 90031)
                .knows("posting", false)
                .knows("council", true)
                .knows("voted", "passed")
                .knows("levelResult", "forward")
                .asked(
                        "ApplyCouncilRule",
                        "council-rule",
                        "{\"on\": \"2026-01-01\", \"level\": 2, \"form\": \"CERTIFICATE\"}")
                .decided("ReviewNomination", "propose", "{}")
                .happened("AwaitVote", "receiveTask")
                .decided("SignProposal", "approve", "{\"levelResult\": \"forward\"}");
        var draft = drafts.begin(administrator, "level-review", "Không lập hội đồng");
        change(
                draft,
                "bpmn/commendation/council-rule.dmn",
                table -> table.replaceFirst("(id=\"Out_certificates_council\"[^>]*>\\s*<text>)true", "$1false"));
        assertThat(ours(tried(draft)))
                .containsKeys("MORE_STEP DecideAsCommittee no data", "TABLE")
                .containsEntry("TABLE", new TreeSet<>(List.of("90031")));
    }

    @Test
    void what_may_not_run_is_not_tried_either_and_the_draft_stays() throws Exception {
        var draft = drafts.begin(administrator, "unit-report", "Hỏng");
        change(draft, DIAGRAM, diagram -> diagram.replace("${outcome == 'pass'}", "${''.getClass()}"));
        assertThat(replay.begin(administrator, draft)).isInstanceOf(Replay.Begun.Unsafe.class);
        assertThat(replay.of(administrator, draft)).isEmpty();
        mvc.perform(post("/api/v1/process-drafts/" + draft + "/trial")
                        .with(user(administrator.username()))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.findings").isNotEmpty());
    }
}
