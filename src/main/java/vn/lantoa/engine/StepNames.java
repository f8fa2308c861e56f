package vn.lantoa.engine;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.stereotype.Component;

/** What a version of a process calls its steps. */
@Component
class StepNames {

    private final RepositoryService repository;

    StepNames(RepositoryService repository) {
        this.repository = repository;
    }

    /** The name for people; the id of a step that has none or is not in this version. */
    String of(String definition, String step) {
        var version =
                (ProcessDefinitionEntity) ((RepositoryServiceImpl) repository).getDeployedProcessDefinition(definition);
        var drawn = step == null ? null : version.findActivity(step);
        return drawn == null || !(drawn.getProperty("name") instanceof String name) || name.isBlank()
                ? String.valueOf(step)
                : name;
    }
}
