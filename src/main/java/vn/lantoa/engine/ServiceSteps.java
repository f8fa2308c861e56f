package vn.lantoa.engine;

import java.util.List;
import org.springframework.stereotype.Component;

/** The steps the system can do, for who draws: the templates of {@code bpmn/catalogue} in words. */
@Component
public class ServiceSteps {

    private final List<ServiceStep> steps;

    ServiceSteps(Catalogue catalogue) {
        this.steps = catalogue.templates().stream()
                .map(template -> new ServiceStep(template.delegate(), template.name(), template.description()))
                .toList();
    }

    /**
     * A service task that may be drawn.
     *
     * @param delegate its name, as in {@code ${name}}
     * @param name in Vietnamese, as it stands on the diagram
     */
    public record ServiceStep(String delegate, String name, String description) {}

    /** All of them, in the order of their delegates. */
    public List<ServiceStep> all() {
        return steps;
    }
}
