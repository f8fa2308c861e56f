package vn.lantoa.engine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hostile diagrams, rule tables and forms, built as vector × place: whatever can be tried, at every place where it can stand. */
final class HostileFiles {

    private static final String EL = Attack.EXPRESSION;

    /** The same as it stands between apostrophes. */
    private static final String QUOTED = EL.replace("'", "&apos;");

    private static final String TRIP = Tripwire.class.getName();
    private static final String ID = "Bait";

    private static final Map<String, String> EXPRESSIONS = new LinkedHashMap<>();
    private static final Map<String, String> PLACES = new LinkedHashMap<>();
    private static final Map<String, String> CODE = new LinkedHashMap<>();
    private static final Map<String, String> LOOPS = new LinkedHashMap<>();
    private static final Map<String, String> CELLS = new LinkedHashMap<>();
    private static final Map<String, String> MARKUP = new LinkedHashMap<>();
    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    private HostileFiles() {}

    /**
     * One file.
     *
     * @param element id of the element that must be named; where {@code null}, the file as a whole is unreadable
     * @param runs whether an engine may be asked to run it: what only costs time is not run
     */
    record Hostile(String name, ModelFile file, String element, boolean runs) {

        Attack attack() {
            return new Attack(name, Set.of(), false, "trip", List.of(file), Path.of("/dev/null/none"));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static {
        EXPRESSIONS.put("call by reflection", "${" + EL + "}");
        EXPRESSIONS.put("deferred call", "#{" + EL + "}");
        EXPRESSIONS.put("call behind text", "x ${1} ${" + EL + "}");
        EXPRESSIONS.put("call of a bean", "${bait.execute(execution)}");
        EXPRESSIONS.put("the engine's services", "${execution.processEngineServices.runtimeService}");
        EXPRESSIONS.put("class by index", "${''['class'].forName('" + TRIP + "').getMethod('trip').invoke(null)}");

        PLACES.put("task name", user("name='%V%'", ""));
        PLACES.put("documentation", user("", "<documentation>%V%</documentation>"));
        for (var attribute : List.of(
                "assignee",
                "candidateGroups",
                "candidateUsers",
                "dueDate",
                "followUpDate",
                "priority",
                "formRef",
                "formRefVersion",
                "formKey",
                "asyncBefore",
                "jobPriority",
                "modelerTemplate")) {
            PLACES.put("task " + attribute, user("camunda:" + attribute + "='%V%'", ""));
        }
        for (var attribute : List.of("expression", "delegateExpression", "resultVariable", "topic", "taskPriority")) {
            PLACES.put(
                    "service " + attribute,
                    "<serviceTask id='Bait' camunda:"
                            + (attribute.equals("expression") ? "" : "expression='x' camunda:") + attribute
                            + "='%V%'/>");
        }
        for (var attribute : List.of("decisionRef", "decisionRefBinding", "decisionRefVersion", "resultVariable")) {
            PLACES.put("rule task " + attribute, "<businessRuleTask id='Bait' camunda:" + attribute + "='%V%'/>");
        }
        PLACES.put("called process", "<callActivity id='Bait' calledElement='%V%'/>");
        PLACES.put(
                "called version", "<callActivity id='Bait' calledElement='none' camunda:calledElementVersion='%V%'/>");
        PLACES.put(
                "mapping of a call",
                "<callActivity id='Bait' calledElement='none' camunda:variableMappingDelegateExpression='%V%'/>");
        PLACES.put("handed to a call", call("<camunda:in sourceExpression='%V%' target='x'/>"));
        PLACES.put("business key of a call", call("<camunda:in businessKey='%V%'/>"));
        PLACES.put("taken from a call", call("<camunda:out source='%V%' target='x'/>"));
        PLACES.put("collection", loop("<multiInstanceLoopCharacteristics camunda:collection='%V%'/>"));
        PLACES.put(
                "item",
                loop("<multiInstanceLoopCharacteristics camunda:collection='items' camunda:elementVariable='%V%'/>"));
        PLACES.put(
                "end of a loop",
                loop(
                        "<multiInstanceLoopCharacteristics><loopCardinality>1</loopCardinality><completionCondition>%V%</completionCondition></multiInstanceLoopCharacteristics>"));
        PLACES.put(
                "times of a loop",
                loop(
                        "<multiInstanceLoopCharacteristics><loopCardinality>%V%</loopCardinality></multiInstanceLoopCharacteristics>"));
        PLACES.put(
                "input",
                extended(
                        "<camunda:inputOutput><camunda:inputParameter name='x'>%V%</camunda:inputParameter></camunda:inputOutput>"));
        PLACES.put(
                "name of an input",
                extended(
                        "<camunda:inputOutput><camunda:inputParameter name='%V%'>x</camunda:inputParameter></camunda:inputOutput>"));
        PLACES.put(
                "output",
                extended(
                        "<camunda:inputOutput><camunda:outputParameter name='x'>%V%</camunda:outputParameter></camunda:inputOutput>"));
        PLACES.put(
                "input in a map",
                extended(
                        "<camunda:inputOutput><camunda:inputParameter name='x'><camunda:map><camunda:entry key='k'>%V%</camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput>"));
        PLACES.put(
                "input in a list",
                extended(
                        "<camunda:inputOutput><camunda:inputParameter name='x'><camunda:list><camunda:value>%V%</camunda:value></camunda:list></camunda:inputParameter></camunda:inputOutput>"));
        PLACES.put(
                "property",
                extended("<camunda:properties><camunda:property name='outcome:x' value='%V%'/></camunda:properties>"));
        PLACES.put("retries", extended("<camunda:failedJobRetryTimeCycle>%V%</camunda:failedJobRetryTimeCycle>"));
        for (var attribute : List.of("expression", "delegateExpression")) {
            PLACES.put(
                    "execution listener " + attribute,
                    extended("<camunda:executionListener event='start' " + attribute + "='%V%'/>"));
            PLACES.put(
                    "task listener " + attribute,
                    extended("<camunda:taskListener event='create' " + attribute + "='%V%'/>"));
        }
        PLACES.put(
                "default of a field",
                extended(
                        "<camunda:formData><camunda:formField id='x' type='string' defaultValue='%V%'/></camunda:formData>"));
        PLACES.put("timer date", timer("timeDate"));
        PLACES.put("timer duration", timer("timeDuration"));
        PLACES.put("timer cycle", timer("timeCycle"));
        PLACES.put(
                "condition of an event",
                "<intermediateCatchEvent id='Bait'><conditionalEventDefinition><condition xsi:type='tFormalExpression'>%V%</condition></conditionalEventDefinition></intermediateCatchEvent>");

        CODE.put("class", "<serviceTask id='Bait' %P%:class='" + TRIP + "'/>");
        CODE.put("shell", "<serviceTask id='Bait' %P%:type='shell'/>");
        CODE.put("mail", "<serviceTask id='Bait' %P%:type='mail'/>");
        CODE.put("external worker", "<serviceTask id='Bait' %P%:type='external' %P%:topic='x'/>");
        CODE.put("form handler", "<userTask id='Bait' %P%:formHandlerClass='" + TRIP + "'/>");
        CODE.put(
                "mapping class",
                "<callActivity id='Bait' calledElement='none' %P%:variableMappingClass='" + TRIP + "'/>");
        CODE.put("script resource", "<scriptTask id='Bait' scriptFormat='juel' %P%:resource='classpath://x.juel'/>");
        CODE.put(
                "mapped result",
                "<businessRuleTask id='Bait' %P%:decisionRef='x' %P%:mapDecisionResult='${" + QUOTED + "}'/>");
        for (var listener : List.of("executionListener event='start'", "taskListener event='create'")) {
            var tag = listener.substring(0, listener.indexOf(' '));
            CODE.put(tag + " class", extended("<%P%:" + listener + " class='" + TRIP + "'/>"));
            CODE.put(
                    tag + " script",
                    extended("<%P%:" + listener + "><%P%:script scriptFormat='juel'>${" + QUOTED
                            + "}</%P%:script></%P%:" + tag + ">"));
        }
        CODE.put(
                "input script",
                extended("<%P%:inputOutput><%P%:inputParameter name='x'><%P%:script scriptFormat='juel'>${" + QUOTED
                        + "}</%P%:script></%P%:inputParameter></%P%:inputOutput>"));
        CODE.put(
                "connector",
                extended("<%P%:connector><%P%:connectorId>http-connector</%P%:connectorId></%P%:connector>"));
        CODE.put(
                "validator",
                extended(
                        "<%P%:formData><%P%:formField id='x' type='string'><%P%:validation><%P%:constraint name='validator' config='"
                                + TRIP + "'/></%P%:validation></%P%:formField></%P%:formData>"));
        CODE.put("field", extended("<%P%:field name='command' expression='${" + QUOTED + "}'/>"));
        CODE.put(
                "starter",
                extended("<%P%:potentialStarter><resourceAssignmentExpression><formalExpression>${" + QUOTED
                        + "}</formalExpression></resourceAssignmentExpression></%P%:potentialStarter>"));

        LOOPS.put("loop", "for i in 1..3000000 return i");
        LOOPS.put("loop in loops", "count(for i in 1..9999, j in 1..9999 return i * j)");
        LOOPS.put("some", "some x in 1..99999999 satisfies x = 0");
        LOOPS.put("every", "every x in 1..99999999 satisfies x &gt; 0");
        LOOPS.put("function", "(function(f) f(f))(function(f) f(f))");
        LOOPS.put(
                "external function",
                "(function() external { java: { class: \"java.lang.Runtime\", method signature: \"getRuntime()\" } })()");
        LOOPS.put("entries", "get entries({a: 1})");
        LOOPS.put("pattern", "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")");
        LOOPS.put("power", "9 ** 999999999");
        LOOPS.put("hidden by a comment", "1 /* \" */ + count(for i in 1..9999999 return i) /* \" */");
        LOOPS.put("too long", "1" + " + 1".repeat(200));

        CELLS.put(
                "input expression",
                "<input id='Other'><inputExpression id='Bait'%L%><text>%V%</text></inputExpression></input><output id='o' name='o'/>"
                        + rule("", "1"));
        CELLS.put(
                "input entry",
                input()
                        + "<output id='o' name='o'/><rule id='r'><inputEntry id='Bait'%L%><text>%V%</text></inputEntry><outputEntry id='oe'><text>1</text></outputEntry></rule>");
        CELLS.put(
                "output entry",
                input()
                        + "<output id='o' name='o'/><rule id='r'><inputEntry id='ie'><text></text></inputEntry><outputEntry id='Bait'%L%><text>%V%</text></outputEntry></rule>");
        CELLS.put(
                "allowed inputs",
                "<input id='i'><inputExpression id='e'><text>text</text></inputExpression><inputValues id='Bait'%L%><text>%V%</text></inputValues></input><output id='o' name='o'/>"
                        + rule("", "1"));
        CELLS.put(
                "allowed outputs",
                input() + "<output id='o' name='o'><outputValues id='Bait'%L%><text>%V%</text></outputValues></output>"
                        + rule("", "1"));

        MARKUP.put("script", "<script>alert(1)</script>");
        MARKUP.put("event handler", "<img src=x onerror=alert(1)>");
        MARKUP.put("template", "{{fetch('https://x')}}");
        MARKUP.put("expression", "${" + EL + "}");
        MARKUP.put("deferred expression", "#{" + EL + "}");
        MARKUP.put("script address", " JavaScript:alert(1)");
        MARKUP.put("data address", "data:text/html,x");
        MARKUP.put("FEEL loop", "=for i in 1..3000000 return i");
        MARKUP.put("FEEL function", "=(function(x) x)(1)");

        FIELDS.put("label", "\"label\":\"%V%\"");
        FIELDS.put("description", "\"description\":\"%V%\"");
        FIELDS.put("default", "\"defaultValue\":\"%V%\"");
        FIELDS.put("hidden when", "\"conditional\":{\"hide\":\"%V%\"}");
        FIELDS.put("read only when", "\"readonly\":\"%V%\"");
        FIELDS.put("prefix", "\"appearance\":{\"prefixAdorner\":\"%V%\"}");
        FIELDS.put("choices", "\"valuesExpression\":\"%V%\"");
        FIELDS.put("a choice", "\"values\":[{\"label\":\"%V%\",\"value\":\"x\"}]");
        FIELDS.put("own property", "\"properties\":{\"x\":\"%V%\"}");
    }

    private static String user(String attribute, String inner) {
        return "<userTask id='Bait' " + attribute + ">" + inner + "</userTask>";
    }

    private static String extended(String inner) {
        return user("", "<extensionElements>" + inner + "</extensionElements>");
    }

    private static String call(String inner) {
        return "<callActivity id='Bait' calledElement='none'><extensionElements>" + inner
                + "</extensionElements></callActivity>";
    }

    private static String loop(String inner) {
        return user("", inner);
    }

    private static String timer(String kind) {
        return "<intermediateCatchEvent id='Bait'><timerEventDefinition><" + kind
                + " xsi:type='tFormalExpression'>%V%</" + kind + "></timerEventDefinition></intermediateCatchEvent>";
    }

    private static String input() {
        return "<input id='i'><inputExpression id='e'><text>text</text></inputExpression></input>";
    }

    private static String rule(String in, String out) {
        return "<rule id='r'><inputEntry id='ie'><text>" + in + "</text></inputEntry><outputEntry id='oe'><text>" + out
                + "</text></outputEntry></rule>";
    }

    /** All of them. */
    static List<Hostile> all() {
        var all = new ArrayList<Hostile>();
        diagrams(all);
        tables(all);
        forms(all);
        return all;
    }

    private static void diagrams(List<Hostile> all) {
        PLACES.forEach((place, step) -> EXPRESSIONS.forEach((vector, text) -> {
            all.add(diagram(vector + " in " + place, step.replace("%V%", escaped(text)), ID));
        }));
        // The same through references to characters: what the engine sees is what the check must see.
        PLACES.forEach((place, step) -> all.add(diagram(
                "call in disguise in " + place,
                step.replace(
                        "%V%", escaped("${" + EL + "}").replace("$", "&#36;").replace("g", "&#x67;")),
                ID)));
        CODE.forEach((vector, step) -> List.of("camunda", "c", "act")
                .forEach(prefix -> all.add(diagram(vector + " by prefix " + prefix, step.replace("%P%", prefix), ID))));
        for (var element : List.of(
                "<scriptTask id='Bait' scriptFormat='juel'><script>${%EL%}</script></scriptTask>",
                "<b:scriptTask id='Bait' scriptFormat='juel'><b:script>${%EL%}</b:script></b:scriptTask>",
                "<task id='Bait' name='${%EL%}'/>",
                "<manualTask id='Bait'/>",
                "<transaction id='Bait'/>",
                "<adHocSubProcess id='Bait'/>",
                "<intermediateThrowEvent id='Bait'><signalEventDefinition signalRef='S'/></intermediateThrowEvent>",
                "<intermediateThrowEvent id='Bait'><compensateEventDefinition/></intermediateThrowEvent>",
                "<userTask id='Bait'><ioSpecification/></userTask>",
                "<userTask id='Bait'><humanPerformer><resourceAssignmentExpression><formalExpression>${%EL%}</formalExpression></resourceAssignmentExpression></humanPerformer></userTask>",
                "<userTask id='Bait'><potentialOwner><resourceAssignmentExpression><formalExpression>${%EL%}</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>",
                "<serviceTask id='Bait' implementation='http://x'/>",
                "<x:evil id='Bait' xmlns:x='urn:x'/>")) {
            all.add(diagram(element, element.replace("%EL%", QUOTED), ID));
        }
        for (var root : List.of(
                "<message id='Bait' name='${%EL%}'/>",
                "<error id='Bait' errorCode='${%EL%}'/>",
                "<escalation id='Bait' escalationCode='${%EL%}'/>",
                "<signal id='Bait' name='${%EL%}'/>",
                "<import id='Bait' importType='http://schemas.xmlsoap.org/wsdl/' location='http://127.0.0.1:1/x' namespace='x'/>",
                "<itemDefinition id='Bait' structureRef='x'/>",
                "<dataStore id='Bait'/>",
                "<interface id='Bait' name='x' implementationRef='java.lang.Runtime'/>")) {
            all.add(new Hostile(
                    "beside the process: " + root,
                    bpmn(root.replace("%EL%", QUOTED) + process("<userTask id='Wait1'/>", "Wait1", "")),
                    ID,
                    true));
        }
        for (var condition : List.of(
                "<conditionExpression xsi:type='tFormalExpression'>${%EL%}</conditionExpression>",
                "<conditionExpression xsi:type='tFormalExpression' language='juel'>${%EL%}</conditionExpression>",
                "<conditionExpression xsi:type='tFormalExpression' language='groovy'>1</conditionExpression>",
                "<conditionExpression xsi:type='tFormalExpression' camunda:resource='classpath://x'/>")) {
            all.add(new Hostile(
                    "on a flow: " + condition,
                    bpmn(process(
                            "<exclusiveGateway id='Gate' default='f9'/><sequenceFlow id='f9' sourceRef='Gate' targetRef='End'/><sequenceFlow id='Bait' sourceRef='Gate' targetRef='End'>"
                                    + condition.replace("%EL%", QUOTED) + "</sequenceFlow>",
                            "Gate",
                            "")),
                    ID,
                    true));
        }
    }

    private static void tables(List<Hostile> all) {
        CELLS.forEach((place, cell) -> {
            LOOPS.forEach((vector, text) -> all.add(
                    table(vector + " in " + place, cell.replace("%L%", "").replace("%V%", text), false)));
            for (var language : List.of("juel", "groovy", "javascript", "python", "JUEL ")) {
                all.add(table(
                        language + " in " + place,
                        cell.replace("%L%", " expressionLanguage='" + language + "'")
                                .replace("%V%", escaped(EL)),
                        true));
            }
        });
        for (var language : List.of("juel", "groovy", "javascript")) {
            all.add(new Hostile(
                    language + " in a single expression",
                    dmn("<variable id='v' name='v'/><literalExpression id='Bait' expressionLanguage='" + language
                            + "'><text>" + escaped(EL) + "</text></literalExpression>"),
                    ID,
                    true));
        }
        for (var inner : List.of(
                "<invocation id='Bait'/>",
                "<context id='Bait'/>",
                "<functionDefinition id='Bait'/>",
                "<relation id='Bait'/>",
                "<decisionTable id='Bait' camunda:class='x'/>",
                "<decisionTable id='t'><output id='Bait' name='execution'/></decisionTable>",
                "<decisionTable id='t'><input id='Bait' camunda:inputVariable='execution'/></decisionTable>",
                "<extensionElements id='Bait'><camunda:script/></extensionElements>")) {
            all.add(new Hostile("in a table: " + inner, dmn(inner), ID, true));
        }
    }

    private static void forms(List<Hostile> all) {
        FIELDS.forEach((place, field) -> MARKUP.forEach((vector, text) -> all.add(form(
                vector + " in " + place,
                "{\"id\":\"Bait\",\"key\":\"x\",\"type\":\"textfield\"," + field.replace("%V%", text) + "}"))));
        for (var type : List.of("html", "iframe", "image", "button", "documentPreview", "expression", "script", "")) {
            all.add(form("component " + type, "{\"id\":\"Bait\",\"key\":\"x\",\"type\":\"" + type + "\"}"));
            all.add(form(
                    "component " + type + " in a group",
                    "{\"id\":\"Group\",\"type\":\"group\",\"components\":[{\"id\":\"Bait\",\"key\":\"x\",\"type\":\""
                            + type + "\"}]}"));
        }
        for (var key : List.of(
                "execution",
                "task",
                "authenticatedUserId",
                "approvals",
                "class",
                "x.y",
                "x[0]",
                "a b",
                "__proto__",
                "ẩn",
                "1x")) {
            all.add(form("key " + key, "{\"id\":\"Bait\",\"type\":\"textfield\",\"key\":\"" + key + "\"}"));
        }
        for (var pattern : List.of("(?=a)b", "(a)\\\\1", "(?<!a)b", "[a")) {
            all.add(form(
                    "pattern " + pattern,
                    "{\"id\":\"Bait\",\"type\":\"textfield\",\"key\":\"x\",\"validate\":{\"pattern\":\"" + pattern
                            + "\"}}"));
        }
        all.add(
                form(
                        "one key twice",
                        "{\"id\":\"First\",\"type\":\"textfield\",\"key\":\"x\"},{\"id\":\"Bait\",\"type\":\"textfield\",\"key\":\"x\"}"));
    }

    private static Hostile diagram(String name, String step, String element) {
        return new Hostile(name, bpmn(process(step, ID, "")), element, true);
    }

    private static Hostile table(String name, String cells, boolean runs) {
        return new Hostile(name, dmn("<decisionTable id='t'>" + cells + "</decisionTable>"), ID, runs);
    }

    private static Hostile form(String name, String component) {
        return new Hostile(
                name,
                new ModelFile(
                        "forms/attack/attack.form",
                        bytes("{\"id\":\"attack\",\"type\":\"default\",\"components\":[" + component + "]}")),
                ID,
                false);
    }

    private static String process(String step, String first, String more) {
        return "<process id='attack' isExecutable='true' camunda:historyTimeToLive='P1D'><startEvent id='Start'/>"
                + "<sequenceFlow id='f1' sourceRef='Start' targetRef='" + first + "'/>" + step
                + (first.equals(ID) ? "<sequenceFlow id='f2' sourceRef='Bait' targetRef='Wait'/>" : "")
                + "<userTask id='Wait'/><sequenceFlow id='f3' sourceRef='Wait' targetRef='End'/><endEvent id='End'/>"
                + more
                + "</process>";
    }

    private static ModelFile bpmn(String inner) {
        return new ModelFile(
                "bpmn/attack/attack.bpmn",
                bytes(
                        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:b='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                                + " id='D' targetNamespace='t' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:act='http://activiti.org/bpmn'"
                                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' xmlns:c='http://camunda.org/schema/1.0/bpmn'>"
                                + inner + "</definitions>"));
    }

    private static ModelFile dmn(String inner) {
        return new ModelFile(
                "bpmn/attack/attack.dmn",
                bytes(
                        "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' xmlns:camunda='http://camunda.org/schema/1.0/dmn'"
                                + " id='d' name='d' namespace='n'><decision id='attack' name='a' camunda:historyTimeToLive='P1D'>"
                                + inner + "</decision></definitions>"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
