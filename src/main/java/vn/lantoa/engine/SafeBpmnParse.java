package vn.lantoa.engine;

import java.util.List;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.bpmn.parser.FieldDeclaration;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/**
 * Layer 4 at parse: shell, mail, external workers and imports are refused, and every attribute that names a Java class, before
 * the engine loads it: loading alone runs its static initialiser, past the artifact factory.
 */
class SafeBpmnParse extends BpmnParse {

    private static final Namespace EXTENSIONS = CAMUNDA_BPMN_EXTENSIONS_NS;
    private static final List<String> CLASSES = List.of("class", "formHandlerClass", "variableMappingClass");

    /** Form fields load the class of their validator past the artifact factory; connectors call out. */
    private static final List<String> ELEMENTS = List.of("formData", "connector");

    SafeBpmnParse(BpmnParser parser) {
        super(parser);
    }

    @Override
    protected void parseRootElement() {
        refuseClasses(rootElement);
        super.parseRootElement();
    }

    private static void refuseClasses(Element element) {
        if (ELEMENTS.contains(element.getTagName())) {
            throw no(element.getTagName(), element);
        }
        CLASSES.forEach(name -> refuse(element, name));
        element.elements().forEach(SafeBpmnParse::refuseClasses);
    }

    private static void refuse(Element element, String attribute) {
        if (element.attributeNS(EXTENSIONS, attribute) != null || element.attribute(attribute) != null) {
            throw no(attribute, element);
        }
    }

    @Override
    protected void parseImports() {
        if (!rootElement.elements("import").isEmpty()) {
            throw no("import", rootElement);
        }
    }

    @Override
    protected void parseStartFormHandlers(List<Element> startEvents, ProcessDefinitionEntity definition) {
        startEvents.forEach(event -> refuse(event, "formHandlerClass"));
        super.parseStartFormHandlers(startEvents, definition);
    }

    @Override
    public TaskDefinition parseTaskDefinition(
            Element task, String key, ActivityImpl activity, ProcessDefinitionEntity definition) {
        refuse(task, "formHandlerClass");
        return super.parseTaskDefinition(task, key, activity, definition);
    }

    @Override
    protected void parseShellServiceTask(ActivityImpl activity, Element task, List<FieldDeclaration> fields) {
        throw no("shell", task);
    }

    @Override
    protected void parseEmailServiceTask(ActivityImpl activity, Element task, List<FieldDeclaration> fields) {
        throw no("mail", task);
    }

    @Override
    protected void parseExternalServiceTask(ActivityImpl activity, Element task, Element properties) {
        throw no("external worker", task);
    }

    private static BpmnParseException no(String what, Element element) {
        return new BpmnParseException("not allowed in a diagram: " + what, element);
    }
}
