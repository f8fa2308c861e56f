package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The linter alone, on text: what it lets pass, what it refuses, and what it says. */
class ModelRulesTest {

    private final ModelRules rules = new ModelRules(RuleList.load(), Set.of("deadlines.next"), Set.of("probe"));

    @ParameterizedTest
    @MethodSource("committed")
    void every_committed_file_passes(ModelFile file) {
        var house = new ModelRules(RuleList.load(), Set.of(), new Catalogue(new ObjectMapper()).names());

        assertThat(house.check(file.name(), file.content())).isEmpty();
    }

    static Stream<ModelFile> committed() {
        return Stream.of(
                        ModelFile.found("bpmn/*/*.bpmn"),
                        ModelFile.found("bpmn/*/*.dmn"),
                        ModelFile.found("forms/*/*.form"),
                        Samples.walk())
                .flatMap(List::stream);
    }

    @Test
    void a_finding_names_file_element_and_rule() {
        var finding = bpmn("<userTask id='Bait' camunda:class='x.Y'/>").get(0);

        assertThat(finding.file()).isEqualTo("bpmn/x/x.bpmn");
        assertThat(finding.element()).isEqualTo("Bait (line 1)");
        assertThat(finding.rule()).isEqualTo("attribute-not-allowed");
        assertThat(finding.message()).contains("class of userTask");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<serviceTask id='a' camunda:delegateExpression='${probe}' camunda:modelerTemplate='probe' camunda:modelerTemplateVersion='1'/>",
                "<sendTask id='a' camunda:delegateExpression='${probe}'/>",
                "<receiveTask id='a' messageRef='M'/>",
                "<callActivity id='a' calledElement='walk' camunda:calledElementBinding='latest'><extensionElements><camunda:in source='x' target='y'/><camunda:out source='y' target='x'/></extensionElements></callActivity>",
                "<userTask id='a'><multiInstanceLoopCharacteristics isSequential='true' camunda:collection='units' camunda:elementVariable='unit'><completionCondition>${nrOfCompletedInstances &gt;= 3}</completionCondition></multiInstanceLoopCharacteristics></userTask>",
                "<subProcess id='a' triggeredByEvent='true'><startEvent id='b' isInterrupting='false'><escalationEventDefinition escalationRef='E'/></startEvent></subProcess>",
                "<boundaryEvent id='a' attachedToRef='b' cancelActivity='false'><timerEventDefinition><timeCycle xsi:type='tFormalExpression'>R3/PT1H</timeCycle></timerEventDefinition></boundaryEvent>",
                "<intermediateCatchEvent id='a'><timerEventDefinition><timeDate xsi:type='tFormalExpression'>${due}</timeDate></timerEventDefinition></intermediateCatchEvent>",
                "<userTask id='a' name='Việc của ${nominee.name}' camunda:dueDate='${deadlines.next(execution)}'/>",
                "<userTask id='a'><documentation>Một câu dài, không có biểu thức: {x}, $5 và (y).</documentation></userTask>"
            })
    void what_a_diagram_may_contain(String step) {
        assertThat(bpmn(step)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<scriptTask id='a'/> | element-not-allowed",
                "<task id='a'/> | element-not-allowed",
                "<manualTask id='a'/> | element-not-allowed",
                "<transaction id='a'/> | element-not-allowed",
                "<dataObject id='a'/> | element-not-allowed",
                "<intermediateThrowEvent id='a'><signalEventDefinition/></intermediateThrowEvent> | element-not-allowed",
                "<serviceTask id='a' camunda:delegateExpression='${other}'/> | delegate",
                "<serviceTask id='a' camunda:delegateExpression='${probe}x'/> | delegate",
                "<serviceTask id='a' camunda:expression='${x}'/> | attribute-not-allowed",
                "<serviceTask id='a' implementation='x'/> | attribute-not-allowed",
                "<userTask id='a' camunda:formKey='embedded:app:x.html'/> | attribute-not-allowed",
                "<userTask id='a' camunda:formRef='${x}'/> | literal",
                "<userTask id='a' camunda:candidateGroups='${x}'/> | literal",
                "<userTask id='a' name='${a.b()}'/> | text",
                "<userTask id='a' name='${a + b}'/> | text",
                "<userTask id='a' name='#{a}'/> | text",
                "<userTask id='a' name='${execution}'/> | text",
                "<userTask id='a' camunda:assignee='${deadlines.last(execution)}'/> | expression",
                "<userTask id='a' camunda:assignee='${execution.processEngineServices}'/> | expression",
                "<userTask id='a' camunda:assignee='${a.class}'/> | expression",
                "<userTask id='a' camunda:assignee='${a[b]}'/> | expression",
                "<userTask id='a' camunda:assignee='${probe}'/> | expression",
                "<userTask id='a' camunda:assignee='${x ? a.b() : c}'/> | expression",
                "<userTask id='a' camunda:assignee='${(a).b()}'/> | expression",
                "<userTask id='a'><multiInstanceLoopCharacteristics camunda:collection='${x}'/></userTask> | name",
                "<userTask id='a'><multiInstanceLoopCharacteristics><loopCardinality>501</loopCardinality></multiInstanceLoopCharacteristics></userTask> | cardinality",
                "<boundaryEvent id='a'><timerEventDefinition><timeCycle>R/PT1H</timeCycle></timerEventDefinition></boundaryEvent> | cycle",
                "<boundaryEvent id='a'><timerEventDefinition><timeCycle>R5/PT1S</timeCycle></timerEventDefinition></boundaryEvent> | cycle",
                "<callActivity id='a' calledElement='${x}'/> | literal",
                "<callActivity id='a'><extensionElements><camunda:in businessKey='${x}'/></extensionElements></callActivity> | attribute-not-allowed",
                "<sequenceFlow id='a'><conditionExpression xsi:type='tFormalExpression' language='juel'>${x}</conditionExpression></sequenceFlow> | attribute-not-allowed",
                "<sequenceFlow id='a'><conditionExpression xsi:type='camunda:x'>${x}</conditionExpression></sequenceFlow> | literal",
                "<userTask id='a'><extensionElements><camunda:inputOutput><camunda:inputParameter name='execution'>x</camunda:inputParameter></camunda:inputOutput></extensionElements></userTask> | name",
                "<userTask id='a' act:formKey='x'/> | other-tool",
                "<x:evil xmlns:x='urn:x'/> | element-not-allowed"
            })
    void what_a_diagram_may_not_contain(String step, String rule) {
        assertThat(bpmn(step)).extracting(Finding::rule).contains(rule);
    }

    @Test
    void a_doctype_nonsense_and_a_foreign_file_are_refused() {
        assertThat(rules.check("a.bpmn", bytes("<!DOCTYPE x [<!ENTITY y 'z'>]><x/>")))
                .extracting(Finding::rule)
                .containsExactly("doctype");
        assertThat(rules.check("a.bpmn", bytes("not xml")))
                .extracting(Finding::rule)
                .containsExactly("unreadable");
        assertThat(rules.check("a.bpmn", bytes("<x>".repeat(100))))
                .extracting(Finding::rule)
                .containsExactly("unreadable");
        assertThat(rules.check("a.cmmn", bytes("<x/>")))
                .extracting(Finding::rule)
                .containsExactly("ending");
        assertThat(rules.check("a.bpmn", new byte[2_000_000]))
                .extracting(Finding::rule)
                .containsExactly("too-large");
        assertThat(bpmn("<userTask id='a'/>".repeat(301)))
                .extracting(Finding::rule)
                .containsExactly("too-large");
        assertThat(bpmn("<subProcess id='a'>".repeat(6) + "</subProcess>".repeat(6)))
                .extracting(Finding::rule)
                .containsExactly("too-deep");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for i in 1..3000000 return i | feel",
                "some x in [1] satisfies x > 0 | feel",
                "function() external {} | feel",
                "get entries(x) | feel",
                "9 ** 999999999 | feel",
                "matches(x, \"(a+)+$\") | feel"
            })
    void expressions_of_rule_tables_that_are_refused(String text, String rule) {
        assertThat(dmn("<text>" + text + "</text>", ""))
                .extracting(Finding::rule)
                .containsExactly(rule);
    }

    @Test
    void rule_tables_speak_feel_only() {
        assertThat(dmn("<text>x &gt; \"for every\"</text>", " expressionLanguage='feel'"))
                .isEmpty();
        assertThat(dmn("<text>x</text>", " expressionLanguage='juel'"))
                .extracting(Finding::rule)
                .containsExactly("feel-language");
        assertThat(dmn("<text>" + "x".repeat(501) + "</text>", ""))
                .extracting(Finding::rule)
                .containsExactly("feel");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"html\",\"content\":\"x\"} | component-not-allowed",
                "{\"type\":\"iframe\",\"url\":\"https://x\"} | component-not-allowed",
                "{\"type\":\"button\",\"action\":\"submit\"} | component-not-allowed",
                "{\"type\":\"text\",\"text\":\"<b>x</b>\"} | markup",
                "{\"type\":\"text\",\"text\":\"{{x}}\"} | markup",
                "{\"type\":\"textfield\",\"key\":\"x.y\"} | key",
                "{\"type\":\"textfield\",\"key\":\"execution\"} | key",
                "{\"type\":\"textfield\",\"key\":\"x\",\"validate\":{\"pattern\":\"(?=a)b\"}} | pattern",
                "{\"type\":\"textfield\",\"key\":\"x\",\"conditional\":{\"hide\":\"=for i in x return i\"}} | feel",
                "{\"type\":\"group\",\"components\":[{\"type\":\"html\"}]} | component-not-allowed",
                "{\"type\":\"text\",\"text\":\"javascript:alert(1)\"} | markup"
            })
    void what_a_form_may_not_contain(String component, String rule) {
        assertThat(form(component)).extracting(Finding::rule).contains(rule);
    }

    @Test
    void a_form_may_ask_and_hide() {
        assertThat(form(
                        "{\"type\":\"textfield\",\"key\":\"x\",\"label\":\"Họ tên\",\"conditional\":{\"hide\":\"=y < 3\"},\"validate\":{\"pattern\":\"[a-z]+\"}},"
                                + "{\"type\":\"figures\",\"key\":\"figures\",\"id\":\"Figures\"}"))
                .isEmpty();
        assertThat(rules.check("a.form", bytes("[]"))).extracting(Finding::rule).containsExactly("unreadable");
        assertThat(rules.check("a.form", bytes("{\"components\":[]}")))
                .extracting(Finding::rule)
                .containsExactly("form-id");
    }

    private List<Finding> bpmn(String step) {
        return rules.check(
                "bpmn/x/x.bpmn",
                bytes(
                        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' xmlns:act='http://activiti.org/bpmn' id='D'><process id='x' isExecutable='true'>"
                                + step + "</process></definitions>"));
    }

    private List<Finding> dmn(String text, String attributes) {
        return rules.check(
                "x.dmn",
                bytes(
                        "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='D' name='x' namespace='x'><decision id='x' name='x'><literalExpression id='l'"
                                + attributes + ">" + text + "</literalExpression></decision></definitions>"));
    }

    private List<Finding> form(String components) {
        return rules.check("x.form", bytes("{\"id\":\"x\",\"type\":\"default\",\"components\":[" + components + "]}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
