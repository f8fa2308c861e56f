package vn.lantoa.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.engine.ModelCheck;
import vn.lantoa.engine.ModelFile;
import vn.lantoa.testing.IntegrationTest;

/** A step that its diagram calls optional is left out, and put back. */
@IntegrationTest
class OptionalStepsTest extends PointDesk {

    @Autowired
    ModelCheck check;

    @Test
    void an_optional_step_is_taken_out_with_all_that_belongs_to_it_and_put_back_as_it_was() throws Exception {
        var before = shipped(DIAGRAM);
        var draft =
                change(Map.of(DIAGRAM + "#CheckReport#ON", "no")).path("draft").asText();
        var without = file(draft, DIAGRAM);
        assertThat(without)
                .doesNotContain(
                        "CheckReport", "CheckResult", "WithdrawnDuringCheck", "Passed_Approve", "CheckReturned_Draft")
                .contains("id=\"Needed_Check\" name=\"Có\" sourceRef=\"CheckNeeded\" targetRef=\"ApproveReport\"");
        var files = processes.newest("unit-report").map(processes::files).orElseThrow().stream()
                .map(file -> file.name().equals(DIAGRAM)
                        ? new ModelFile(DIAGRAM, without.getBytes(StandardCharsets.UTF_8))
                        : file)
                .filter(file -> !file.name().equals("forms/reporting/unit-report-check.form"))
                .toList();
        assertThat(check.check("unit-report", files))
                .filteredOn(finding -> finding.severity() == vn.lantoa.engine.Finding.Severity.ERROR)
                .isEmpty();
        var root = PositionedXml.read(without);
        var edge = root.all(PositionedXml.DRAWING, "BPMNEdge")
                .filter(one -> one.value("bpmnElement").equals("Needed_Check"))
                .findFirst()
                .orElseThrow();
        assertThat(edge.all(PositionedXml.LINES, "waypoint").count()).isGreaterThanOrEqualTo(2);
        assertThat(root.all()
                        .filter(node ->
                                node.is(PositionedXml.BPMN, "incoming") || node.is(PositionedXml.BPMN, "outgoing"))
                        .map(XmlNode::text))
                .allMatch(flow -> without.contains("sequenceFlow id=\"" + flow + "\""));

        // A value changed meanwhile is kept when the step comes back.
        change(Map.of(DIAGRAM + "#AcceptReport#WORKING_DAYS", "5"));
        change(Map.of(DIAGRAM + "#CheckReport#ON", "yes"));
        assertThat(file(draft, DIAGRAM)
                        .replace("\n          <camunda:property name=\"workingDays\" value=\"5\" />", ""))
                .isEqualTo(before);
    }
}
