package vn.lantoa.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** Keeps with each parsed user task what its diagram says beyond the engine's own notions, and hands the dossier down calls. */
class DrawnSteps extends AbstractBpmnParseListener {

    private static final String PROPERTY = "lantoa:step";
    private static final String OUTCOME = "outcome:";

    @Override
    public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        var properties = properties(task);
        activity.setProperty(
                PROPERTY,
                new StepDefinition(
                        "",
                        "",
                        "",
                        activity.getId(),
                        Optional.ofNullable(task.attribute("name")).orElse(activity.getId()),
                        attribute(task, "candidateGroups").orElse(""),
                        properties.getOrDefault("unit", "own"),
                        Optional.ofNullable(properties.get("fourEyes")),
                        outcomes(properties),
                        attribute(task, "formRef"),
                        days(properties.get("workingDays"))));
    }

    @Override
    public void parseCallActivity(Element call, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof CallableElementActivityBehavior behavior) {
            behavior.getCallableElement().setBusinessKeyValueProvider(new SameDossier());
        }
    }

    /**
     * The step as drawn in this deployed version.
     *
     * @throws IllegalStateException when the version has no such user task
     */
    static StepDefinition in(ProcessDefinition definition, String step) {
        var activity = ((ProcessDefinitionEntity) definition).findActivity(step);
        if (activity == null || !(activity.getProperty(PROPERTY) instanceof StepDefinition drawn)) {
            throw new IllegalStateException("no user task " + step + " in " + definition.getId());
        }
        return new StepDefinition(
                definition.getKey(),
                Optional.ofNullable(definition.getName()).orElse(definition.getKey()),
                definition.getId(),
                step,
                drawn.name(),
                drawn.post(),
                drawn.unitRole(),
                drawn.fourEyes(),
                drawn.outcomes(),
                drawn.form(),
                drawn.workingDays());
    }

    /** A word that is no number of days is none: a version in service must still load, and the check speaks of it before. */
    private static Optional<Integer> days(String written) {
        return Optional.ofNullable(written)
                .filter(text -> text.matches("[1-9][0-9]{0,2}"))
                .map(Integer::valueOf);
    }

    private static Map<String, String> properties(Element task) {
        var found = new LinkedHashMap<String, String>();
        var extensions = task.element("extensionElements");
        var properties =
                extensions == null ? null : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        if (properties != null) {
            properties
                    .elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property")
                    .forEach(property -> found.put(property.attribute("name"), property.attribute("value")));
        }
        return found;
    }

    private static Map<String, String> outcomes(Map<String, String> properties) {
        var outcomes = new LinkedHashMap<String, String>();
        properties.forEach((name, value) -> {
            if (name.startsWith(OUTCOME)) {
                outcomes.put(name.substring(OUTCOME.length()), value);
            }
        });
        return java.util.Collections.unmodifiableMap(outcomes);
    }

    private static Optional<String> attribute(Element task, String name) {
        return Optional.ofNullable(task.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, name));
    }
}
