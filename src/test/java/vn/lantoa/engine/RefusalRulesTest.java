package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A leader's no that leads to the award after all; that our own processes are free of it, {@link HarmlessEditsTest} holds. */
class RefusalRulesTest {

    private static final ModelCheck CHECK = House.check();

    private static final String RETURNED = "sourceRef=\"Decided\" targetRef=\"ProposeExemplar\"";

    @Test
    void the_branch_of_the_no_that_leads_to_the_award_is_named() {
        var findings = found(exemplar(RETURNED, "sourceRef=\"Decided\" targetRef=\"ConcludeExemplar\""));

        assertThat(findings)
                .extracting(Finding::severity, Finding::id, Finding::name)
                .containsExactly(tuple(Finding.Severity.ERROR, "Returned_Propose", "Trả lại"));
        assertThat(findings.get(0).about())
                .containsExactly("Trả lại để bổ sung", "Công nhận điển hình", "Ghi vào sổ điển hình");
    }

    @Test
    void a_leader_who_is_not_listened_to_is_found() {
        assertThat(found(exemplar(
                        "sourceRef=\"DecideExemplar\" targetRef=\"Decided\"",
                        "sourceRef=\"DecideExemplar\" targetRef=\"ConcludeExemplar\"")))
                .extracting(Finding::id)
                .containsExactly("Decide_Decided");
    }

    @Test
    void an_officers_step_between_does_not_make_it_a_yes() {
        var around = exemplar(RETURNED, "sourceRef=\"Decided\" targetRef=\"Mend\"")
                .replace(
                        "</bpmn:process>",
                        """
                        <bpmn:userTask id="Mend" name="Sửa" camunda:candidateGroups="canbo" camunda:formRef="exemplar-request-propose" camunda:formRefBinding="deployment">
                        <bpmn:extensionElements><camunda:properties><camunda:property name="outcome:done" value="Xong" /></camunda:properties></bpmn:extensionElements>
                        </bpmn:userTask>
                        <bpmn:sequenceFlow id="Mend_Conclude" sourceRef="Mend" targetRef="ConcludeExemplar" /></bpmn:process>""");

        assertThat(found(around)).extracting(Finding::id).containsExactly("Returned_Propose");
        assertThat(found(around.replace(
                        "name=\"Sửa\" camunda:candidateGroups=\"canbo\"",
                        "name=\"Sửa\" camunda:candidateGroups=\"lanhdao\"")))
                .as("a second leader decided")
                .isEmpty();
    }

    @Test
    void the_default_way_is_not_that_of_a_no_which_has_its_own() {
        var byDefault = exemplar(
                        "<bpmn:exclusiveGateway id=\"Decided\"",
                        "<bpmn:exclusiveGateway id=\"Decided\" default=\"Decided_Conclude\"")
                .replace(
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${outcome == 'approve'}</bpmn:conditionExpression>",
                        "");

        assertThat(found(byDefault)).isEmpty();
        assertThat(found(byDefault.replace("${outcome == 'return'}", "${outcome == 'return' and proposed}")))
                .as("a no without a proposal takes the default way")
                .extracting(Finding::id)
                .containsExactly("Decided_Conclude");
    }

    @Test
    void words_alone_that_sound_like_a_no_are_a_warning() {
        var worded = exemplar(RETURNED, "sourceRef=\"Decided\" targetRef=\"ConcludeExemplar\"")
                .replace("outcome:return\" value=\"Trả lại để bổ sung\"", "outcome:other\" value=\"Không công nhận\"")
                .replace("${outcome == 'return'}", "${outcome == 'other'}");

        assertThat(found(worded)).extracting(Finding::severity).containsExactly(Finding.Severity.WARNING);
        assertThat(found(worded.replace("Không công nhận", "Đồng ý, nêu gương")))
                .isEmpty();
    }

    private static String exemplar(String from, String to) {
        var text = new String(House.SETS.get("exemplar-request").get(0).content(), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    private static List<Finding> found(String diagram) {
        var files = House.SETS.get("exemplar-request");
        var changed = new ModelFile(files.get(0).name(), diagram.getBytes(StandardCharsets.UTF_8));
        return CHECK.check("exemplar-request", House.with(files, changed), Map.of()).stream()
                .filter(finding -> finding.rule().equals("leader-refused"))
                .toList();
    }
}
