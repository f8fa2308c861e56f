package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people may change without anybody minding: each edit of our own processes, tables and forms is accepted by the whole check. */
class HarmlessEditsTest {

    private static final ModelCheck CHECK = House.check();

    /** An edit of one file of a process. */
    record Edit(String process, String name, List<ModelFile> files) {

        @Override
        public String toString() {
            return process + ": " + name;
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void a_process_of_the_house_passes_as_it_is(String process) {
        assertThat(CHECK.check(process, House.SETS.get(process), Map.of())).isEmpty();
    }

    static Stream<String> processes() {
        return House.SETS.keySet().stream();
    }

    @Test
    void there_are_enough_edits() {
        assertThat(edits()).hasSizeGreaterThan(120);
    }

    @ParameterizedTest
    @MethodSource("edits")
    void an_edit_is_accepted(Edit edit) {
        assertThat(CHECK.check(edit.process(), edit.files(), Map.of())).isEmpty();
    }

    static List<Edit> edits() {
        var edits = new ArrayList<Edit>();
        House.SETS.forEach((process, files) -> {
            diagram().forEach((name, edit) -> add(edits, process, name, files, files.get(0), edit));
            inserted(edits, process, files);
            files.stream().filter(file -> file.ending().equals("form")).limit(3).forEach(form -> form().forEach(
                            (name, edit) -> add(edits, process, name + " of " + form.id(), files, form, edit)));
            files.stream().filter(file -> file.ending().equals("dmn")).forEach(table -> table().forEach(
                            (name, edit) -> add(edits, process, name + " of " + table.id(), files, table, edit)));
        });
        return edits;
    }

    private static Map<String, UnaryOperator<String>> diagram() {
        var edits = new LinkedHashMap<String, UnaryOperator<String>>();
        edits.put(
                "a step renamed", replace("(<bpmn:userTask id=\"\\w+\" name=\")[^\"]*", "$1Bước đổi tên, lần 2 (thử)"));
        edits.put(
                "a name that shows a variable",
                replace("(<bpmn:userTask id=\"\\w+\" name=\")[^\"]*", "$1Việc của \\${unitName}"));
        edits.put("the process renamed", replace("(<bpmn:process id=\"[\\w-]+\" name=\")[^\"]*", "$1Quy trình 2027"));
        edits.put("kept longer", replace("historyTimeToLive=\"P\\d+D\"", "historyTimeToLive=\"P4000D\""));
        edits.put("a version named", replace("(<bpmn:process )", "$1camunda:versionTag=\"2027.1\" "));
        edits.put("a shape moved", replace("(<dc:Bounds x=\")\\d+", "$1417"));
        edits.put("a button renamed", replace("(name=\"outcome:\\w+\" value=\")[^\"]*", "$1Đồng ý, chuyển tiếp"));
        edits.put(
                "explained otherwise",
                replace(
                        "(</bpmn:process>)",
                        "<bpmn:textAnnotation id=\"Note_new\"><bpmn:text>Theo Thông tư mới: 7 ngày, &lt; 10.</bpmn:text></bpmn:textAnnotation>$1"));
        edits.put(
                "documented",
                replace(
                        "<bpmn:documentation>[^<]*",
                        "<bpmn:documentation>Một câu khác {không phải biểu thức}, 5 \\$."));
        edits.put("another post", replace("candidateGroups=\"canbo\"", "candidateGroups=\"kiemtra\""));
        edits.put(
                "a property of one's own",
                replace("(<camunda:properties>)", "$1<camunda:property name=\"note\" value=\"x\" />"));
        edits.put("a due date", replace("(<bpmn:userTask id=\"\\w+\")", "$1 camunda:dueDate=\"\\${now()}\""));
        edits.put(
                "in colour",
                replace(
                        "(<bpmndi:BPMNShape )",
                        "$1xmlns:bioc=\"http://bpmn.io/schema/bpmn/biocolor/1.0\" bioc:stroke=\"#1e88e5\" "));
        edits.put(
                "an export by another version",
                replace("(<bpmn:definitions )", "$1exporter=\"bpmn-js\" exporterVersion=\"18.1\" "));
        return edits;
    }

    private static Map<String, UnaryOperator<String>> form() {
        var edits = new LinkedHashMap<String, UnaryOperator<String>>();
        edits.put("a label", replace("(\"label\"\\s*:\\s*\")[^\"]*", "$1Nhãn mới: số lượng (tháng 6/2027)"));
        edits.put(
                "a field more",
                replace(
                        "(\"components\"\\s*:\\s*\\[)",
                        "$1{\"id\":\"New_field\",\"type\":\"textfield\",\"key\":\"newField\",\"label\":\"Ghi chú\",\"conditional\":{\"hide\":\"=newOther = true\"},\"validate\":{\"pattern\":\"[0-9]{1,4}\"}},"));
        edits.put(
                "a heading",
                replace(
                        "(\"components\"\\s*:\\s*\\[)",
                        "$1{\"id\":\"New_text\",\"type\":\"text\",\"text\":\"### Phần mới\"},"));
        return edits;
    }

    private static Map<String, UnaryOperator<String>> table() {
        var edits = new LinkedHashMap<String, UnaryOperator<String>>();
        edits.put(
                "a rule explained",
                replace(
                        "(<rule id=\"[^\"]*\">\\s*)(<description>[^<]*</description>)?",
                        "$1<description>Căn cứ mới, Điều 5 \\${x}</description>"));
        edits.put("the table renamed", replace("(<decision id=\"[\\w-]+\" name=\")[^\"]*", "$1Bảng quy tắc 2027"));
        edits.put("kept longer", replace("historyTimeToLive=\"P\\d+D\"", "historyTimeToLive=\"P4000D\""));
        edits.put("another way to choose", replace("(<input id=\"[^\"]*\" label=\")[^\"]*", "$1Nhãn cột"));
        return edits;
    }

    private static UnaryOperator<String> replace(String pattern, String by) {
        return text -> Pattern.compile(pattern).matcher(text).replaceFirst(by);
    }

    private static void add(
            List<Edit> edits,
            String process,
            String name,
            List<ModelFile> files,
            ModelFile file,
            UnaryOperator<String> edit) {
        var before = new String(file.content(), StandardCharsets.UTF_8);
        var after = edit.apply(before);
        if (!after.equals(before)) {
            edits.add(new Edit(
                    process,
                    name,
                    House.with(files, new ModelFile(file.name(), after.getBytes(StandardCharsets.UTF_8)))));
        }
    }

    /** A whole step more, with its form, right after the start. */
    private static void inserted(List<Edit> edits, String process, List<ModelFile> files) {
        var diagram = files.get(0);
        var text = new String(diagram.content(), StandardCharsets.UTF_8);
        var start = Pattern.compile("<bpmn:startEvent id=\"(\\w+)\"").matcher(text);
        assertThat(start.find()).isTrue();
        var flow = Pattern.compile("(<bpmn:sequenceFlow id=\"\\w+\"[^>]* sourceRef=\"" + start.group(1)
                        + "\" targetRef=\")(\\w+)\"")
                .matcher(text);
        assertThat(flow.find()).isTrue();
        var step =
                "<bpmn:userTask id=\"NewStep\" name=\"Bước mới\" camunda:formRef=\"new-step\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"canbo\">"
                        + "<bpmn:extensionElements><camunda:properties><camunda:property name=\"outcome:done\" value=\"Xong\" /></camunda:properties></bpmn:extensionElements></bpmn:userTask>"
                        + "<bpmn:boundaryEvent id=\"NewReminder\" attachedToRef=\"NewStep\" cancelActivity=\"false\"><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P3D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>"
                        + "<bpmn:endEvent id=\"NewReminded\" /><bpmn:sequenceFlow id=\"NewReminder_End\" sourceRef=\"NewReminder\" targetRef=\"NewReminded\" />"
                        + "<bpmn:sequenceFlow id=\"NewStep_Next\" sourceRef=\"NewStep\" targetRef=\"" + flow.group(2)
                        + "\" />";
        var after = flow.replaceFirst("$1NewStep\"")
                .replaceFirst("</bpmn:startEvent>", Matcher.quoteReplacement("</bpmn:startEvent>" + step));
        var set = new ArrayList<>(
                House.with(files, new ModelFile(diagram.name(), after.getBytes(StandardCharsets.UTF_8))));
        set.add(new ModelFile(
                "forms/" + diagram.feature() + "/new-step.form",
                "{\"id\":\"new-step\",\"type\":\"default\",\"components\":[]}".getBytes(StandardCharsets.UTF_8)));
        edits.add(new Edit(process, "a step with a reminder inserted", set));
    }
}
