package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our own processes broken in one place: the check names the place, and how it was broken. */
class BrokenProcessesTest {

    private static final ModelCheck CHECK = House.check();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // process | from | to | element | rule
                "unit-report | camunda:candidateGroups=\"kiemtra\" | | CheckReport | post",
                "unit-report | camunda:candidateGroups=\"kiemtra\" | camunda:candidateGroups=\"giamdoc\" | CheckReport | post",
                "unit-report | camunda:formRef=\"unit-report-check\" camunda:formRefBinding=\"deployment\" | | CheckReport | no-form",
                "unit-report | camunda:formRef=\"unit-report-check\" | camunda:formRef=\"unit-report-gone\" | CheckReport | form-missing",
                "unit-report | camunda:formRef=\"unit-report-check\" camunda:formRefBinding=\"deployment\" | camunda:formRef=\"unit-report-check\" | CheckReport | binding",
                "unit-report | camunda:decisionRef=\"check-required\" | camunda:decisionRef=\"check-never\" | CheckRequired | dmn-missing",
                "unit-report | camunda:delegateExpression=\"${lockReport}\" | | LockReport | delegate-missing",
                "unit-report | camunda:delegateExpression=\"${lockReport}\" | camunda:delegateExpression=\"${dropTables}\" | LockReport | delegate",
                "unit-report | camunda:historyTimeToLive=\"P3650D\" | | unit-report | time-to-live",
                "unit-report | isExecutable=\"true\" | isExecutable=\"false\" | unit-report | not-executable",
                "unit-report | <bpmn:process id=\"unit-report\" | <bpmn:process id=\"nomination\" | Definitions_unit-report | process-id",
                "unit-report | camunda:resultVariable=\"checkRequired\" | camunda:resultVariable=\"checkNeeded\" | * | variable-never-written",
                "unit-report | <camunda:property name=\"writes\" value=\"dispatch\" /> | | * | variable-never-written",
                "unit-report | name=\"outcome:pass\" | name=\"outcome:fine\" | CheckReport | outcome-unhandled",
                "unit-report | name=\"outcome:pass\" | name=\"outcome:fine\" | * | outcome-unknown",
                "unit-report | camunda:candidateGroups=\"lanhdao\" | camunda:candidateGroups=\"canbo\" | SendReport | leader-bypassed",
                "unit-report | name=\"fourEyes\" value=\"DraftReport\" | name=\"fourEyes\" value=\"Nobody\" | ApproveReport | four-eyes",
                "unit-report | <bpmn:endEvent id=\"ReportAccepted\" | <bpmn:endEvent id=\"ReportEntered\" | * | duplicate-id",
                "exemplar-request | sourceRef=\"ExemplarAsked\" targetRef=\"ProposeExemplar\" | sourceRef=\"ExemplarAsked\" targetRef=\"ConcludeExemplar\" | ConcludeExemplar | leader-bypassed",
                "exemplar-request | sourceRef=\"ExemplarAsked\" targetRef=\"ProposeExemplar\" | sourceRef=\"ExemplarAsked\" targetRef=\"Named\" | ProposeExemplar | unreachable",
                "exemplar-request | </bpmn:process> | <bpmn:endEvent id=\"Lost\" /></bpmn:process> | Lost | unreachable",
                "exemplar-request | <bpmn:endEvent id=\"ExemplarNamed\" name | <bpmn:exclusiveGateway id=\"ExemplarNamed\" name | * | *",
                "model-lifecycle | camunda:delegateExpression=\"${submitSite}\" | camunda:delegateExpression=\"${recogniseSite}\" | SubmitSite | leader-bypassed",
                "model-lifecycle | camunda:formRef=\"model-decide\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"lanhdao\" | camunda:formRef=\"model-decide\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"canbo\" | RecogniseSite | leader-bypassed",
                "nomination | calledElement=\"level-review\" | calledElement=\"level-gone\" | ReviewAtLevel | called-missing",
                "nomination | calledElement=\"level-review\" | calledElement=\"nomination\" | ReviewAtLevel | calls-itself",
                "nomination | ${next.nextStep == 'UP'} | ${next.nextStop == 'UP'} | * | table-output",
                "nomination | source=\"outside\" target=\"outside\" | source=\"outside\" target=\"inside\" | NextLevel | variable-never-written",
                "level-review | name=\"fourEyes\" value=\"ReviewNomination\" | name=\"note\" value=\"x\" | level-review | leader-bypassed-in-caller",
                "level-review | messageRef=\"Message_postingClosed\" | messageRef=\"Message_none\" | AwaitPosting | engine",
                "report-campaign | attachedToRef=\"CollectReports\" | attachedToRef=\"Nothing\" | ClosedEarly | *"
            })
    void a_broken_process_is_refused_with_its_element(
            String process, String from, String to, String element, String rule) {
        var files = House.SETS.get(process);
        var text = new String(files.get(0).content(), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        var by = to == null ? "" : to;
        // Words of a whole post change wherever they stand; all else once.
        var broken = rule.equals("leader-bypassed") ? text.replace(from, by) : replaceOnce(text, from, by);

        var findings = CHECK.check(process, changed(files, broken), Map.of());

        assertThat(findings)
                .anyMatch(finding -> (element.equals("*") || finding.id().equals(element))
                        && (rule.equals("*") || finding.rule().equals(rule)));
    }

    private static String replaceOnce(String text, String from, String to) {
        var at = text.indexOf(from);
        return text.substring(0, at) + to + text.substring(at + from.length());
    }

    @Test
    void a_circle_without_anybody_is_found() {
        var step =
                "<bpmn:exclusiveGateway id=\"Spin\" default=\"Spin_Again\" /><bpmn:sequenceFlow id=\"Spin_Again\" sourceRef=\"Spin\" targetRef=\"Turn\" />"
                        + "<bpmn:serviceTask id=\"Turn\" camunda:delegateExpression=\"${prepareCampaign}\" /><bpmn:sequenceFlow id=\"Turn_Spin\" sourceRef=\"Turn\" targetRef=\"Spin\" />"
                        + "<bpmn:sequenceFlow id=\"Spin_Out\" sourceRef=\"Spin\" targetRef=\"AllReportsOpen\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${unitLevel == 9}</bpmn:conditionExpression></bpmn:sequenceFlow></bpmn:process>";
        var broken = text("report-campaign")
                .replace(
                        "sourceRef=\"PrepareCampaign\" targetRef=\"AllReportsOpen\"",
                        "sourceRef=\"PrepareCampaign\" targetRef=\"Spin\"")
                .replace("</bpmn:process>", step);

        assertThat(CHECK.check("report-campaign", changed(House.SETS.get("report-campaign"), broken), Map.of()))
                .extracting(Finding::id, Finding::rule)
                .containsExactly(tuple("Spin", "endless"));
    }

    @Test
    void a_step_without_a_way_on_is_found() {
        var broken = text("exemplar-request")
                .replaceAll("<bpmn:sequenceFlow id=\"\\w+\"[^>]*sourceRef=\"ConcludeExemplar\"[^>]*/>", "");

        assertThat(CHECK.check("exemplar-request", changed(House.SETS.get("exemplar-request"), broken), Map.of()))
                .anyMatch(finding -> finding.id().equals("ConcludeExemplar")
                        && finding.rule().equals("no-way-to-an-end"))
                .anyMatch(finding ->
                        finding.id().equals("Named") && finding.rule().equals("unreachable"));
    }

    @Test
    void a_leader_asked_once_for_each_of_none_has_not_signed() {
        var broken = text("exemplar-request")
                .replaceFirst(
                        "(<bpmn:userTask id=\"DecideExemplar\"[\\s\\S]*?)</bpmn:userTask>",
                        "$1<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"units\" camunda:elementVariable=\"unit\" /></bpmn:userTask>");

        assertThat(CHECK.check("exemplar-request", changed(House.SETS.get("exemplar-request"), broken), Map.of()))
                .extracting(Finding::rule)
                .contains("leader-bypassed");
    }

    @Test
    void steps_on_which_cases_stand_may_go_with_a_warning_that_counts_them() {
        assertThat(CHECK.check("unit-report", House.SETS.get("unit-report"), Map.of("CheckReport", 3L, "OldStep", 12L)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                    assertThat(finding.rule()).isEqualTo("step-gone");
                    assertThat(finding.about()).containsExactly("OldStep", "12");
                });
    }

    @Test
    void what_does_not_belong_to_the_set_is_found() {
        var set = new ArrayList<>(House.SETS.get("exemplar-request"));
        set.add(new ModelFile("bpmn/models/other.bpmn", set.get(0).content()));
        set.add(new ModelFile("forms/models/extra.form", bytes("{\"id\":\"extra\",\"components\":[]}")));

        assertThat(CHECK.check("exemplar-request", set, Map.of()))
                .extracting(Finding::file, Finding::rule)
                .containsExactlyInAnyOrder(
                        tuple("bpmn/models/other.bpmn", "second-diagram"),
                        tuple("forms/models/extra.form", "file-unused"));
        assertThat(CHECK.check("exemplar-request", set.subList(1, 2), Map.of()))
                .extracting(Finding::rule)
                .containsExactly("diagram-missing");
    }

    @Test
    void a_table_that_is_written_wrongly_is_found_where_it_is_wrong() {
        var set = House.SETS.get("unit-report");
        var table = set.stream()
                .filter(file -> file.ending().equals("dmn"))
                .findFirst()
                .orElseThrow();
        var text = new String(table.content(), StandardCharsets.UTF_8);
        var wrong = new ModelFile(
                table.name(), bytes(text.replaceFirst("<text>unitLevel</text>", "<text>unitLevel +</text>")));
        var other = new ModelFile(table.name(), bytes(text.replace("id=\"check-required\"", "id=\"check-it\"")));

        assertThat(CHECK.check("unit-report", House.with(set, wrong), Map.of()))
                .extracting(Finding::rule)
                .contains("feel-syntax");
        assertThat(CHECK.check("unit-report", House.with(set, other), Map.of()))
                .extracting(Finding::rule)
                .contains("decision-id");
    }

    private static String text(String process) {
        return new String(House.SETS.get(process).get(0).content(), StandardCharsets.UTF_8);
    }

    private static List<ModelFile> changed(List<ModelFile> files, String diagram) {
        return House.with(files, new ModelFile(files.get(0).name(), bytes(diagram)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
