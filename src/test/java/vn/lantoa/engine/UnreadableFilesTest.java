package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no diagram, table or form of ours at all is refused quickly, and another tool's by its name. */
class UnreadableFilesTest {

    private static final ModelCheck CHECK = House.check();

    static Stream<ModelFile> unreadable() {
        var head = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' id='D' targetNamespace='t'";
        return Stream.of(
                file("truncated", head + "><process id='x'>"),
                file("empty", ""),
                file("text", "not xml"),
                file("another root", "<html/>"),
                file("doctype", "<!DOCTYPE x><definitions/>"),
                file(
                        "external entity",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><definitions>&e;</definitions>"),
                file("external subset", "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'><definitions/>"),
                file("parameter entity", "<!DOCTYPE x [<!ENTITY % e SYSTEM 'http://127.0.0.1:1/x'>%e;]><definitions/>"),
                file(
                        "billion laughs",
                        "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;'>]><definitions>&c;&c;</definitions>"),
                file("twenty thousand elements", head + ">" + "<userTask id='a'/>".repeat(20_000) + "</definitions>"),
                file("twenty thousand properties", head + ">" + "<text/>".repeat(20_000) + "</definitions>"),
                file(
                        "a hundred deep",
                        head + ">" + "<subProcess>".repeat(100) + "</subProcess>".repeat(100) + "</definitions>"),
                new ModelFile("bpmn/attack/x.bpmn", new byte[52_428_800]),
                new ModelFile("bpmn/attack/x.bpmn", new byte[] {0, 1, 2, (byte) 0xff}),
                file(
                        "Camunda 8",
                        head
                                + " xmlns:zeebe='http://camunda.org/schema/zeebe/1.0'><process id='x' isExecutable='true'><serviceTask id='Bait'><extensionElements><zeebe:taskDefinition type='x'/></extensionElements></serviceTask></process></definitions>"),
                file(
                        "Camunda 8 by its platform",
                        head
                                + " xmlns:modeler='http://camunda.org/schema/modeler/1.0' modeler:executionPlatform='Camunda Cloud' modeler:executionPlatformVersion='8.6.0'/>"),
                file(
                        "Activiti",
                        head
                                + " xmlns:activiti='http://activiti.org/bpmn'><process id='x'><serviceTask id='Bait' activiti:class='x'/></process></definitions>"),
                file(
                        "Flowable",
                        head
                                + " xmlns:flowable='http://flowable.org/bpmn'><process id='x'><serviceTask id='Bait' flowable:type='http'/></process></definitions>"),
                file(
                        "jBPM",
                        head
                                + " xmlns:tns='http://www.jboss.org/drools'><process id='x' tns:packageName='x'/></definitions>"),
                file("XPDL", "<Package xmlns='http://www.wfmc.org/2009/XPDL2.2'/>"),
                new ModelFile("bpmn/attack/x.cmmn", bytes("<x/>")),
                new ModelFile("bpmn/attack/x.groovy", bytes("x")),
                new ModelFile("forms/attack/x.form", bytes("{")),
                new ModelFile("forms/attack/x.form", bytes("[]")),
                new ModelFile("forms/attack/x.form", bytes("{\"a\":".repeat(5000))),
                new ModelFile(
                        "bpmn/attack/x.dmn",
                        bytes("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>")));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void what_is_not_ours_at_all_is_refused_quickly_with_a_word(ModelFile file) {
        Assertions.assertTimeout(
                Duration.ofSeconds(10), () -> assertThat(CHECK.check("attack", List.of(file), Map.of()))
                        .isNotEmpty()
                        .hasSizeLessThan(202)
                        .allMatch(finding -> finding.file().equals(file.name()))
                        .allMatch(finding -> finding.severity() == Finding.Severity.ERROR));
    }

    @Test
    void a_diagram_of_another_tool_is_told_once_and_by_its_name() {
        var all = unreadable().toList();
        assertThat(rules(all, "zeebe")).contains("camunda-8");
        assertThat(rules(all, "Camunda Cloud")).containsExactly("camunda-8");
        assertThat(rules(all, "flowable:")).contains("other-tool");
        assertThat(rules(all, "billion")).isEmpty();
        assertThat(rules(all, "&c;&c;")).containsExactly("doctype");
    }

    private static List<String> rules(List<ModelFile> all, String mark) {
        return all.stream()
                .filter(file -> file.content().length < 100_000)
                .filter(file -> new String(file.content(), StandardCharsets.UTF_8).contains(mark))
                .flatMap(file -> CHECK.check("attack", List.of(file), Map.of()).stream())
                .map(Finding::rule)
                .toList();
    }

    @Test
    void brackets_in_brackets_keep_nobody_busy() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (var pair : List.of("()", "[]")) {
                var deep = nested(pair, 200);
                assertThat(FeelRules.objection(deep)).isPresent();
                assertThat(Feel.problem(deep)).contains("nested too deeply");
                var allowed = nested(pair, 10);
                assertThat(FeelRules.objection(allowed)).isEmpty();
                assertThat(Feel.problem(allowed)).isEmpty();
            }
        });
    }

    private static String nested(String pair, int times) {
        return pair.substring(0, 1).repeat(times) + "1" + pair.substring(1).repeat(times);
    }

    private static ModelFile file(String name, String text) {
        return new ModelFile("bpmn/attack/x.bpmn", bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
