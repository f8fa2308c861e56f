package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.engine.PastRuns.Member;
import vn.lantoa.engine.PastRuns.PastRun;
import vn.lantoa.engine.RehearsalTrace.Stop;
import vn.lantoa.engine.Rehearsals.Fact;
import vn.lantoa.testing.IntegrationTest;

/** The check lets no such draft be tried: the stage must survive it all the same. */
@IntegrationTest
class EndlessRehearsalTest {

    private static final String REPORT = "unit-report";
    private static final Instant BEGAN = Instant.parse("2026-03-03T02:00:00Z");

    @Autowired
    Rehearsals rehearsals;

    @Autowired
    ProcessFiles processes;

    @Test
    void a_gateway_that_leads_back_to_itself_is_left_and_the_next_case_goes_on() {
        var endless = edited(diagram -> diagram.replace("<bpmn:incoming>CheckReturned_Draft</bpmn:incoming>", "")
                .replace(
                        "<bpmn:incoming>Check_Result</bpmn:incoming>",
                        "<bpmn:incoming>Check_Result</bpmn:incoming><bpmn:incoming>CheckReturned_Draft</bpmn:incoming>")
                .replaceFirst("(id=\"CheckReturned_Draft\"[^>]*targetRef=\")DraftReport\"", "$1CheckResult\""));
        var traces = rehearsals.stage(
                REPORT,
                inService(),
                endless,
                stage -> List.of(stage.run(province(), of("return")), stage.run(province(), of("pass"))));
        assertThat(traces.get(0).inService().stop()).isEqualTo(Stop.NOTHING_RECORDED);
        assertThat(traces.get(0).draft().stop()).isEqualTo(Stop.TOO_LONG);
        assertThat(traces.get(1).draft().stop()).isEqualTo(Stop.NOTHING_RECORDED);
        assertThat(traces.get(1).draft().waiting()).extracting("id").containsExactly("ApproveReport");
    }

    @Test
    void a_gateway_without_a_way_fails_the_case_that_stands_there_and_no_other() {
        var stuck = edited(diagram -> diagram.replace("${outcome == 'return'}", "${outcome == 'lost'}"));
        var traces = rehearsals.stage(
                REPORT,
                inService(),
                stuck,
                stage -> List.of(stage.run(province(), of("return")), stage.run(province(), of("pass"))));
        assertThat(traces.get(0).draft().stop()).isEqualTo(Stop.FAILED);
        assertThat(traces.get(1).draft().stop()).isEqualTo(Stop.NOTHING_RECORDED);
    }

    private List<ModelFile> inService() {
        return processes.files(processes.newest(REPORT).orElseThrow());
    }

    private List<ModelFile> edited(UnaryOperator<String> edit) {
        return inService().stream()
                .map(file -> {
                    if (!file.name().endsWith("unit-report.bpmn")) {
                        return file;
                    }
                    var before = new String(file.content(), StandardCharsets.UTF_8);
                    var after = edit.apply(before);
                    assertThat(after).isNotEqualTo(before);
                    return new ModelFile(file.name(), after.getBytes(StandardCharsets.UTF_8));
                })
                .toList();
    }

    /** A province's report: its table asks for the check. */
    private static PastRun province() {
        return new PastRun(
                List.of(new Member("past", REPORT, Map.of("unitLevel", 2, "dispatch", "direct"))),
                Optional.of("ReportOpened"),
                BEGAN,
                List.of(),
                List.of());
    }

    private static List<Fact> of(String checked) {
        return List.of(
                new Fact(REPORT, "DraftReport", "submit", Map.of(), BEGAN.plusSeconds(60)),
                new Fact(REPORT, "CheckReport", checked, Map.of(), BEGAN.plusSeconds(120)));
    }
}
